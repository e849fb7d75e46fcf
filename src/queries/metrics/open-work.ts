import type { ReadModelStore } from '../../application/ports/read-model-store.js';
import { codeOf } from '../../application/errors/code-of.js';
import { instantOf, millisecondsOf, type Instant } from '../../domain/kernel/instant.js';
import { hourMs } from '../../domain/kernel/durations.js';
import { allWork, queueTotals } from '../../projections/queue-totals/projection.js';
import { queues } from '../../projections/queues/projection.js';
import { textIn } from '../../projections/runtime/row-cells.js';
import { nextInstant } from '../rows/due-index.js';
import { totals } from '../rows/case-totals.js';
import type { Totals } from '../totals.js';

const table = queues().table.name;
const totalsTable = queueTotals.table.name;
/** A provider has as many queues as roles and areas. */
const mostQueues = 1_000;

/** Hours ahead for which what falls due is counted. */
export const hoursAhead = [4, 24] as const;

/** What is open, as the rows have it; each part is absent where its rows cannot be read. */
export interface OpenWork {
  readonly totals?: Totals;
  /** Complaints by the queues they stand in. */
  readonly queues?: readonly (readonly [queue: string, complaints: number])[];
  /** Complaints in the queues whose first deadline has passed: the open ones, and ended ones to which something is owed. */
  readonly overdue?: number;
  /** Those whose first deadline comes within so many hours. */
  readonly dueWithin?: readonly (readonly [hours: number, complaints: number])[];
  /** Since when the oldest is due that is not recorded; `null` where none is. */
  readonly oldestDue?: Instant | null;
}

/** Nothing where rows are missing or damaged: a number that is not known is not told, and the others are. */
const orNothing = async <Part extends object>(part: Promise<Part>): Promise<Partial<Part>> =>
  part.catch((error: unknown) => {
    if (codeOf(error)?.startsWith('rows-') !== true) throw error;
    return {};
  });

const inQueues = async (rows: ReadModelStore, scope: string) => {
  const groups = await rows.groups({
    ...{ table: totalsTable, where: { scope, queue: { '>': allWork.queue }, visits: 0 } },
    ...{ by: ['queue'], sums: ['complaints'], limit: mostQueues },
  });
  const counts = groups.map(({ key, sums }) => [textIn(key, 'queue'), sums['complaints'] ?? 0] as const);
  return { queues: counts.filter(([, complaints]) => complaints > 0) };
};

const byDue = async (rows: ReadModelStore, scope: string, now: Instant) => {
  const counted = (due: { readonly '<='?: string; readonly '>'?: string }): Promise<number> =>
    rows.count({ table, where: { scope, leads: 1, due } });
  const until = (hours: number): Instant => instantOf(millisecondsOf(now) + hours * hourMs);
  const overdue = await counted({ '<=': now });
  const dueWithin = await Promise.all(
    hoursAhead.map(async (hours) => [hours, await counted({ '>': now, '<=': until(hours) })] as const),
  );
  return { overdue, dueWithin };
};

/** Counts what is open in the rows as they are: brings nothing up to date, and waits for nothing. */
export const openWork = async (rows: ReadModelStore, scope: string, now: Instant): Promise<OpenWork> => {
  const [counts, standing, due, oldest] = await Promise.all([
    orNothing(totals(rows, scope).then((found) => ({ totals: found }))),
    orNothing(inQueues(rows, scope)),
    orNothing(byDue(rows, scope, now)),
    orNothing(
      nextInstant(rows, scope).then((next) => ({
        oldestDue: next !== undefined && next < now ? next : null,
      })),
    ),
  ]);
  return { ...counts, ...standing, ...due, ...oldest };
};
