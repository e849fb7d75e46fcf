import { accept, reject } from '../../kernel/decision.js';
import { standsAgainstGivingUp } from '../before-the-end.js';
import { noCharges } from '../compensation/charges.js';
import { chargeIn } from '../compensation/undue-charge.js';
import { ends } from '../ends.js';
import {
  afterTheClock,
  afterTheFinalWord,
  againstTheAuthority,
  alreadyRuled,
  defectElsewhere,
  firstOf,
} from '../guards.js';
import { told } from '../disclosure/disclosed.js';
import { others } from '../asked-relations.js';
import { theFolio, theReceipt, theReopening } from '../rests-on.js';
import { defineStage } from '../stage.js';
import { otherCurrency } from '../one-currency.js';
import { isAbout } from '../tracks.js';
import type { Filed, FilingCommands, FilingEvents, Person } from './messages.js';

/** What is sealed beside a filing, and whose it is. */
const sealedAtFiling = {
  'subscriber.name': 'subscriber',
  'subscriber.phone': 'subscriber',
  'subscriber.email': 'subscriber',
  'reporter.name': 'reporter',
  'reporter.phone': 'reporter',
  'reporter.email': 'reporter',
  description: 'subscriber',
  remedySought: 'subscriber',
} as const;

type SealedAtFiling = Partial<Record<keyof typeof sealedAtFiling, string>>;

/** The filing's values that belong to the reporter. */
const ofTheReporter = ({ name, phone, email }: Person): SealedAtFiling => ({
  'reporter.name': name,
  'reporter.phone': phone,
  'reporter.email': email,
});

/** The filing's personal values, by the person they belong to. */
const sealedFor = ({ subscriber, reporter, description, remedySought }: FilingCommands['file']) => {
  const { ref, name, phone, email } = subscriber;
  const ofSubscriber: SealedAtFiling = {
    'subscriber.name': name,
    'subscriber.phone': phone,
    'subscriber.email': email,
    description,
    remedySought,
  };
  if (reporter === undefined) return { [ref]: ofSubscriber };
  return reporter.ref === ref
    ? { [ref]: { ...ofSubscriber, ...ofTheReporter(reporter) } }
    : { [ref]: ofSubscriber, [reporter.ref]: ofTheReporter(reporter) };
};

const sent = {
  details: (_data: unknown, state: { sent: readonly number[] }, recorded: { revision: number }) => ({
    sent: [...state.sent, recorded.revision],
  }),
};

/** An anonymous report names no one, that of a third person names them, and neither says who the subscriber is. */
const ofWhom = ({ report, subscriber, reporter }: FilingCommands['file']) => {
  if (report === undefined) return null;
  const { named = false, name, phone, email } = subscriber;
  const isNamed = named || [name, phone, email].some((value) => value !== undefined);
  const hasReporter = reporter !== undefined;
  return isNamed || hasReporter !== (report === 'third-party')
    ? reject('report-names-another', { report })
    : null;
};

/** A charge is disputed of billing, by a subscriber, in the currency of the case. */
const chargeElsewhere = ({ subject, report, price, disputedCharge, folio }: FilingCommands['file']) => {
  if (disputedCharge === undefined) return null;
  if (subject !== 'billing' || report !== undefined) return reject('charge-of-billing-alone', { subject });
  return otherCurrency({ currency: null, execution: null, folio }, price, disputedCharge);
};

/** A filing may have come without terms, from a store that the library did not write: then the usual ones hold. */
const termsOf = ({ terms }: { readonly terms?: Filed['terms'] }): Partial<Filed['terms']> => terms ?? {};

