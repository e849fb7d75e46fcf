import type { CaseHistory } from '../../application/ports/projection.js';
import { clocksAfter, unfoldedClocks, type FoldedClocks } from '../../domain/sla/clocks/clock-fold.js';
import { evolvePauses } from '../../domain/complaint/pauses.js';
import { isCorrection, type ClockEvent } from '../../domain/sla/clocks/facts.js';
import { heededTypes } from '../../domain/sla/clocks/heeded.js';
import { alertOf, unalertedAfter, type PendingAlert, type Unalerted } from '../../domain/sla/clocks/alert.js';
import { pendingAfter, pendingClocks, type PendingClock } from '../../domain/sla/clocks/pending.js';
import type { Published } from '../../domain/sla/clocks/read-clocks.js';
import { knownVersions } from './known-versions.js';

/** The first of the clocks of the work on a request, and of those of the rights over data that legal answers. */
export interface FirstClocks {
  readonly work: PendingClock | undefined;
  readonly rights: PendingClock | undefined;
}

/** The clocks of complaints as read models see them, folded once for all of those. */
export interface CaseClocks {
  /** What the clocks of a complaint still have to record after these events; none where nothing is recorded. */
  readonly pending: (history: CaseHistory | undefined) => readonly PendingClock[];
  /**
   * The open clock that is due first, in time or late; where all are paused, the one that was started first;
   * `undefined` where none is open. The cap on the age of a request (C-24) is not among them.
   */
  readonly first: (history: CaseHistory | undefined) => FirstClocks;
  /** What staff is to be told of; `undefined` where nothing is. */
  readonly alert: (history: CaseHistory | undefined) => PendingAlert | undefined;
  /** What the clocks of a complaint are read from. */
  readonly folded: (history: CaseHistory | undefined) => FoldedClocks;
  /** The policies and calendars that are known here. */
  readonly published: Published;
  /** `id@version` of the policies that the events name and that are not known here. */
  readonly missing: (history: CaseHistory) => readonly string[];
  /** Counts by the versions of one more provider from now on. */
  readonly learn: (published: Published) => void;
}

/** True for a read model that counts deadlines, and has to be told by which versions. */
export const countsClocks = (projection: object): projection is Pick<CaseClocks, 'learn'> =>
  'learn' in projection && typeof projection.learn === 'function';

/** The events of a complaint in their order: those after `from`, all of them where there is none. */
export const eventsOf = (history: CaseHistory, from?: CaseHistory): readonly ClockEvent[] => {
  const events: ClockEvent[] = [];
  for (let each: CaseHistory | undefined = history; each !== undefined && each !== from; each = each.earlier)
    events.push(each.event);
  return events.reverse();
};

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((each, index) => each === other[index]);

/** What records something about deadlines, so that it is pending no more, or that staff was told of it. */
const recording: ReadonlySet<string> = new Set([
  'SlaWarned',
  'SlaBreached',
  'Escalated',
  'StaffAlerted',
  'Reopened',
]);

interface Standing {
  /** What is folded into it; the events since then change none of it, and are folded with the next one that does. */
  readonly upTo: CaseHistory | undefined;
  readonly folded: FoldedClocks;
  /** The types of the events that can change its runs. */
  readonly heeded: ReadonlySet<string>;
  readonly pending: readonly PendingClock[];
  readonly first: FirstClocks;
  readonly unalerted: Unalerted;
  readonly alert: PendingAlert | undefined;
}

const atFirst: Standing = {
  upTo: undefined,
  folded: unfoldedClocks,
  heeded: heededTypes(unfoldedClocks.standing),
  pending: [],
  first: { work: undefined, rights: undefined },
  unalerted: [],
  alert: undefined,
};

/** Most events change no clock: not what is recorded of them, no run and no pause. */
const leavesAsIs = ({ heeded, folded: { pauses } }: Standing, event: ClockEvent): boolean =>
  !recording.has(event.type) &&
  !heeded.has(event.type) &&
  !isCorrection(event) &&
  evolvePauses(pauses, event, event.recorded) === pauses;

/** Before the others: what runs before what is paused, then what is due first, then what was started first. */
const isBefore = (one: PendingClock, other: PendingClock | undefined): boolean => {
  if (other === undefined || one.state !== other.state) return other === undefined || one.state === 'running';
  const [a, b] = [one.dueAt ?? one.run.startedAt, other.dueAt ?? other.run.startedAt];
  return a < b;
};

/** Run for weeks beside the deadlines of the work, whatever holds that up: by them a paused case would never look so. */
export const capsOnAge: ReadonlySet<string> = new Set(['C-24']);

/** Run for what a user asked of their data, whatever becomes of the request: the work of legal alone. */
const clocksOfRights: ReadonlySet<string> = new Set(['C-25']);

const firstOf = (pending: readonly PendingClock[]): FirstClocks => {
  let work: PendingClock | undefined;
  let rights: PendingClock | undefined;
  for (const each of pending) {
    const { id } = each.run.clock;
    if ((each.state !== 'running' && each.state !== 'paused') || capsOnAge.has(id)) continue;
    if (!clocksOfRights.has(id)) work = isBefore(each, work) ? each : work;
    else if (isBefore(each, rights)) rights = each;
  }
  return { work, rights };
};

export const caseClocks = (): CaseClocks => {
  const versions = knownVersions();
  const { policyOf, calendarOf, learn } = versions;
  const kept = new WeakMap<CaseHistory, Standing>();

  const after = (before: Standing, history: CaseHistory): Standing => {
    const { event } = history;
    if (leavesAsIs(before, event)) return before;
    const folded = eventsOf(history, before.upTo).reduce(
      (clocks, each) => clocksAfter(clocks, each, () => eventsOf(history), policyOf),
      before.folded,
    );
    const haveOnlyRunsChanged =
      folded.standing.era === before.folded.standing.era &&
      folded.pauses === before.folded.pauses &&
      folded.facts.length > before.folded.facts.length &&
      !recording.has(event.type);
    const unalerted = unalertedAfter(before.unalerted, event);
    if (haveOnlyRunsChanged && isSame(folded.standing.runs, before.folded.standing.runs))
      return { ...before, upTo: history, folded, unalerted };
    const alert = alertOf(unalerted, folded);
    const pending = haveOnlyRunsChanged
      ? pendingAfter(before.folded, before.pending, folded, calendarOf)
      : pendingClocks(folded, calendarOf);
    const heeded = heededTypes(folded.standing);
    return { upTo: history, folded, heeded, pending, first: firstOf(pending), unalerted, alert };
  };

  const standingOf = (history: CaseHistory | undefined): Standing => {
    const waiting: CaseHistory[] = [];
    let from = atFirst;
    for (let each = history; each !== undefined; each = each.earlier) {
      const known = kept.get(each);
      if (known !== undefined) {
        from = known;
        break;
      }
      waiting.push(each);
    }
    return waiting.reduceRight<Standing>((before, each) => {
      const standing = after(before, each);
      kept.set(each, standing);
      return standing;
    }, from);
  };

  return {
    pending: (history) => standingOf(history).pending,
    first: (history) => standingOf(history).first,
    alert: (history) => standingOf(history).alert,
    folded: (history) => standingOf(history).folded,
    published: versions,
    missing: (history) => standingOf(history).folded.standing.missing,
    learn,
  };
};
