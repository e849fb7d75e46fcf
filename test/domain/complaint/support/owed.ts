import {
  laterOf,
  millisecondsOf,
  type ComplaintEvents,
  type Instant,
  type Terms,
} from '../../../../src/domain/index.js';
import { trackOf } from '../../../../src/domain/complaint/tracks.js';
import type { RecordedEvent } from '../../../../src/testing/index.js';

/** A time in milliseconds; `to` is infinite where it is not over. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** What the user was left with, reckoned from the events alone and in another way than the domain does. */
interface Reckoning {
  readonly received: number;
  readonly terms: Terms | undefined;
  /** It is no subscriber’s request: there is no one to compensate. */
  readonly isReport: boolean;
  readonly way: 'technician' | 'area' | 'nobody';
  readonly cause: Pick<
    ComplaintEvents['CauseVerified'],
    'attribution' | 'faultFound' | 'affectedFrom'
  > | null;
  readonly over: number;
  readonly neverBack: boolean;
  readonly toldUpheld: boolean;
  readonly reasonedAway: boolean;
  readonly kept: readonly Span[];
  readonly assessed: Span | null;
  readonly paid: readonly Span[];
}

const hour = 3_600_000;

const nothing: Reckoning = {
  received: 0,
  terms: undefined,
  isReport: false,
  way: 'nobody',
  cause: null,
  over: Infinity,
  neverBack: false,
  toldUpheld: false,
  reasonedAway: false,
  kept: [],
  assessed: null,
  paid: [],
};

const wayOf = ({ kind, subject }: Pick<ComplaintEvents['Filed'], 'kind' | 'subject'>) => {
  switch (trackOf(kind, subject)) {
    case 'fault':
    case 'technical-complaint':
      return 'technician';
    case 'other-complaint':
    case 'clarification':
      return 'area';
    case 'inquiry':
    case 'suggestion':
    case 'cancellation':
    case 'procedure':
      return 'nobody';
  }
};

/** What of some spans no other span holds: cut at every edge there is, and each piece asked for itself. */
const left = (spans: readonly Span[], others: readonly Span[]): readonly Span[] => {
  const edges = [...new Set([...spans, ...others].flatMap(({ from, to }) => [from, to]))].sort(
    (a, b) => a - b,
  );
  const holds = (all: readonly Span[], from: number) =>
    all.some((span) => span.from <= from && from < span.to);
  return edges
    .slice(0, -1)
    .map((from, at) => ({ from, to: edges[at + 1] ?? Infinity }))
    .filter(({ from }) => holds(spans, from) && !holds(others, from));
};

/** Only a repair ends it. */
const waitsForRepair = ({ way, cause, over }: Reckoning): boolean =>
  way === 'technician' && cause?.faultFound === true && over === Infinity;

const answers = ({ cause, terms, neverBack, over, received }: Reckoning, from: number, now: number) => {
  switch (cause?.attribution) {
    case 'provider':
      return true;
    case 'third-party':
      return terms?.thirdParties !== 'not-compensated';
    case 'force-majeure':
      return (
        neverBack || Math.min(over, now) - Math.max(from, received) > (terms?.forceMajeureHours ?? 0) * hour
      );
    default:
      return false;
  }
};

/** What the cause of this cycle makes due, whatever was paid. */
const ofTheCause = (known: Reckoning, now: number): readonly Span[] => {
  const { cause, way, received, over, reasonedAway } = known;
  if (cause === null || reasonedAway || known.isReport) return [];
  const presumed = cause.faultFound && way === 'technician' ? received : undefined;
  const from = cause.affectedFrom === undefined ? presumed : millisecondsOf(cause.affectedFrom);
  if (from === undefined || !answers(known, from, now)) return [];
  // Back before it was reported: the moment before is unpaid, however long it had lasted.
  return [{ from: over < from ? over - 1 : from, to: over }];
};

/** A day of an outage that goes on may be unpaid; where nothing is repaired, what was paid said when it was over. */
const own = (known: Reckoning, now: number): readonly Span[] =>
  left(ofTheCause(known, now), known.paid).flatMap(({ from, to }) => {
    if (to !== Infinity) return [{ from, to }];
    const paidBefore = known.paid.some((span) => span.to === from);
    if (waitsForRepair(known))
      return paidBefore && now - from <= 24 * hour ? [] : [{ from, to: Math.max(from, now) }];
    return paidBefore ? [] : [{ from, to }];
  });

