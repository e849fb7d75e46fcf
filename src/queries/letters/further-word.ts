import { moneyIn, moneyToTell } from '../../domain/complaint/compensation/to-tell.js';
import { channelFor } from '../../domain/complaint/notice/channel-for.js';
import {
  furtherNotice,
  type FurtherNotice,
  type ToldEnding,
} from '../../domain/texts/letters/further-notice.js';
import type { Letter, Opened } from '../../domain/texts/letters/setting.js';
import type { Tellable } from '../../domain/complaint/vocabulary.js';
import type { ComplaintEvents } from '../../domain/complaint/events.js';
import { lastOf, type OpenedEvent } from '../opened-events.js';
import { conciliationsHeld, type ConciliationHeld } from './conciliations-held.js';
import { withdrawnBy } from './withdrawn-by.js';
import { about, heldBy, sentBy, setting, type NoticeMatter, type Rendered } from './matter.js';

/** A notice beside the final word: one that was given, or what it would tell now. */
interface Told {
  readonly revision: number;
  readonly data: ComplaintEvents['FurtherNoticeGiven'];
}

const isFurther = (event: OpenedEvent): event is OpenedEvent<'FurtherNoticeGiven'> =>
  event.type === 'FurtherNoticeGiven';

const endings: readonly string[] = ['NotAccepted', 'Withdrawn', 'Lapsed', 'MarkedDuplicate', 'Closed'];

const closingTold = (
  events: readonly OpenedEvent[],
  reason: ComplaintEvents['Closed']['reason'],
): ToldEnding | undefined => {
  if (reason === 'report-concluded')
    return { kind: reason, found: lastOf(events, 'ReportConcluded')?.said('found') ?? null };
  return reason === 'not-reached' ? { kind: reason } : undefined;
};

/** Who took it back, beside what they gave up by it. */
const withdrawalTold = (event: OpenedEvent<'Withdrawn'>, matter: NoticeMatter): ToldEnding => ({
  kind: 'withdrawn',
  by: withdrawnBy(event, matter).kind,
  waives: event.data.waives ?? [],
});

/** In which request it goes on, as it was corrected up to a notice, and whether an earlier notice told another one. */
const duplicateTold = (
  marked: OpenedEvent<'MarkedDuplicate'>,
  { events }: NoticeMatter,
  upTo: number,
): ToldEnding => {
  const since = events.filter(({ revision }) => revision > marked.revision && revision < upTo);
  const told = since.find((event) => isFurther(event) && event.data.about.includes('ending'));
  const corrected = lastOf(since, 'DuplicateCorrected');
  const { of } = (corrected ?? marked).data;
  const isAnew = told !== undefined && corrected !== undefined && corrected.revision > told.revision;
  return { kind: 'duplicate', ...(of === '' ? undefined : { of }), ...(isAnew && { replaces: true }) };
};

/** How it ended before the user was told of it, where the final word did not tell that. */
const endingTold = (matter: NoticeMatter, { revision }: Told): ToldEnding | undefined => {
  const { events } = matter;
  const ended = events
    .filter((event) => event.revision < revision)
    .findLast(({ type }) => endings.includes(type));
  switch (ended?.type) {
    case 'Withdrawn':
      return withdrawalTold(ended, matter);
    case 'Lapsed':
      return { kind: 'lapsed', reason: ended.data.reason };
    case 'MarkedDuplicate':
      return duplicateTold(ended, matter, revision);
    case 'NotAccepted':
      return {
        kind: 'not-accepted',
        reason: ended.data.reason,
        explanation: ended.said('forUser') ?? null,
      };
    case 'Closed':
      return closingTold(events, ended.data.reason);
    default:
      return undefined;
  }
};

/** What was recorded up to a notice and no earlier one told, or told in vain as it came back before this one. */
const since = (what: Tellable, { events }: NoticeMatter, { revision }: Told): readonly OpenedEvent[] => {
  const toldIn = new Map<number, readonly OpenedEvent[]>();
  let untold: readonly OpenedEvent[] = [];
  for (const event of events.filter((each) => each.revision < revision))
    if (event.type === 'FurtherNoticeGiven' && event.data.about.includes(what)) {
      toldIn.set(event.revision, untold);
      untold = [];
    } else if (event.type === 'NotificationFailed' && event.data.again?.about?.includes(what) === true)
      untold = [...(toldIn.get(event.data.notice) ?? []), ...untold];
    else untold = [...untold, event];
  return untold;
};

const conciliationsTold = (matter: NoticeMatter, told: Told): readonly ConciliationHeld[] => {
  const news = since('agreement', matter, told).map(({ revision }) => revision);
  return conciliationsHeld(matter.events.filter(({ revision }) => revision < told.revision)).filter(
    ({ recordedBy }) => recordedBy.some((revision) => news.includes(revision)),
  );
};

/** What was agreed, as it is known then. */
const agreementsTold = (matter: NoticeMatter, told: Told): readonly Opened[] =>
  conciliationsTold(matter, told).flatMap(({ isAgreed, agreement }) => (isAgreed ? [agreement] : []));

/** Whether an agreement that was recorded turned out to be none. */
const noAgreementTold = (matter: NoticeMatter, told: Told): boolean =>
  conciliationsTold(matter, told).some(({ isAgreed, wasAgreed }) => wasAgreed && !isAgreed);

const carriedOutTold = (matter: NoticeMatter, told: Told): FurtherNotice['carriedOut'] =>
  since('agreement', matter, told).flatMap((event) =>
    event.type === 'AgreementCarriedOut' ? [event.said('done') ?? null] : [],
  );

