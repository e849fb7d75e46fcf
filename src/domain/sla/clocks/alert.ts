import type { ComplaintEvent } from '../../complaint/events.js';
import type { DeadlinesEvents } from '../../complaint/deadlines/messages.js';
import type { Instant } from '../../kernel/instant.js';
import type { FoldedClocks } from './clock-fold.js';
import type { ClockEvent } from './facts.js';
import { isBreachOf, type Run } from './run.js';
import { isOpen, type Standing } from './starts-and-ends.js';

/** What staff is to be told of, as it is recorded once it was told. */
export type ToAlert = Omit<DeadlinesEvents['StaffAlerted'], 'digest'>;

/** The highest of what was recorded about the deadlines of a complaint since staff was told last. */
export interface PendingAlert {
  /** What is to be recorded once staff was told. */
  readonly alert: ToAlert;
  /** When it fell due. */
  readonly at: Instant;
  /** How many things were recorded since; this one tells of all of them. */
  readonly of: number;
  /** The due instant of its clock; absent for an escalation. */
  readonly dueAt?: Instant;
  /** Whom an escalation went to; absent for the others. */
  readonly target?: string;
  /** In which figures of a digest the complaint counts. */
  readonly counted: AlertCounts;
}

/** What is true of a complaint that staff is to be told of, whichever of it is the highest. */
export interface AlertCounts {
  /** A deadline draws near, and was not missed yet. */
  readonly warned: boolean;
  /** A deadline was missed that is still to be done, whether staff was told of that before or not. */
  readonly breached: boolean;
  /** Time took it up a level. */
  readonly escalated: boolean;
}

type AlertEvent = ComplaintEvent<'SlaWarned' | 'SlaBreached' | 'Escalated'> & Pick<ClockEvent, 'recorded'>;

/** What was recorded since staff was told last. */
export type Unalerted = readonly AlertEvent[];

/**
 * What staff was not told of yet, after one more event: what was recorded while it was told remains. What was due before
 * an import brought the complaint is not among it, and what had been due in the cycle before is no more.
 */
export const unalertedAfter = (before: Unalerted, event: ClockEvent): Unalerted => {
  if (before.length > 0 && event.type === 'Reopened') return [];
  if (event.type === 'StaffAlerted')
    return before.length === 0
      ? before
      : before.filter(({ recorded }) => recorded.revision > event.data.upTo);
  if (event.recorded.source !== undefined) return before;
  if (event.type === 'SlaWarned' || event.type === 'SlaBreached') return [...before, event];
  return event.type === 'Escalated' && event.data.trigger === 'time' ? [...before, event] : before;
};

const isOfRun = ({ data }: Exclude<AlertEvent, { type: 'Escalated' }>, runs: readonly Run[]): boolean =>
  runs.some(
    (each) =>
      each.clock.id === data.clock &&
      each.cycle === data.cycle &&
      each.run === (data.run ?? 1) &&
      isOpen(each),
  );

/** True while something can still be done about it. */
const isCurrent = (event: AlertEvent, standing: Standing): boolean =>
  event.type === 'Escalated'
    ? standing.runs.some((run) => run.cycle === standing.cycle && isOpen(run))
    : isOfRun(event, standing.runs);

/** How high it stands: a warning, the first level, a breach, the levels above. */
const heightOf = (event: AlertEvent): number => {
  switch (event.type) {
    case 'SlaWarned':
      return event.data.percent / 100;
    case 'SlaBreached':
      return 3;
    case 'Escalated':
      return event.data.level === 1 ? 2 : event.data.level + 2;
  }
};

/** What is recorded of the highest, but for how far it tells. */
type Highest = Pick<PendingAlert, 'dueAt' | 'target'> & { readonly alert: Omit<ToAlert, 'upTo'> };

const highestOf = (event: AlertEvent, { cycle }: Standing): Highest => {
  switch (event.type) {
    case 'SlaWarned': {
      const { clock, cycle: of, run, percent, dueAt } = event.data;
      return { alert: { act: 'warning', level: percent, clock, cycle: of, ...(run && { run }) }, dueAt };
    }
    case 'SlaBreached': {
      const { clock, cycle: of, run, dueAt } = event.data;
      return { alert: { act: 'breach', clock, cycle: of, ...(run && { run }) }, dueAt };
    }
    case 'Escalated': {
      const { level, target } = event.data;
      return { alert: { act: 'escalation', level, cycle }, target };
    }
  }
};

const countsOf = (
  current: Unalerted,
  { facts, standing }: Pick<FoldedClocks, 'facts' | 'standing'>,
): AlertCounts => {
  const missed = standing.runs.filter((run) => isOpen(run) && facts.some(isBreachOf(run)));
  return {
    warned: current.some((event) => event.type === 'SlaWarned' && !isOfRun(event, missed)),
    breached: missed.length > 0,
    escalated: current.some(({ type }) => type === 'Escalated'),
  };
};

/**
 * What staff is to be told of now: the highest of what was recorded since it was told last, and one thing for a
 * complaint. `undefined` where nothing was, and where nothing can be done about it any more.
 */
export const alertOf = (
  unalerted: Unalerted,
  folded: Pick<FoldedClocks, 'facts' | 'standing'>,
): PendingAlert | undefined => {
  const { standing } = folded;
  const current = unalerted.filter((event) => isCurrent(event, standing));
  const [first, ...rest] = current;
  if (first === undefined) return undefined;
  const highest = rest.reduce((one, other) => (heightOf(other) > heightOf(one) ? other : one), first);
  const { alert, ...told } = highestOf(highest, standing);
  const upTo = unalerted.at(-1)?.recorded.revision ?? highest.recorded.revision;
  const counted = countsOf(current, folded);
  return { alert: { ...alert, upTo }, ...told, at: highest.recorded.occurredAt, of: current.length, counted };
};