const keptStill = ({ kept, paid }: Reckoning): readonly Span[] => left(kept, paid);

/** Of what was kept without an end, a payment says when it was over. */
const paying = (known: Reckoning, assessed: Span): Partial<Reckoning> => ({
  assessed: null,
  paid: [...known.paid, assessed],
  kept: known.kept.map((span) => {
    const open = left([span], known.paid).at(-1);
    const ends = open?.to === Infinity && assessed.from <= open.from && open.from < assessed.to;
    return ends ? { from: span.from, to: assessed.to } : span;
  }),
});

const keeping = (known: Reckoning, now: number): readonly Span[] => [
  ...keptStill(known),
  ...own(known, now).map(({ from, to }) => ({ from, to: waitsForRepair(known) ? Math.min(to, now) : to })),
];

const afresh = (known: Reckoning, now: number): Reckoning => ({
  ...known,
  cause: null,
  over: Infinity,
  neverBack: false,
  toldUpheld: false,
  reasonedAway: false,
  assessed: null,
  kept: keeping(known, now),
});

const anew = { assessed: null, reasonedAway: false } as const;
const at = (instant: Instant) => millisecondsOf(instant);

const after = (known: Reckoning, event: RecordedEvent): Reckoning => {
  const { occurredAt, learnedAt = occurredAt } = event.recorded;
  const now = at(occurredAt);
  /** What lasts is owed until the fresh start was learned of, however far back it is dated. */
  const learned = at(laterOf(occurredAt, learnedAt));
  switch (event.type) {
    case 'Filed':
      return {
        ...known,
        received: at(event.data.receivedAt),
        terms: event.data.terms,
        way: wayOf(event.data),
        isReport: event.data.report !== undefined,
      };
    case 'Reclassified': {
      const way = wayOf(event.data);
      return way === known.way ? known : { ...afresh(known, learned), way };
    }
    case 'CauseVerified':
      return { ...known, ...anew, cause: event.data };
    case 'CauseCorrected':
      return {
        ...known,
        ...anew,
        cause: event.data,
        ...(known.toldUpheld && { kept: keeping(known, learned) }),
      };
    case 'Repaired':
    case 'RestorationCorrected':
      return { ...known, ...anew, over: at(event.data.restoredAt), neverBack: false };
    case 'RepairReported':
      if (event.data.outcome === 'repair-impossible')
        return { ...known, ...anew, over: now, neverBack: true };
      return event.data.outcome === 'not-ours' ? { ...known, ...anew, over: Infinity } : known;
    case 'CompensationAssessed': {
      const { from, to } = event.data.affected;
      return { ...known, assessed: { from: at(from), to: at(to) } };
    }
    case 'CompensationGranted':
      return event.data.reason === 'undue-charge' ||
        event.data.reason === 'goodwill' ||
        known.assessed === null
        ? known
        : { ...known, ...paying(known, known.assessed) };
    case 'NothingDue':
      return event.data.of === 'compensation' ? { ...known, reasonedAway: true, kept: [] } : known;
    case 'UserNotified':
      return { ...known, toldUpheld: event.data.outcome === 'upheld' };
    case 'Reopened':
      return ['corrected', 'authority', 'penalty'].includes(event.data.reason)
        ? known
        : afresh(known, learned);
    default:
      return known;
  }
};

/** The hours that a user had no service for which the provider answers, and no grant covers. */
export const unpaidHours = (events: readonly RecordedEvent[], now: Instant): readonly Span[] => {
  const known = events.reduce(after, nothing);
  return [...keptStill(known), ...own(known, at(now))];
};

/** Those of them that are known without a clock: an outage that waits for its repair is left out. */
export const unpaidWithoutClock = (events: readonly RecordedEvent[]): readonly Span[] => {
  const known = events.reduce(after, nothing);
  const mine = waitsForRepair(known) ? [] : own(known, known.over === Infinity ? 0 : known.over);
  return [...keptStill(known), ...mine];
};
