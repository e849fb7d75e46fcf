import { accept, reject } from '../../kernel/decision.js';
import type { ComplaintContext, ComplaintDecision, Deciders } from '../context.js';
import { afterTheClock, defectElsewhere } from '../guards.js';
import type { FilingCommands, Person } from './commands.js';
import type { Filed } from './events.js';

/** The values of a person that must be sealed, by the part they play in this event. */
const personal = (part: 'subscriber' | 'reporter', { name, phone, email }: Person) => ({
  [`${part}.name`]: name,
  [`${part}.phone`]: phone,
  [`${part}.email`]: email,
});

/**
 * A request is filed and gets its folio: two events, one append (I-01, O-14..O-16). No rule looks at the channel or
 * the hour (O-09, I-03), and there is no fee to ask for (O-08, I-04).
 */
export const decideFiling = (
  command: FilingCommands['file'],
  context: ComplaintContext,
): ComplaintDecision => {
  const { subscriber, reporter, description, remedySought, folio, ...request } = command;
  const { now, terms, outOfHours } = context;
  if (request.receivedAt > now) return reject('received-in-future', { receivedAt: request.receivedAt, now });
  const refusal = defectElsewhere(request);
  if (refusal !== null) return refusal;

  const filed: Filed = {
    ...request,
    registeredAt: now,
    outOfHours,
    subscriber: subscriber.ref,
    reporter: reporter?.ref,
    terms,
  };
  const ofSubscriber = { ...personal('subscriber', subscriber), description, remedySought };
  const ofReporter = reporter === undefined ? {} : personal('reporter', reporter);
  const sealed =
    reporter === undefined || reporter.ref === subscriber.ref
      ? { [subscriber.ref]: { ...ofSubscriber, ...ofReporter } }
      : { [subscriber.ref]: ofSubscriber, [reporter.ref]: ofReporter };
  return accept(
    { type: 'Filed', data: filed, personal: sealed },
    { type: 'FolioAssigned', data: { folio, label: context.folioLabel, assignedAt: now } },
  );
};

/** What follows the filing while it is only registered. */
export const filingDeciders: Deciders<Omit<FilingCommands, 'file'>> = {
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

  refuse: ({ reason, explanation }, { filing }) =>
    accept({ type: 'NotAccepted', data: { reason }, personal: { [filing.subscriber]: { explanation } } }),

  /** Given as often as the user asks for it, several copies at a time as well. */
  issueCertificate: (data, _complaint, context) =>
    afterTheClock(data.issuedAt, context) ?? accept({ type: 'CertificateIssued', data }),
};
