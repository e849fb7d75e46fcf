import type { CasePlan, PlannedCommand, RefusedStep } from './case-plan.js';
import type { LogCase } from '../../application/ports/event-log.js';
import type { Mapping } from './mapping.js';

/** What came of an import. */
export interface ImportResult {
  /** Cases in the store, counted in its rows. */
  readonly cases: number;
  /** Events read from the log. */
  readonly events: number;
  /** Events written to the store. */
  readonly appended: number;
  /** Commands that the store had taken before. */
  readonly duplicates: number;
  /** Cases with a request for information, counted in the store's rows; and the requests. */
  readonly casesWithWait: number;
  readonly waits: number;
  /** Cases reopened at least once, counted in the store's rows. */
  readonly casesReopened: number;
  /** Cases of the log whose last activity does not end them. */
  readonly casesNotClosed: number;
  /** Events of the log that repeat what is known. */
  readonly noNewFact: number;
  /** Activities that the mapping has no rule for. */
  readonly unmapped: readonly { readonly activity: string; readonly count: number }[];
  /** What a rule of the domain refused: nothing more of such a case is sent. */
  readonly refused: readonly (RefusedStep & { readonly count: number })[];
}

type Counted = Pick<
  ImportResult,
  'events' | 'appended' | 'duplicates' | 'casesNotClosed' | 'noNewFact' | 'unmapped' | 'refused'
>;

/** How often each thing came, the most frequent first. */
const createCounter = <Thing extends object>() => {
  const counts = new Map<string, { readonly thing: Thing; count: number }>();
  return {
    add: (thing: Thing): void => {
      const key = JSON.stringify(thing);
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { thing, count: 1 });
      else known.count += 1;
    },
    all: () =>
      [...counts.values()].sort((a, b) => b.count - a.count).map(({ thing, count }) => ({ ...thing, count })),
  };
};

/** Counts as an import goes on. */
export const createTally = ({ closing }: Pick<Mapping, 'closing'>) => {
  const counts = { events: 0, appended: 0, duplicates: 0, casesNotClosed: 0, noNewFact: 0 };
  const unmapped = createCounter<{ readonly activity: string }>();
  const refused = createCounter<RefusedStep>();
  return {
    /** A case was read and planned. */
    read: ({ events }: LogCase, plan: CasePlan): void => {
      counts.events += events.length;
      counts.noNewFact += plan.noNewFact;
      if (!closing.includes(events.at(-1)?.activity ?? '')) counts.casesNotClosed += 1;
      for (const activity of plan.unmapped) unmapped.add({ activity });
      plan.refused.forEach(refused.add);
    },
    /** The store took a command, now or before. */
    took: (events: number, duplicate: boolean): void => {
      if (duplicate) counts.duplicates += 1;
      else counts.appended += events;
    },
    refused: ({ activity, type }: PlannedCommand, code: string): void =>
      refused.add({ activity, command: type, code }),
    total: (): Counted => ({ ...counts, unmapped: unmapped.all(), refused: refused.all() }),
  };
};
