import { accept, reject } from '../../kernel/decision.js';
import type { EventOf } from '../../kernel/message.js';
import type { CaseCard } from '../card.js';
import type { Reopening } from '../ending/messages.js';
import type { CardChanges } from '../evolver.js';
import { afterTheClock, firstOf } from '../guards.js';
import { ofTheHouse, told } from '../disclosure/disclosed.js';
import { others, othersAndAnyAuthority } from '../asked-relations.js';
import { withoutRightsOverData } from '../parties/representatives.js';
import { theProceeding, theReceipt } from '../rests-on.js';
import { defineStage, type Unsealed } from '../stage.js';
import type { FiledComplaint } from '../state.js';
import { nowUntold } from '../untold.js';
import type { Who } from '../relations.js';
import { notTheUsersWord } from '../users-word.js';
import { isOfAnotherOffice, notTheirOffice } from './office.js';
import type { AuthorityCommands, AuthorityEvents } from './messages.js';
import { countOpen, countToCarryOut, type Proceeding, type Proceedings } from './proceedings.js';

/** A proceeding that is not there, or over, takes nothing more. One of another authority is none to an authority. */
const notOpen = ({ proceedings }: FiledComplaint, reference: string, who: Who) => {
  const known = Object.hasOwn(proceedings, reference) ? proceedings[reference] : undefined;
  if (known === undefined || isOfAnotherOffice(known.authority, who))
    return reject('no-such-proceeding', { reference });
  return known.stands === 'open' ? null : reject('proceeding-resolved', { reference });
};

const unheardOf: Proceeding = {
  authority: '',
  stands: 'open',
  hearingAt: null,
  requirements: [],
  required: 0,
};

/** The facet counts what is open: it follows from the proceedings. A reader may drop the beginning of one. */
const withProceeding = (
  before: Proceedings,
  reference: string,
  changes: (proceeding: Proceeding) => Partial<Proceeding>,
): CardChanges => {
  const known = (Object.hasOwn(before, reference) ? before[reference] : undefined) ?? unheardOf;
  const proceedings = { ...before, [reference]: { ...known, ...changes(known) } };
  return {
    proceedings,
    facets: { proceedings: countOpen(proceedings), toCarryOut: countToCarryOut(proceedings) },
  };
};

type Resolved = AuthorityEvents['AuthorityResolved']['outcome'];

/** What binds the provider: a resolution for the user, or what it agreed to. */
const binds = (outcome: Resolved): boolean => outcome === 'for-user' || outcome === 'agreement';

/** What was resolved for the user opens an ended complaint again, whenever that was, and all that stands of it stays. */
const openedAgain = (
  outcome: Resolved,
  { facets: { ending, cycle } }: FiledComplaint,
): readonly EventOf<Reopening, 'Reopened', Unsealed<Reopening>>[] =>
  binds(outcome) && ending !== 'open'
    ? [{ type: 'Reopened', data: { cycle: cycle + 1, reason: 'authority' } }]
    : [];

/** The ruling that an authority overturned no longer stands, nor the notice that told it. */
const overturned = (outcome: Resolved, { facets }: Pick<CaseCard, 'facets'>): boolean =>
  outcome === 'for-user' && facets.ruling === 'dismissed';

