import type { Counted, Durations, Tally } from '../application/meter.js';
import { millisecondsOf, type Instant } from '../domain/kernel/instant.js';
import type { ProjectionStatus } from './projections/projections-at-work.js';
import type { QuejasHealth } from './quejas.js';
import type { MetricFamily, MetricLabels, MetricSample } from '../queries/metrics/open-metrics.js';
import type { OpenWork } from '../queries/metrics/open-work.js';

const counted = (
  name: string,
  help: string,
  tallies: readonly Tally[],
  labelled: (of: Tally['of']) => MetricLabels,
): MetricFamily => ({
  ...{ name, help, type: 'counter' },
  samples: tallies.map(({ of, count }) => ({ labels: labelled(of), value: count })),
});

const took = (name: string, help: string, histogram: Durations): MetricFamily => ({
  ...{ name, help, type: 'histogram', unit: 'seconds', histogram },
});

/** What this program has done since it opened the store. */
export const doneFamilies = (done: Counted): readonly MetricFamily[] => [
  counted('quejas_commands', 'Commands by type and outcome.', done.commands, ([command, outcome]) => ({
    command,
    outcome,
  })),
  counted('quejas_refusals', 'Commands refused, by type and code.', done.refusals, ([command, code]) => ({
    command,
    code,
  })),
  took('quejas_command_duration_seconds', 'Seconds from a command to its outcome.', done.commandSeconds),
  counted(
    'quejas_appends',
    'Appends by outcome; a failed one with its code.',
    done.appends,
    ([outcome, code]) => ({
      outcome,
      ...(code !== '' && { code }),
    }),
  ),
  {
    ...{ name: 'quejas_appended_events', help: 'Events stored.', type: 'counter' },
    samples: [{ value: done.events }],
  },
  took('quejas_append_duration_seconds', 'Seconds from an append to its outcome.', done.appendSeconds),
];

const gauge = (
  name: string,
  help: string,
  samples: readonly MetricSample[],
  unit?: 'seconds' | 'bytes',
): MetricFamily => ({ ...{ name, help, type: 'gauge', samples }, ...(unit !== undefined && { unit }) });

const ended: ReadonlySet<string> = new Set(['closed', 'cancelled', 'rejected']);

const secondsSince = (since: Instant, now: Instant): number =>
  Math.max(0, (millisecondsOf(now) - millisecondsOf(since)) / 1000);

/** What is open, as the rows have it; a part that is not known has no samples. */
export const openFamilies = (open: OpenWork, now: Instant): readonly MetricFamily[] => {
  const statuses = Object.entries(open.totals?.byStatus ?? {});
  const inStatus = (isEnded: boolean): readonly MetricSample[] =>
    statuses
      .filter(([status]) => ended.has(status) === isEnded)
      .map(([status, value]) => ({ labels: { status }, value }));
  return [
    gauge('quejas_open_complaints', 'Open complaints by public status.', inStatus(false)),
    gauge('quejas_ended_complaints', 'Ended complaints by public status.', inStatus(true)),
    gauge(
      'quejas_queue_complaints',
      'Complaints in each queue; one may stand in several.',
      (open.queues ?? []).map(([queue, value]) => ({ labels: { queue }, value })),
    ),
    gauge(
      'quejas_overdue_complaints',
      'Complaints in the queues whose first deadline has passed: the open ones, and ended ones to which something is owed.',
      open.overdue === undefined ? [] : [{ value: open.overdue }],
    ),
    gauge(
      'quejas_due_soon_complaints',
      'Complaints in the queues whose first deadline comes within so many hours; the longer time holds the shorter.',
      (open.dueWithin ?? []).map(([hours, value]) => ({ labels: { hours: String(hours) }, value })),
    ),
    gauge(
      'quejas_unrecorded_due_seconds',
      'Seconds since the oldest warning, breach or level is due that nothing has recorded; 0 where none is.',
      open.oldestDue === undefined
        ? []
        : [{ value: open.oldestDue === null ? 0 : secondsSince(open.oldestDue, now) }],
      'seconds',
    ),
  ];
};

/** How the rows of read models do. */
export const projectionFamilies = (statuses: readonly ProjectionStatus[]): readonly MetricFamily[] => {
  const live = statuses.filter(({ state }) => state !== 'unused' && state !== 'rebuilding');
  const each = (value: (status: ProjectionStatus) => number | null): readonly MetricSample[] =>
    live.flatMap((status) => {
      const { name, version } = status;
      const found = value(status);
      const labels = { projection: name, version: String(version) };
      return found === null ? [] : [{ labels, value: found }];
    });
  return [
    gauge(
      'quejas_projection_lag_events',
      'Events after those in the rows.',
      each(({ lagEvents }) => lagEvents),
    ),
    gauge(
      'quejas_projection_lag_bytes',
      'Bytes after those in the rows.',
      each(({ lagBytes }) => lagBytes),
      'bytes',
    ),
    gauge(
      'quejas_projection_lag_seconds',
      'Seconds since the first event that the rows lack was recorded.',
      each(({ lagSeconds }) => lagSeconds),
      'seconds',
    ),
    gauge(
      'quejas_projection_paused',
      '1 where the rows are paused.',
      each(({ state }) => (state === 'paused' ? 1 : 0)),
    ),
    gauge(
      'quejas_projection_parked_events',
      'Events that the rows left out.',
      each(({ parked }) => parked),
    ),
  ];
};

/** How what reacts to events does, where this program runs it. */
export const processFamilies = ({ processes, folioRegister }: QuejasHealth): readonly MetricFamily[] => {
  const consumers = [...processes, ...(folioRegister === undefined ? [] : [folioRegister])];
  return [
    gauge(
      'quejas_process_lag_seconds',
      'Seconds since a process last knew that it had every event.',
      consumers.flatMap(({ name, lagSeconds }) =>
        lagSeconds === null ? [] : [{ labels: { process: name }, value: lagSeconds }],
      ),
      'seconds',
    ),
    gauge(
      'quejas_process_failing',
      '1 where the last attempt of a process failed.',
      consumers.map(({ name, lastError }) => ({
        labels: { process: name },
        value: lastError === undefined ? 0 : 1,
      })),
    ),
  ];
};
