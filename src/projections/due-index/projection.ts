import type { CaseHistory } from '../../application/ports/projection.js';
import type { CaseCard } from '../../domain/complaint/card.js';
import { pendingLapse } from '../../domain/complaint/ending/lapsing.js';
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
  /** Name in the policy, `C-07`; or `lapse`: the request ends by itself then. */
  clock: 'text',
  cycle: 'integer',
  run: 'integer',
  /** When the next of it is to be recorded: a warning, a level, a breach; or `noInstant`. */
  next: 'text',
  /** UTC instant, or `noInstant`. */
  due: 'text',
  /** `running`, `paused`, `ended` (what fell due before is not all recorded), `unanswered`. */
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

/** Under this name stands when the request ends by itself, for what the user left undone. */
const lapse = 'lapse';

/** The system that an import brought the complaint from had terms of its own: staff decides about those. */
const isImported = (history: CaseHistory | undefined): boolean => {
  let first = history;
  while (first?.earlier !== undefined) first = first.earlier;
  return first?.event.recorded.source !== undefined;
};

const lapseOf = (card: CaseCard, zone: string, history: CaseHistory | undefined): readonly Entry[] => {
  const pending = pendingLapse(card, zone);
  if (pending === undefined || isImported(history)) return [];
  const { at, cycle } = pending;
  return [{ clock: lapse, cycle, run: 1, next: at, due: at, state: 'running' }];
};

const isSameRun = (one: Entry, other: Entry): boolean =>
  one.clock === other.clock && one.cycle === other.cycle && one.run === other.run;

const isSame = (one: Entry, other: Entry): boolean =>
  one.next === other.next && one.due === other.due && one.state === other.state;

/**
 * The open clocks of the provider, one narrow row each, by the next instant at which something of them is to be
 * recorded (I-18, O-33). A paused one has none but what fell due before its pause. Beside them stands when the request
 * lapses. Written only where one of them changes.
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
    version: 4,
    columns,
    key,
    indexes: [['next', 'complaint', 'clock', 'cycle', 'run']],
    onEvery: ({ zone }, rows, { complaint, card, before, history }) => {
      const { folio } = card;
      const [lapsed, lapses] = [lapseOf(before, zone, history.earlier), lapseOf(card, zone, history)];
      const areClocksAsBefore = before.folio === folio && isAsBefore(history);
      if (areClocksAsBefore && lapsed.length + lapses.length === 0) return undefined;
      const was = [...entriesOf(history.earlier), ...lapsed];
      const is = [...entriesOf(history), ...lapses];
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
