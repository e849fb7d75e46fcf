import { accept, reject } from '../../kernel/decision.js';
import type { PersonRef } from '../../kernel/message.js';
import type { ComplaintContext } from '../context.js';
import { others } from '../asked-relations.js';
import { firstOf } from '../guards.js';
import { theReceipt } from '../rests-on.js';
import { defineStage } from '../stage.js';
import type { FiledComplaint } from '../state.js';
import { saidByNoParty } from '../users-word.js';
import type { PartiesCommands, PartiesEvents } from './messages.js';
import { isPartyItself, representationBy, speakerOf } from './representatives.js';

type Accreditation = PartiesEvents['RepresentativeAccredited'];

/** One who is there for another party, and not for themselves. */
const notForAParty = ({ representative, represents }: Accreditation, complaint: FiledComplaint) =>
  isPartyItself(represents, complaint) && representative !== represents
    ? null
    : reject('no-party-to-represent', { folio: complaint.folio, represents });

/**
 * The party says so, or it is proven: that of an heir, by evidence alone. A user who acts is the party who is represented,
 * for no representative names another one.
 */
const unproven = (data: Accreditation, complaint: FiledComplaint, context: ComplaintContext) => {
  const { represents, capacity, evidence = [] } = data;
  const { folio } = complaint;
  const speaker = speakerOf(data, context);
  if (context.role === 'user' && speaker !== represents) return reject('only-the-represented', { folio });
  const isSaid = speaker === represents && capacity !== 'heir';
  return isSaid || evidence.length > 0 ? null : reject('capacity-not-proven', { folio, capacity });
};

const sameAsBefore = (
  { representative, represents, capacity, mayWithdraw, evidence = [] }: Accreditation,
  complaint: FiledComplaint,
): boolean => {
  const before = representationBy(representative, complaint);
  return (
    before?.represents === represents &&
    before.capacity === capacity &&
    before.mayWithdraw === mayWithdraw &&
    evidence.every((hash) => before.evidence?.includes(hash) === true)
  );
};

/** Whose word ends it for this reason; `null` where the provider finds it out. */
const enderOf = ({
  reason,
  represents,
  representative,
}: PartiesEvents['RepresentativeRevoked']): PersonRef | null => {
  switch (reason) {
    case 'revoked':
      return represents;
    case 'renounced':
      return representative;
    case 'ended':
    case 'not-proven':
      return null;
  }
};

/** It ends by the word of the one whose it is; what only the provider finds out, no user says. */
const notTheirsToEnd = (
  data: PartiesEvents['RepresentativeRevoked'],
  { folio }: FiledComplaint,
  context: ComplaintContext,
) => {
  const ender = enderOf(data);
  if (ender === null) return context.role === 'user' ? reject('only-the-provider-finds', { folio }) : null;
  return speakerOf(data, context) === ender ? null : reject('not-the-users-word', { folio });
};

export const parties = defineStage<PartiesEvents, PartiesCommands>()({
  events: {
    RepresentativeAccredited: {
      'representative.name': 'representative',
      'representative.phone': 'representative',
      'representative.email': 'representative',
    },
    RepresentativeRevoked: { explanation: 'subscriber' },
  },
  disclosed: {
    RepresentativeAccredited: {
      to: 'parties',
      words: {
        'representative.name': 'name',
        'representative.phone': 'contact',
        'representative.email': 'contact',
      },
    },
    RepresentativeRevoked: { to: 'parties', words: { explanation: 'speaker' } },
  },
  restsOn: {
    RepresentativeAccredited: theReceipt,
    RepresentativeRevoked: ['RepresentativeAccredited'],
  },
  commands: {
    accreditRepresentative: ['user', 'customer-service', 'legal'],
    revokeRepresentative: ['user', 'customer-service', 'legal'],
  },
  relations: { accreditRepresentative: others, revokeRepresentative: others },
  decide: {
    /** The capacity is proven or said by the party; until then a third person acts for no party. */
    accreditRepresentative: ({ representative, represents, ...data }, complaint, context) => {
      const { ref, name, phone, email } = representative;
      const accredited = {
        representative: ref,
        represents: represents ?? complaint.filing.subscriber,
        ...data,
      };
      const refusal = firstOf(
        notForAParty(accredited, complaint),
        saidByNoParty(accredited, complaint, context),
        unproven(accredited, complaint, context),
      );
      if (refusal !== null) return refusal;
      return sameAsBefore(accredited, complaint)
        ? reject('no-new-fact', { folio: complaint.folio })
        : accept({
            type: 'RepresentativeAccredited',
            data: accredited,
            personal: {
              [ref]: {
                'representative.name': name,
                'representative.phone': phone,
                'representative.email': email,
              },
            },
          });
    },

    revokeRepresentative: ({ explanation, ...data }, complaint, context) => {
      const { representative } = data;
      const { filing, folio } = complaint;
      const representation = representationBy(representative, complaint);
      if (representation === undefined) return reject('not-accredited', { folio, representative });
      const revoked = { ...data, represents: representation.represents };
      return (
        firstOf(saidByNoParty(revoked, complaint, context), notTheirsToEnd(revoked, complaint, context)) ??
        accept({
          type: 'RepresentativeRevoked',
          data: revoked,
          personal: { [filing.subscriber]: { explanation } },
        })
      );
    },
  },
  evolve: {
    RepresentativeAccredited: {
      beforeWork: true,
      details: ({ representative, saidBy: _saidBy, ...data }, { representatives }) => ({
        representatives: { ...representatives, [representative]: data },
      }),
    },
    RepresentativeRevoked: {
      beforeWork: true,
      details: ({ representative }, { representatives }) => {
        const { [representative]: _revoked, ...left } = representatives;
        return { representatives: left };
      },
    },
  },
  refusals: {
    'no-party-to-represent': {
      kind: 'rule',
      es: 'En {folio} sólo se representa al suscriptor o a quien la reportó, y nadie se representa a sí mismo ({represents}).',
      en: 'In {folio} the subscriber or the reporter is represented, and nobody represents themselves ({represents}).',
    },
    'only-the-represented': {
      kind: 'forbidden',
      es: 'A su representante en {folio} sólo lo nombra la propia parte, no otro representante.',
      en: 'A representative in {folio} is named by the party, not by another representative.',
    },
    'capacity-not-proven': {
      kind: 'rule',
      es: 'Falta acreditar en {folio} con qué carácter se actúa ({capacity}): agregue la prueba o el dicho de la parte representada.',
      en: 'The capacity ({capacity}) is not proven in {folio}: add the evidence, or the word of the party who is represented.',
    },
    'not-accredited': {
      kind: 'not-found',
      es: 'En {folio} no consta que {representative} represente a nadie.',
      en: 'Request {folio} does not say that {representative} represents anybody.',
    },
    'only-the-provider-finds': {
      kind: 'forbidden',
      es: 'El usuario de {folio} revoca a su representante, o el representante renuncia; lo demás lo asienta el proveedor.',
      en: 'The user of {folio} revokes their representative, or the representative renounces; the rest is for the provider to record.',
    },
  },
});
