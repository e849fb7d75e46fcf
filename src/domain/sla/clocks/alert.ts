import type { ComplaintEvent } from '../../complaint/events.js';
import type { DeadlinesEvents } from '../../complaint/deadlines/messages.js';
import type { Instant } from '../../kernel/instant.js';
import type { RejectionText } from '../../kernel/rejection-text.js';
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
  /** What else is true of it: one notice tells of all. */
  readonly also: AlsoTold;
  /** In which figures of a digest the complaint counts. */
  readonly counted: AlertCounts;
}

/** What a notice tells besides the highest; nothing of it stands in that already. */
export interface AlsoTold {
  /** What the deadlines are called that were missed and are still to be done. */
  readonly missed: readonly RejectionText[];
  /** Those that draw near, and were not missed yet. */
  readonly near: readonly RejectionText[];
  /** The level that time took it up to; `null` where the notice is of that, or it went up none. */
  readonly level: number | null;
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

type OfRun = Exclude<AlertEvent, { type: 'Escalated' }>;

const isAbout =
  ({ data }: OfRun) =>
  (run: Run): boolean =>
    run.clock.id === data.clock && run.cycle === data.cycle && run.run === (data.run ?? 1);

const isOfRun = (event: OfRun, runs: readonly Run[]): boolean =>
  runs.some((run) => isOpen(run) && isAbout(event)(run));

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

type Folded = Pick<FoldedClocks, 'facts' | 'standing'>;

const missedIn = ({ facts, standing }: Folded): readonly Run[] =>
  standing.runs.filter((run) => isOpen(run) && facts.some(isBreachOf(run)));

/** Each clock by its name once, of however many visits or requirements it runs. */
const namesOf = (runs: readonly Run[]): readonly RejectionText[] => [
  ...new Map(runs.map(({ clock: { id, name } }) => [id, name])).values(),
];

const alsoOf = (highest: AlertEvent, current: Unalerted, folded: Folded): AlsoTold => {
  const isOther = (run: Run): boolean => highest.type === 'Escalated' || !isAbout(highest)(run);
  const missed = missedIn(folded);
  const near = folded.standing.runs.filter(
    (run) =>
      isOpen(run) &&
      !missed.includes(run) &&
      current.some((event) => event.type === 'SlaWarned' && isAbout(event)(run)),
  );
  const levels = current.flatMap((event) => (event.type === 'Escalated' ? [event.data.level] : []));
  return {
    missed: namesOf(missed.filter(isOther)),
    near: namesOf(near.filter(isOther)),
    level: highest.type === 'Escalated' || levels.length === 0 ? null : Math.max(...levels),
  };
};

const countsOf = (current: Unalerted, folded: Folded): AlertCounts => {
  const missed = missedIn(folded);
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
export const alertOf = (unalerted: Unalerted, folded: Folded): PendingAlert | undefined => {
  const { standing } = folded;
  const current = unalerted.filter((event) => isCurrent(event, standing));
  const [first, ...rest] = current;
  if (first === undefined) return undefined;
  const highest = rest.reduce((one, other) => (heightOf(other) > heightOf(one) ? other : one), first);
  const { alert, ...told } = highestOf(highest, standing);
  const upTo = unalerted.at(-1)?.recorded.revision ?? highest.recorded.revision;
  const [also, counted] = [alsoOf(highest, current, folded), countsOf(current, folded)];
  const { occurredAt: at } = highest.recorded;
  return { alert: { ...alert, upTo }, ...told, at, of: current.length, also, counted };
};
