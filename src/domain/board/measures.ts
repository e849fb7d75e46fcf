import { endings } from '../complaint/rests-on.js';
import { millisecondsOf, type Instant } from '../kernel/instant.js';
import { openTimeBetween } from '../sla/business-time.js';
import { triggeredAt, type Fact } from '../sla/clocks/facts.js';
import type { BusinessCalendar } from '../sla/compile-calendar.js';
import type { Trigger } from '../sla/policy/policy.js';
import { finalWords, on } from '../sla/policy/triggers.js';

/**
 * What is measured from the receipt on, in the order in which it is lived: until the user is spoken to, the cause is
 * verified, the service is repaired, it is ruled on, the user has the final word, it ends.
 */
export const measures = ['first-contact', 'cause', 'repair', 'ruling', 'notice', 'total'] as const;
/** What is measured from the receipt on. */
export type Measure = (typeof measures)[number];

/** In what time a measure is counted: open time of the business calendar, or from start to end. Pauses count in both. */
export const measureBases = ['business', 'elapsed'] as const;
/** In what time a measure is counted. */
export type MeasureBasis = (typeof measureBases)[number];

/** How long something took in one complaint. */
export interface Took {
  /** What. */
  readonly measure: Measure;
  /** From start to end, in milliseconds. */
  readonly elapsedMs: number;
  /** Open milliseconds of the business calendar; `null` where none is known that covers it. */
  readonly businessMs: number | null;
}

type Mark = Exclude<Measure, 'total'>;

/** What ends each measure. A folio and an acknowledgement say that a request arrived: they are no contact. */
const marks: Readonly<Record<Mark, readonly Trigger[]>> = {
  'first-contact': [
    on('ContactMade', 'contactedAt', { direction: ['to-user'] }),
    on('InformationRequested'),
    on('VisitNotified', 'notifiedAt'),
    ...finalWords,
  ],
  cause: [on('CauseVerified')],
  repair: [on('Repaired', 'restoredAt')],
  ruling: [on('Ruled')],
  notice: finalWords,
};

const markNames: readonly Mark[] = ['first-contact', 'cause', 'repair', 'ruling', 'notice'];

const endingTypes: ReadonlySet<string> = new Set(endings);

/** One piece of work: from the receipt, or from a reopening, to its end. */
interface Work {
  readonly startedAt: Instant;
  readonly reached: Readonly<Partial<Record<Measure, Instant>>>;
}

/** The reasons of a reopening that begins no other piece of work: the ending alone was wrong. */
const goingOn: ReadonlySet<unknown> = new Set(['closed-by-mistake', 'corrected']);

const without = ({ total: _total, ...reached }: Work['reached']): Work['reached'] => reached;

const reachedAfter = (reached: Work['reached'], fact: Fact): Work['reached'] => {
  let next = reached;
  for (const mark of markNames) {
    if (next[mark] !== undefined) continue;
    const at = triggeredAt(marks[mark], fact, [])?.at;
    if (at !== undefined) next = { ...next, [mark]: at };
  }
  return endingTypes.has(fact.type) && next.total === undefined ? { ...next, total: fact.occurredAt } : next;
};

/** The pieces of work of a complaint; a reopening begins another one, but where the ending was a mistake. */
const worksOf = (facts: readonly Fact[], receivedAt: Instant): readonly Work[] => {
  const before: Work[] = [];
  let work: Work = { startedAt: receivedAt, reached: {} };
  for (const fact of facts) {
    if (fact.type !== 'Reopened') work = { ...work, reached: reachedAfter(work.reached, fact) };
    else if (goingOn.has(fact.data['reason'])) work = { ...work, reached: without(work.reached) };
    else {
      before.push(work);
      work = { startedAt: fact.occurredAt, reached: {} };
    }
  }
  return [...before, work];
};

const businessBetween = (calendar: BusinessCalendar | undefined, from: number, to: number): number | null =>
  calendar !== undefined && from >= calendar.from && to <= calendar.to
    ? openTimeBetween(calendar, from, to)
    : null;

/**
 * How long each thing took, in each piece of work of a complaint, from its facts: nothing of what was not done. What was
 * done before the work began took no time.
 */
export const tookOf = (
  facts: readonly Fact[],
  receivedAt: Instant,
  calendar: BusinessCalendar | undefined,
): readonly Took[] =>
  worksOf(facts, receivedAt).flatMap(({ startedAt, reached }) => {
    const from = millisecondsOf(startedAt);
    return measures.flatMap((measure): readonly Took[] => {
      const at = reached[measure];
      if (at === undefined) return [];
      const to = Math.max(from, millisecondsOf(at));
      return [{ measure, elapsedMs: to - from, businessMs: businessBetween(calendar, from, to) }];
    });
  });
