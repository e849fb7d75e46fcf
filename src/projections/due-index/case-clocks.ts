import type { CaseHistory } from '../../application/ports/projection.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { clocksAfter, unfoldedClocks, type FoldedClocks } from '../../domain/sla/clocks/clock-fold.js';
import type { ClockEvent } from '../../domain/sla/clocks/facts.js';
import { pendingClocks, type PendingClock } from '../../domain/sla/clocks/pending.js';
import type { Published } from '../../domain/sla/clocks/read-clocks.js';

/** The clocks of complaints as read models see them, folded once for all of those. */
export interface CaseClocks {
  /** What the clocks of a complaint still have to record after these events; none where nothing is recorded. */
  readonly pending: (history: CaseHistory | undefined) => readonly PendingClock[];
  /** When the first of its open clocks is due, in time or late; `null` where none has a due instant. */
  readonly firstDue: (history: CaseHistory | undefined) => Instant | null;
  /** `id@version` of the policies that the events name and that are not known here. */
  readonly missing: (history: CaseHistory) => readonly string[];
}

/** The events of a complaint, from the first on. */
const eventsOf = (history: CaseHistory): readonly ClockEvent[] => {
  const events: ClockEvent[] = [];
  for (let each: CaseHistory | undefined = history; each !== undefined; each = each.earlier)
    events.push(each.event);
  return events.reverse();
};

const isSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((each, index) => each === other[index]);

/** What records something about deadlines, so that it is pending no more. */
const recording: ReadonlySet<string> = new Set(['SlaWarned', 'SlaBreached', 'Escalated', 'Reopened']);

interface Standing {
  readonly folded: FoldedClocks;
  readonly pending: readonly PendingClock[];
}

const atFirst: Standing = { folded: unfoldedClocks, pending: [] };

export const caseClocks = ({ policyOf, calendarOf }: Published): CaseClocks => {
  const kept = new WeakMap<CaseHistory, Standing>();

  const after = (before: Standing, history: CaseHistory): Standing => {
    const { event } = history;
    const folded = clocksAfter(before.folded, event, () => eventsOf(history), policyOf);
    const isAsBefore =
      isSame(folded.standing.runs, before.folded.standing.runs) &&
      folded.pauses === before.folded.pauses &&
      folded.facts.length > before.folded.facts.length &&
      !recording.has(event.type);
    return { folded, pending: isAsBefore ? before.pending : pendingClocks(folded, calendarOf) };
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
    firstDue: (history) =>
      standingOf(history)
        .pending.filter(({ state }) => state === 'running')
        .reduce<Instant | null>(
          (first, { dueAt }) => (dueAt !== null && (first === null || dueAt < first) ? dueAt : first),
          null,
        ),
    missing: (history) => standingOf(history).folded.standing.missing,
  };
};