const resolutionsTold = (matter: NoticeMatter, told: Told): FurtherNotice['resolutions'] =>
  since('resolution', matter, told).flatMap((event) =>
    event.type === 'ResolutionCarriedOut'
      ? [{ reference: event.data.reference, done: event.said('done') ?? null }]
      : [],
  );

const arcoTold = (matter: NoticeMatter, told: Told): FurtherNotice['arco'] =>
  since('arco', matter, told).flatMap((event) => {
    if (event.type !== 'ArcoAnswered') return [];
    const { request, outcome } = event.data;
    const asked = matter.events.flatMap((each) => (each.type === 'ArcoRequested' ? [each.data] : []));
    const right = asked.find((each, index) => (each.request ?? index + 1) === request)?.right;
    return [{ ...(right && { right }), outcome, answer: event.said('answer') ?? null }];
  });

const penaltyTold = ({ events }: NoticeMatter, { revision }: Told): FurtherNotice['penalty'] => {
  const ruled = lastOf(events, 'PenaltyRuled', revision);
  return ruled && { outcome: ruled.data.outcome, reasons: ruled.said('reasons') ?? null };
};

const declinedTold = ({ events }: NoticeMatter, { revision }: Told): FurtherNotice['declined'] => {
  const declined = lastOf(events, 'ReopeningDeclined', revision);
  return declined && { reasons: declined.said('reasons') ?? null, nextInstance: declined.data.nextInstance };
};

/** Whether a notice told the next instance of a request that had no final word then. */
const isOpenStill = ({ events }: NoticeMatter, { data, revision }: Told): boolean =>
  data.about.includes('next-instance') &&
  events
    .filter((event) => event.revision < revision)
    .reduce((goesOn, { type }) => type === 'Reopened' || (goesOn && !endings.includes(type)), true);

/** How it ended, and what was decided where the user did not accept that, or what was charged. */
const decisionsTold = (
  matter: NoticeMatter,
  told: Told,
): Pick<FurtherNotice, 'ending' | 'penalty' | 'declined'> => {
  const { about: tells } = told.data;
  const ending = tells.includes('ending') ? endingTold(matter, told) : undefined;
  const penalty = tells.includes('penalty') ? penaltyTold(matter, told) : undefined;
  const declined = tells.includes('reopening') ? declinedTold(matter, told) : undefined;
  return { ...(ending && { ending }), ...(penalty && { penalty }), ...(declined && { declined }) };
};

const letterOf = (matter: NoticeMatter, told: Told): Letter => {
  const { about: tells, channel } = told.data;
  const { nextInstance, reopeningDays } = matter.complaint.filing.terms;
  return furtherNotice(setting(matter, heldBy(matter.complaint)), {
    ...about(matter),
    ...decisionsTold(matter, told),
    ...moneyIn(told.data),
    agreements: tells.includes('agreement') ? agreementsTold(matter, told) : [],
    noAgreement: tells.includes('agreement') && noAgreementTold(matter, told),
    carriedOut: tells.includes('agreement') ? carriedOutTold(matter, told) : [],
    resolutions: tells.includes('resolution') ? resolutionsTold(matter, told) : [],
    arco: tells.includes('arco') ? arcoTold(matter, told) : [],
    goesOn: isOpenStill(matter, told),
    nextInstance,
    reopeningDays,
    sending: sentBy(channel, matter),
  });
};

/** What a notice would tell now, of this alone; `undefined` where there is nothing of it to tell. */
const toTell = (what: Tellable, { complaint, events, now }: NoticeMatter): Told | undefined => {
  if (!complaint.facets.untold.includes(what)) return undefined;
  const money = what === 'ending' || what === 'compensation';
  return {
    revision: (events.at(-1)?.revision ?? 0) + 1,
    data: {
      about: [what],
      channel: channelFor(undefined, complaint),
      sentAt: now,
      ...(money && moneyToTell(complaint)),
    },
  };
};

/** What the user was told last beside the final word, as it was told then. */
export const furtherWord = (matter: NoticeMatter): Rendered | undefined => {
  const told = matter.events.filter(isFurther).at(-1);
  return told && { letter: letterOf(matter.asOf(told.revision), told), notice: told.revision };
};

/** What is to be told of one thing; where it was told, the notice that told it last. */
export const furtherWordOf =
  (what: Tellable, isMeant: (matter: NoticeMatter, told: Told) => boolean = () => true) =>
  (matter: NoticeMatter): Rendered | undefined => {
    const next = toTell(what, matter);
    if (next !== undefined && isMeant(matter, next)) return { letter: letterOf(matter, next) };
    const told = matter.events
      .filter(isFurther)
      .filter((event) => event.data.about.includes(what) && isMeant(matter, event))
      .at(-1);
    return told && { letter: letterOf(matter.asOf(told.revision), told), notice: told.revision };
  };

/** The letter of one way to end: refusal, lapse, duplicate and the others. */
export const endingWord = (kind: ToldEnding['kind']) =>
  furtherWordOf('ending', (matter, told) => endingTold(matter, told)?.kind === kind);

/** What was agreed in a conciliation, or that nothing was after all. */
export const conciliationWord = furtherWordOf(
  'agreement',
  (matter, told) => agreementsTold(matter, told).length > 0 || noAgreementTold(matter, told),
);

/** What was done of what was agreed. */
export const agreementWord = furtherWordOf(
  'agreement',
  (matter, told) => (carriedOutTold(matter, told) ?? []).length > 0,
);
