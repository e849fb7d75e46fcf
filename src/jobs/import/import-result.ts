import type { ComplaintCommandType } from '../../domain/complaint/commands.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { CasePlan, PlannedCommand, RefusedStep } from './case-plan.js';
import type { StoredEvent } from '../../application/ports/event-store.js';
import type { LogCase } from '../../application/ports/event-log.js';
import type { Mapping } from './mapping.js';

/** A command of an import that the store knows otherwise. */
export interface Difference {
  readonly case: string;
  readonly activity: string;
  readonly command: ComplaintCommandType;
  /** When the log has it now. */
  readonly occurredAt: Instant;
}

/** A command of an earlier import that the log has no longer. */
export interface Gone {
  readonly case: string;
  /** Type of the first event that it stored. */
  readonly event: string;
  readonly occurredAt: Instant;
}

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
  /**
   * Commands that the store knows otherwise, or lacks before others of the same case, and those that it has and the log
   * has no longer: told, and nothing is stored.
   */
  readonly differences: number;
  /** The first of those that the log has. */
  readonly firstDifferences: readonly Difference[];
  /** The first of those that it has no longer. */
  readonly firstGone: readonly Gone[];
  /** Events that the log has after a later one of the same case. */
  readonly outOfOrder: number;
  /** The first of them: the case, and the event's number in it, from 1. */
  readonly firstOutOfOrder: readonly { readonly case: string; readonly event: number }[];
  /** Cases of the log without any event. */
  readonly emptyTraces: number;
  /** Commands that a mapping fills in because the log does not say them. */
  readonly filled: number;
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
  | 'events'
  | 'appended'
  | 'duplicates'
  | 'differences'
  | 'firstDifferences'
  | 'firstGone'
  | 'outOfOrder'
  | 'firstOutOfOrder'
  | 'emptyTraces'
  | 'filled'
  | 'casesNotClosed'
  | 'noNewFact'
  | 'unmapped'
  | 'refused'
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

/** How many of a kind are told one by one. */
const named = 3;

/** The numbers, from 1, of events that come after a later one. */
const outOfOrderIn = ({ events }: LogCase): readonly number[] => {
  let latest = '';
  const numbers: number[] = [];
  for (const [index, { timestamp }] of events.entries()) {
    if (timestamp < latest) numbers.push(index + 1);
    else latest = timestamp;
  }
  return numbers;
};

/** Counts as an import goes on. */
export const createTally = ({ closing }: Pick<Mapping, 'closing'>) => {
  const counts = {
    events: 0,
    appended: 0,
    duplicates: 0,
    differences: 0,
    outOfOrder: 0,
    emptyTraces: 0,
    filled: 0,
    casesNotClosed: 0,
    noNewFact: 0,
  };
  const firstDifferences: Difference[] = [];
  const firstGone: Gone[] = [];
  const firstOutOfOrder: { case: string; event: number }[] = [];
  const unmapped = createCounter<{ readonly activity: string }>();
  const refused = createCounter<RefusedStep>();
  return {
    /** A case was read and planned. */
    read: (found: LogCase, plan: CasePlan): void => {
      const { id, events } = found;
      const last = events.at(-1);
      counts.events += events.length;
      counts.noNewFact += plan.noNewFact;
      counts.filled += plan.commands.filter(({ filled }) => filled).length;
      for (const event of outOfOrderIn(found)) {
        counts.outOfOrder += 1;
        if (firstOutOfOrder.length < named) firstOutOfOrder.push({ case: id, event });
      }
      if (last === undefined) counts.emptyTraces += 1;
      else if (!closing.includes(last.activity)) counts.casesNotClosed += 1;
      for (const activity of plan.unmapped) unmapped.add({ activity });
      plan.refused.forEach(refused.add);
    },
    /** The store took a command, now or before. */
    took: (events: number, duplicate: boolean): void => {
      if (duplicate) counts.duplicates += 1;
      else counts.appended += events;
    },
    /** The store has something else in the place of a command. */
    differed: (id: string, { activity, type, input }: PlannedCommand): void => {
      counts.differences += 1;
      const { occurredAt } = input;
      if (firstDifferences.length < named)
        firstDifferences.push({ case: id, activity, command: type, occurredAt });
    },
    /** The log no longer has what was stored of a case. */
    lost: (id: string, { type, occurredAt }: StoredEvent): void => {
      counts.differences += 1;
      if (firstGone.length < named) firstGone.push({ case: id, event: type, occurredAt });
    },
    refused: ({ activity, type }: PlannedCommand, code: string): void =>
      refused.add({ activity, command: type, code }),
    total: (): Counted => ({
      ...counts,
      firstDifferences,
      firstGone,
      firstOutOfOrder,
      unmapped: unmapped.all(),
      refused: refused.all(),
    }),
  };
};