export const authority = defineStage<AuthorityEvents, AuthorityCommands, Reopening>()({
  events: {
    AuthorityProceedingOpened: {},
    AuthorityRequirementReceived: { requirement: 'subscriber' },
    AuthorityRequirementAnswered: { answer: 'subscriber' },
    AuthorityHearingSet: {},
    AuthorityHearingHeld: {},
    AuthorityResolved: { agreement: 'subscriber' },
    ResolutionCarriedOut: { done: 'subscriber' },
    LegalHoldPlaced: {},
    LegalHoldLifted: {},
    ArcoRequested: { request: 'subscriber' },
  },
  disclosed: {
    AuthorityProceedingOpened: told,
    AuthorityRequirementReceived: { to: 'parties', words: { requirement: 'house' } },
    AuthorityRequirementAnswered: { to: 'parties', words: { answer: 'house' } },
    AuthorityHearingSet: told,
    AuthorityHearingHeld: told,
    AuthorityResolved: { to: 'parties', words: { agreement: 'user' } },
    ResolutionCarriedOut: { to: 'parties', words: { done: 'user' } },
    LegalHoldPlaced: ofTheHouse,
    LegalHoldLifted: ofTheHouse,
    ArcoRequested: { to: 'parties', words: { request: 'user' } },
  },
  restsOn: {
    AuthorityProceedingOpened: theReceipt,
    AuthorityRequirementReceived: theProceeding,
    AuthorityRequirementAnswered: ['AuthorityRequirementReceived'],
    AuthorityHearingSet: theProceeding,
    AuthorityHearingHeld: theProceeding,
    AuthorityResolved: theProceeding,
    ResolutionCarriedOut: ['AuthorityResolved'],
    LegalHoldPlaced: theReceipt,
    LegalHoldLifted: ['LegalHoldPlaced'],
    ArcoRequested: theReceipt,
  },
  commands: {
    openAuthorityProceeding: ['legal', 'authority'],
    receiveAuthorityRequirement: ['legal', 'authority'],
    answerAuthorityRequirement: ['legal'],
    setAuthorityHearing: ['legal', 'authority'],
    recordAuthorityHearing: ['legal', 'authority'],
    resolveAuthorityProceeding: ['legal', 'authority'],
    carryOutResolution: ['legal', 'customer-service'],
    placeLegalHold: ['legal'],
    liftLegalHold: ['legal'],
    requestArco: ['user', 'customer-service'],
  },
  relations: {
    openAuthorityProceeding: othersAndAnyAuthority,
    receiveAuthorityRequirement: others,
    answerAuthorityRequirement: others,
    setAuthorityHearing: others,
    recordAuthorityHearing: others,
    resolveAuthorityProceeding: others,
    carryOutResolution: others,
    placeLegalHold: others,
    liftLegalHold: others,
    requestArco: others,
  },
  decide: {
    openAuthorityProceeding: (data, { proceedings }, context) =>
      notTheirOffice(data.authority, context) ??
      (Object.hasOwn(proceedings, data.reference)
        ? reject('proceeding-known', { reference: data.reference })
        : accept({ type: 'AuthorityProceedingOpened', data })),

    receiveAuthorityRequirement: ({ requirement, ...data }, complaint, context) =>
      notOpen(complaint, data.reference, context) ??
      accept({
        type: 'AuthorityRequirementReceived',
        data,
        personal: { [complaint.filing.subscriber]: { requirement } },
      }),

    answerAuthorityRequirement: ({ answer, ...data }, complaint, context) => {
      const { reference, requirement, answeredAt } = data;
      const refusal = firstOf(notOpen(complaint, reference, context), afterTheClock(answeredAt, context));
      if (refusal !== null) return refusal;
      const open = complaint.proceedings[reference]?.requirements ?? [];
      return open.some(({ number }) => number === requirement)
        ? accept({
            type: 'AuthorityRequirementAnswered',
            data,
            personal: { [complaint.filing.subscriber]: { answer } },
          })
        : reject('no-such-requirement', { reference, requirement });
    },

    /** Fixed first, or moved to another time: both are facts of their own. */
    setAuthorityHearing: ({ reference, hearingAt }, complaint, context) => {
      const refusal = notOpen(complaint, reference, context);
      if (refusal !== null) return refusal;
      const before = complaint.proceedings[reference]?.hearingAt ?? null;
      return before === hearingAt
        ? reject('no-new-fact', { folio: complaint.folio })
        : accept({ type: 'AuthorityHearingSet', data: { reference, hearingAt, from: before ?? undefined } });
    },

    recordAuthorityHearing: (data, complaint, context) => {
      const refusal = firstOf(
        notOpen(complaint, data.reference, context),
        afterTheClock(data.heldAt, context),
      );
      if (refusal !== null) return refusal;
      const hearingAt = complaint.proceedings[data.reference]?.hearingAt ?? null;
      return hearingAt === null
        ? reject('no-hearing', { reference: data.reference })
        : accept({ type: 'AuthorityHearingHeld', data });
    },

    /** What it resolves for the user, or what was agreed before it, opens an ended complaint again (I-17). */
    resolveAuthorityProceeding: ({ agreement, ...data }, complaint, context) =>
      notOpen(complaint, data.reference, context) ??
      accept(
        {
          type: 'AuthorityResolved',
          data,
          personal: { [complaint.filing.subscriber]: { agreement } },
        },
        ...openedAgain(data.outcome, complaint),
      ),

    carryOutResolution: ({ done, ...data }, complaint, context) => {
      const { proceedings, filing } = complaint;
      const { reference } = data;
      const known = Object.hasOwn(proceedings, reference) ? proceedings[reference] : undefined;
      if (known === undefined) return reject('no-such-proceeding', { reference });
      if (known.stands !== 'to-carry-out') return reject('nothing-to-carry-out', { reference });
      return (
        afterTheClock(data.carriedOutAt, context) ??
        accept({ type: 'ResolutionCarriedOut', data, personal: { [filing.subscriber]: { done } } })
      );
    },

    placeLegalHold: (data, { legalHolds, folio }) =>
      legalHolds.includes(data.hold)
        ? reject('no-new-fact', { folio })
        : accept({ type: 'LegalHoldPlaced', data }),

    liftLegalHold: (data, { legalHolds }) =>
      legalHolds.includes(data.hold)
        ? accept({ type: 'LegalHoldLifted', data })
        : reject('no-such-hold', { hold: data.hold }),

    requestArco: ({ request, ...data }, complaint, context) =>
      firstOf(notTheUsersWord(data, complaint, context), withoutRightsOverData(data, complaint, context)) ??
      accept({
        type: 'ArcoRequested',
        data,
        personal: { [complaint.filing.subscriber]: { request } },
      }),
  },
  evolve: {
    AuthorityProceedingOpened: {
      card: ({ authority: name, reference, hearingAt = null }, { proceedings }) =>
        withProceeding(proceedings, reference, () => ({ authority: name, stands: 'open', hearingAt })),
    },
    AuthorityRequirementReceived: {
      card: ({ reference, dueAt }, { proceedings }) =>
        withProceeding(proceedings, reference, ({ requirements, required }) => ({
          requirements: [...requirements, { number: required + 1, dueAt }],
          required: required + 1,
        })),
    },
    AuthorityRequirementAnswered: {
      card: ({ reference, requirement }, { proceedings }) =>
        withProceeding(proceedings, reference, ({ requirements }) => ({
          requirements: requirements.filter(({ number }) => number !== requirement),
        })),
    },
    AuthorityHearingSet: {
      card: ({ reference, hearingAt }, { proceedings }) =>
        withProceeding(proceedings, reference, () => ({ hearingAt })),
    },
    AuthorityHearingHeld: {
      card: ({ reference }, { proceedings }) =>
        withProceeding(proceedings, reference, () => ({ hearingAt: null })),
    },
    AuthorityResolved: {
      card: ({ reference, outcome }, card) => {
        const stands = binds(outcome) ? 'to-carry-out' : 'resolved';
        const changes = withProceeding(card.proceedings, reference, () => ({ stands }));
        const fallen = overturned(outcome, card) ? ({ ruling: 'none', final: 'none' } as const) : {};
        return { ...changes, facets: { ...changes.facets, ...fallen } };
      },
      details: ({ outcome }, state) => ({
        ...(outcome === 'for-user' && { resolvedForUser: true }),
        ...(overturned(outcome, state) && { ruling: null, finalWord: null }),
      }),
    },
    ResolutionCarriedOut: {
      card: ({ reference }, { proceedings, facets }) => {
        const changes = withProceeding(proceedings, reference, () => ({ stands: 'resolved' }));
        return { ...changes, facets: { ...changes.facets, ...nowUntold(facets, 'resolution') } };
      },
    },
    LegalHoldPlaced: {
      beforeWork: true,
      details: ({ hold }, { legalHolds }) => ({ legalHolds: [...legalHolds, hold] }),
    },
    LegalHoldLifted: {
      beforeWork: true,
      details: ({ hold }, { legalHolds }) => ({ legalHolds: legalHolds.filter((placed) => placed !== hold) }),
    },
    ArcoRequested: { beforeWork: true },
  },
  refusals: {
    'proceeding-known': {
      kind: 'rule',
      es: 'El expediente {reference} ya consta en esta solicitud.',
      en: 'File {reference} is already part of this request.',
    },
    'no-such-proceeding': {
      kind: 'not-found',
      es: 'El expediente {reference} no consta en esta solicitud.',
      en: 'File {reference} is not part of this request.',
    },
    'no-such-requirement': {
      kind: 'not-found',
      es: 'El expediente {reference} no tiene un requerimiento número {requirement} por responder.',
      en: 'File {reference} has no requirement number {requirement} to answer.',
    },
    'no-hearing': {
      kind: 'rule',
      es: 'El expediente {reference} no tiene ninguna audiencia fijada.',
      en: 'File {reference} has no hearing fixed.',
    },
    'nothing-to-carry-out': {
      kind: 'rule',
      es: 'Del expediente {reference} no queda por cumplir ninguna resolución ni acuerdo a favor del usuario.',
      en: 'No resolution or agreement in favour of the user is left to carry out of file {reference}.',
    },
    'capacity-without-data-rights': {
      kind: 'forbidden',
      es: 'En {folio}, los derechos sobre los datos personales los ejerce su titular, o quien acreditó ser su padre, madre o tutor, o su apoderado; no quien actúa como {capacity}.',
      en: 'In {folio} the rights over personal data are exercised by their owner, a proven parent, guardian or attorney-in-fact; not by one who acts as {capacity}.',
    },
    'no-such-hold': {
      kind: 'not-found',
      es: 'Ninguna conservación legal «{hold}» pesa sobre esta solicitud.',
      en: 'No legal hold "{hold}" stands on this request.',
    },
  },
});
