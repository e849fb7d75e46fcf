import type { CaseHistory } from '../../application/ports/projection.js';
import type { PendingClock } from '../../domain/sla/clocks/pending.js';
import { caseClocks, type CaseClocks } from '../case-clocks/case-clocks.js';
import { defineProjection, type DefinedProjection, type RowOf } from '../runtime/define-projection.js';

/** What stands for an instant that is none: after every instant, in the order of bytes. */
export const noInstant = '~';

/** Under this name stands a complaint whose policy is not known here, instead of its clocks. */
export const unknownClock = '?';

const columns = {
  complaint: 'text',
  folio: 'text?',
  /** Name in the policy, `C-07`. */
  clock: 'text',
  cycle: 'integer',
  run: 'integer',
  /** When the next of it is to be recorded: a warning, a level, a breach; or `noInstant`. */
  next: 'text',
  /** UTC instant, or `noInstant`. */
  due: 'text',
  /** `running`, `paused`, `ended` (late, and that is not recorded), `unanswered`. */
  state: 'text',
} as const;

const key = ['complaint', 'clock', 'cycle', 'run'] as const;

/** A row of the due index. */
export type DueRow = RowOf<typeof columns>;

/** The due index: a read model that is told which versions to count by. */
export type DueIndex = DefinedProjection<typeof columns, (typeof key)[number]> & Pick<CaseClocks, 'learn'>;

type Entry = Omit<DueRow, 'complaint' | 'folio'>;

const entryOf = ({ run: { clock, cycle, run }, state, dueAt, acts }: PendingClock): Entry => ({
  clock: clock.id,
  cycle,
  run,
  next: acts[0]?.at ?? noInstant,
  due: dueAt ?? noInstant,
  state,
});

const unknown: Entry = {
  ...{ clock: unknownClock, cycle: 1, run: 1 },
  ...{ next: noInstant, due: noInstant, state: 'unanswered' },
};

const isSameRun = (one: Entry, other: Entry): boolean =>
  one.clock === other.clock && one.cycle === other.cycle && one.run === other.run;

const isSame = (one: Entry, other: Entry): boolean =>
  one.next === other.next && one.due === other.due && one.state === other.state;

/**
 * The open clocks of the provider, one narrow row each, by the next instant at which something of them is to be
 * recorded (I-18, O-33). A paused one has none. Written only where one of them changes.
 */
export const dueIndex = (clocks: CaseClocks = caseClocks()): DueIndex => {
  const entriesOf = (history: CaseHistory | undefined): readonly Entry[] => {
    if (history === undefined) return [];
    const known = clocks.pending(history).map(entryOf);
    return clocks.missing(history).length === 0 ? known : [...known, unknown];
  };

  const isAsBefore = (history: CaseHistory): boolean => {
    const { earlier } = history;
    return (
      earlier !== undefined &&
      clocks.pending(earlier) === clocks.pending(history) &&
      clocks.missing(earlier) === clocks.missing(history)
    );
  };

  const definition = defineProjection({
    name: 'due-index',
    version: 1,
    columns,
    key,
    indexes: [['next', 'complaint', 'clock', 'cycle', 'run']],
    onEvery: (_event, rows, { complaint, card: { folio }, before, history }) => {
      if (before.folio === folio && isAsBefore(history)) return undefined;
      const [was, is] = [entriesOf(history.earlier), entriesOf(history)];
      const left = was
        .filter((entry) => !is.some((other) => isSameRun(entry, other)))
        .map(({ clock, cycle, run }) => rows.remove({ complaint, clock, cycle, run }));
      const changed = is
        .filter((entry) => {
          const earlier = was.find((other) => isSameRun(entry, other));
          return earlier === undefined || !isSame(earlier, entry) || before.folio !== folio;
        })
        .map((entry) => rows.set({ complaint, folio, ...entry }));
      return [...left, ...changed];
    },
  });
  return { ...definition, learn: clocks.learn };
};
