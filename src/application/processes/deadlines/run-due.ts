import type { Instant } from '../../../domain/kernel/instant.js';
import type { DueCursor } from './due-cursor.js';
import type { Alerted, StaffAlerts } from './alert-staff.js';
import { actOnCase, type ActParts, type Outcome } from './act-on-case.js';

/** The index of what is due: it says where to look, and decides nothing. */
export interface DueList {
  /** When something is to be recorded next; `undefined` where nothing is. */
  readonly next: () => Promise<Instant | undefined>;
  /** Complaints of which something is to be recorded by an instant, the earliest first. */
  readonly page: (
    until: Instant,
    after: DueCursor | undefined,
  ) => Promise<{ readonly complaints: readonly string[]; readonly next?: DueCursor }>;
}

/** What is said to a run besides the instant. */
export interface DueRun {
  readonly now: Instant;
  /** Nothing is recorded; what a run would record is counted, but for what a rule would refuse. */
  readonly dryRun: boolean;
  /** Ends after what is under way. */
  readonly signal: AbortSignal | undefined;
  /** Told how many complaints were looked at. */
  readonly onProgress: ((complaints: number) => void) | undefined;
}

/** What a run found and did. */
export interface DueResult {
  /** Warnings, levels, breaches and lapses that were due. */
  readonly due: number;
  /**
   * Those that this run recorded; another program may have recorded others. What two programs record on a server at the
   * same moment is stored once, and both count it (ADR 0805).
   */
  readonly acted: number;
  /** Those that a rule refused. */
  readonly refused: number;
  /** Notices that staff was given: none where the host takes none, and out of the hours for them. */
  readonly notices: number;
  /** Notices that the host failed to deliver; a later run gives them again. */
  readonly undelivered: number;
  /**
   * When the next one is due; `null` where none is. One in the past was refused, is a notice that was not delivered, or
   * the run was ended early: a host that waits until then waits a minute at least, lest it asks a mail server that is away
   * without a pause.
   */
  readonly nextWakeAt: Instant | null;
}

/** Complaints looked at together, so that what they store shares a transaction. */
const together = 32;

const noNotices: Alerted = { notices: 0, undelivered: 0 };

const nothing: Outcome = { due: 0, acted: 0, refused: 0 };

const sum = (one: Outcome, other: Outcome): Outcome => ({
  due: one.due + other.due,
  acted: one.acted + other.acted,
  refused: one.refused + other.refused,
});

/**
 * Records everything that is due by an instant, page by page: warnings, breaches, levels of escalation and lapses, each once,
 * also where several programs run it at the same time (design: events, due index, runDue, command).
 */
export const createRunDue = (
  parts: ActParts & {
    readonly due: DueList;
    /** Absent where the host takes no notices. */
    readonly alerts: StaffAlerts | undefined;
  },
) => {
  const { due, alerts } = parts;

  /** One pass over what is due; what it recorded may have brought something else that is due already. */
  const pass = async (run: DueRun, done: Set<string>): Promise<Outcome> => {
    const { now, dryRun, signal, onProgress } = run;
    let total = nothing;
    let after: DueCursor | undefined;
    do {
      const page = await due.page(now, after);
      const waiting = page.complaints.filter((complaint) => !done.has(complaint));
      for (let begin = 0; begin < waiting.length && signal?.aborted !== true; begin += together) {
        const some = waiting.slice(begin, begin + together);
        const outcomes = await Promise.all(
          some.map((complaint) => actOnCase(parts, { complaint, now, dryRun })),
        );
        total = outcomes.reduce(sum, total);
        onProgress?.(some.length);
      }
      // A complaint may stand on several pages, by several of its clocks. What is recorded takes it off those to come; a
      // dry run has to remember it.
      if (!dryRun) done.clear();
      page.complaints.forEach((complaint) => done.add(complaint));
      after = page.next;
    } while (after !== undefined && signal?.aborted !== true);
    return total;
  };

  return async (run: DueRun): Promise<DueResult> => {
    let looked = 0;
    const onProgress = (more: number): void => {
      looked += more;
      run.onProgress?.(looked);
    };
    let total = nothing;
    for (;;) {
      const one = await pass({ ...run, onProgress }, new Set());
      // What a pass found and did not record, the next one finds again.
      total = { due: total.acted + one.due, acted: total.acted + one.acted, refused: one.refused };
      if (one.acted === 0 || run.signal?.aborted === true) break;
    }
    const told = run.dryRun ? undefined : await alerts?.run(run.signal);
    return { ...total, ...(told ?? noNotices), nextWakeAt: (await due.next()) ?? null };
  };
};
