import { createRunDue, type DueList } from '../application/processes/deadlines/run-due.js';
import { createStaffAlerts, type Alerting } from '../application/processes/deadlines/alert-staff.js';
import type { ActParts } from '../application/processes/deadlines/act-on-case.js';
import type { Clock } from '../application/ports/clock.js';
import type { Logger } from '../application/ports/logger.js';
import type { Timers } from '../application/ports/timers.js';
import type { ReadModelStore } from '../application/ports/read-model-store.js';
import { instantOf, millisecondsOf, type Instant } from '../domain/kernel/instant.js';
import { forms, queryInvalid } from '../queries/query-faults.js';
import { instantOfQuery, signalOfQuery, readQuery } from '../queries/read-query.js';
import { alertList } from '../queries/rows/alerts.js';
import { duePage, nextInstant } from '../queries/rows/due-index.js';
import { deadlinesHealth, earlier, type LookedAt } from './deadlines-health.js';
import type { DeadlinesHealth, Quejas } from './quejas.js';

interface DeadlinesParts extends ActParts {
  /** Absent where the host takes no notices for staff. */
  readonly alerting: Alerting | undefined;
  readonly rows: ReadModelStore;
  readonly scope: string;
  /** Ends when the rows of the due index are fit to be read. */
  readonly ready: () => Promise<void>;
  /** Ends when the rows of what staff is to be told of are: where those fail, breaches are recorded all the same. */
  readonly alertsReady: () => Promise<void>;
  /** Aborted when the program closes: a run ends after what is under way, and no notice is waited for any longer. */
  readonly closing: AbortSignal;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly logger: Logger;
}

/** What hosts call for what falls due by itself. */
export interface Deadlines extends Pick<Quejas, 'runDue' | 'nextWakeAt'> {
  readonly health: () => DeadlinesHealth;
}

/** Complaints that are looked up at once in the index. */
const pageSize = 500;
/** Milliseconds that an instant may lie ahead of the clock and count as now, as an act may. */
const ahead = 5_000;

const notAhead = { es: 'No puede ir adelante del reloj.', en: 'It may not be ahead of the clock.' };

const isProgress = (value: unknown): value is (complaints: number) => void => typeof value === 'function';

const runAsked = (options: unknown, { clock, closing }: Pick<DeadlinesParts, 'clock' | 'closing'>) => {
  const { now, dryRun, signal, onProgress } = readQuery('options', options, [
    'now',
    'dryRun',
    'signal',
    'onProgress',
  ]);
  const at = clock();
  const until = instantOfQuery('now', now) ?? at;
  if (until > instantOf(millisecondsOf(at) + ahead)) throw queryInvalid('now', now, notAhead);
  if (dryRun !== undefined && typeof dryRun !== 'boolean')
    throw queryInvalid('dryRun', dryRun, forms.yesOrNo);
  const ends = signalOfQuery(signal);
  if (onProgress !== undefined && !isProgress(onProgress))
    throw queryInvalid('onProgress', onProgress, forms.function);
  const either = ends === undefined ? closing : AbortSignal.any([ends, closing]);
  return { now: until, dryRun: dryRun === true, signal: either, onProgress };
};

/** What falls due by itself, over the due index of one provider. It has no timers: the host calls. */
export const createDeadlines = (parts: DeadlinesParts): Deadlines => {
  const { rows, scope, ready, alertsReady, clock, alerting } = parts;
  const list = alertList(rows, scope, alertsReady);
  const alerts = alerting && createStaffAlerts({ ...parts, alerting, list });
  let looked: LookedAt | undefined;
  let refusedUntil: Instant | undefined;

  const due: DueList = {
    next: async () => {
      await ready();
      const found = { due: await nextInstant(rows, scope), untold: await alerts?.next() };
      looked = found;
      return earlier(found.due, found.untold);
    },
    page: async (until, after) => {
      if (after === undefined) await ready();
      return duePage(rows, scope, until, { limit: pageSize, ...(after && { after }) });
    },
  };
  const run = createRunDue({ ...parts, due, alerts });

  return {
    runDue: async (options) => {
      const asked = runAsked(options, parts);
      const result = await run(asked);
      if (!asked.dryRun) refusedUntil = result.refused === 0 ? undefined : asked.now;
      return result;
    },
    nextWakeAt: async () => (await due.next()) ?? null,
    health: () => deadlinesHealth(looked, refusedUntil, clock()),
  };
};