export const filing = defineStage<FilingEvents, FilingCommands>()({
  events: {
    Filed: sealedAtFiling,
    FolioAssigned: {},
    FolioCommunicated: {},
    AcknowledgementSent: {},
    NotAccepted: { forUser: 'subscriber' },
    CertificateIssued: {},
  },
  disclosed: {
    Filed: {
      to: 'parties',
      words: {
        'subscriber.name': 'name',
        'subscriber.phone': 'contact',
        'subscriber.email': 'contact',
        'reporter.name': 'name',
        'reporter.phone': 'contact',
        'reporter.email': 'contact',
        description: 'user',
        remedySought: 'user',
      },
      houseFields: ['severity', 'relationships'],
    },
    FolioAssigned: told,
    FolioCommunicated: told,
    AcknowledgementSent: told,
    NotAccepted: { to: 'parties', words: { forUser: 'user' } },
    CertificateIssued: told,
  },
  restsOn: {
    Filed: theReceipt,
    FolioAssigned: theReceipt,
    FolioCommunicated: theFolio,
    AcknowledgementSent: theFolio,
    NotAccepted: theReopening,
    CertificateIssued: theFolio,
  },
  commands: {
    file: ['user', 'customer-service', 'authority', 'system'],
    communicateFolio: ['customer-service', 'system'],
    acknowledge: ['customer-service', 'system'],
    refuse: ['customer-service'],
    issueCertificate: ['customer-service'],
  },
  relations: {
    file: others,
    communicateFolio: others,
    acknowledge: others,
    refuse: others,
    issueCertificate: others,
  },
  decide: {
    /**
     * A request is filed and gets its folio: two events, one append (I-01, O-14..O-16). No rule looks at the channel or
     * the hour (O-09, I-03), and there is no fee to ask for (O-08, I-04).
     */
    file: (command, _complaint, { now, terms, outOfHours, folioLabel: label }) => {
      const { subscriber, reporter, description: _sealed, remedySought: _too, folio, ...request } = command;
      const { receivedAt } = request;
      if (receivedAt > now) return reject('received-in-future', { receivedAt, now });
      const refusal = firstOf(ofWhom(command), defectElsewhere(request), chargeElsewhere(command));
      if (refusal !== null) return refusal;
      const filed: Filed = {
        ...request,
        registeredAt: now,
        outOfHours,
        subscriber: subscriber.ref,
        reporter: reporter?.ref,
        terms,
      };
      return accept(
        { type: 'Filed', data: filed, personal: sealedFor(command) },
        { type: 'FolioAssigned', data: { folio, label, assignedAt: now } },
      );
    },

    communicateFolio: (data, { facets, folio }, context) =>
      facets.folioTold
        ? reject('folio-already-told', { folio })
        : (afterTheClock(data.communicatedAt, context) ?? accept({ type: 'FolioCommunicated', data })),

    /** Another one, by another channel or at another time, is another fact. */
    acknowledge: (data, { acknowledgements, folio }, context) => {
      const { channel, sentAt } = data;
      return acknowledgements.some((one) => one.channel === channel && one.sentAt === sentAt)
        ? reject('no-new-fact', { folio })
        : (afterTheClock(sentAt, context) ?? accept({ type: 'AcknowledgementSent', data }));
    },

    /** Whether it can be taken is known before it is ruled on or answered; from then on it is closed. */
    refuse: ({ reason, forUser }, complaint, context) =>
      firstOf(
        afterTheFinalWord(complaint),
        alreadyRuled(complaint),
        againstTheAuthority('dismissed', complaint),
        standsAgainstGivingUp(complaint, context),
      ) ??
      accept({
        type: 'NotAccepted',
        data: { reason },
        personal: { [complaint.filing.subscriber]: { forUser } },
      }),

    /** Given as often as the user asks for it, several copies at a time as well. */
    issueCertificate: (data, _complaint, context) =>
      afterTheClock(data.issuedAt, context) ?? accept({ type: 'CertificateIssued', data }),
  },
  evolve: {
    Filed: {
      beforeWork: true,
      card: (filing, { affected, facets, lapseDays }) => {
        const is = isAbout(filing);
        return {
          ...is,
          facets: {
            ...is.facets,
            charge: chargeIn(filing.subject, facets),
            answersForThirdParties: termsOf(filing).thirdParties !== 'not-compensated',
            report: filing.report ?? 'none',
          },
          affected: {
            ...affected,
            forceMajeureHours: termsOf(filing).forceMajeureHours ?? affected.forceMajeureHours,
          },
          lapseDays: termsOf(filing).lapseDays ?? lapseDays,
          severity: filing.severity,
          subscriber: filing.report === undefined ? filing.subscriber : null,
          reporter: filing.reporter ?? null,
          contract: filing.contract ?? null,
          municipality: filing.municipality ?? null,
          channel: filing.channel,
          receivedAt: filing.receivedAt,
        };
      },
      details: (filing) => ({
        filing,
        links: filing.relationships ?? [],
        currency: filing.price?.currency ?? filing.disputedCharge?.currency ?? null,
        charges: { ...noCharges, claimed: filing.disputedCharge ?? null },
      }),
    },
    FolioAssigned: { beforeWork: true, card: ({ folio }) => ({ folio }) },
    FolioCommunicated: {
      beforeWork: true,
      card: () => ({ facets: { folioTold: true } }),
      details: (_data, { sent: before, unproven }, { revision }) => ({
        sent: [...before, revision],
        unproven: { ...unproven, [revision]: { folio: true } },
      }),
    },
    AcknowledgementSent: {
      beforeWork: true,
      details: (data, { acknowledgements, sent }, { revision }) => ({
        acknowledgements: [...acknowledgements, data],
        sent: [...sent, revision],
      }),
    },
    NotAccepted: ends('not-accepted', true),
    CertificateIssued: { beforeWork: true, ...sent },
  },
  refusals: {
    'received-in-future': {
      kind: 'rule',
      es: 'La hora de recepción, {receivedAt}, es posterior a la hora actual, {now}.',
      en: 'The time of receipt {receivedAt} lies after the clock, {now}.',
    },
    'charge-of-billing-alone': {
      kind: 'rule',
      es: 'Un cargo se impugna en la solicitud de facturación de un suscriptor, no en una sobre «{subject}» ni en un reporte.',
      en: 'A charge is disputed in the billing request of a subscriber, not in one about "{subject}" nor in a report.',
    },
    'report-names-another': {
      kind: 'rule',
      es: 'Un reporte anónimo no nombra a nadie, y el de un tercero sólo a quien reporta ({report}): los datos de un suscriptor van en su propia solicitud.',
      en: 'An anonymous report names no one, and that of a third person only who reports ({report}): the data of a subscriber belong to a request of their own.',
    },
    'folio-already-told': {
      kind: 'rule',
      es: 'El folio {folio} ya se dio a conocer al usuario.',
      en: 'The user has already been told folio {folio}.',
    },
  },
});
