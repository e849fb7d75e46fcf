import type { CaseHistory } from '../../application/ports/projection.js';
import { settledOf, type RunningClock, type Settled } from '../../domain/board/settled.js';
import type { CaseCard } from '../../domain/complaint/card.js';
import type { Instant } from '../../domain/kernel/instant.js';
import { changeOf, type Named, type TallyChange } from '../../domain/kernel/tally.js';
import { eventsOf, type CaseClocks } from '../case-clocks/case-clocks.js';
import type { CaseContext } from '../runtime/define-projection.js';

/**
 * Names the row in each table of the board that marks it as unreliable: what was kept there hung on a policy or a calendar
 * that the program which wrote it did not know. Each table has its own, since each is made anew by itself.
 */
export const unreliable = '!';

/** What becomes of a complaint on the board by one event. */
export interface BoardChange extends TallyChange {
  /** From when on what it adds holds; absent where it adds nothing for good. */
  readonly from: Instant | undefined;
  /** Clocks that ran on after its end, and no longer do so in the same way. */
  readonly left: readonly RunningClock[];
  /** Clocks that run on after its end, and did not before. */
  readonly begun: readonly RunningClock[];
  /** Whether what is kept of ended requests changes. */
  readonly isKept: boolean;
  /** Whether it names a policy or a calendar that is not known here: what is kept of such requests cannot be relied on. */
  readonly isUnknown: boolean;
  /** Whether it was read anew at each answer before the event. */
  readonly wasOpen: boolean;
  /** Whether it is read anew at each answer from now on. */
  readonly isOpen: boolean;
}

/** How one read model that keeps durations of ended requests writes a change of them. */
interface DurationRows<Change> {
  /** The row that marks it as unreliable. */
  readonly mark: () => Change;
  readonly remove: (duration: Named) => Change;
  readonly add: (duration: Named) => Change;
}

/** The changes of its rows: nothing where an event changes nothing of the board. */
export const durationChanges = <Change>(
  change: BoardChange | undefined,
  { mark, remove, add }: DurationRows<Change>,
): readonly Change[] | undefined =>
  change && [...(change.isUnknown ? [mark()] : []), ...change.removed.map(remove), ...change.added.map(add)];

/** What complaints add to the board, found once for all read models that keep it. */
export interface BoardCases extends Pick<CaseClocks, 'learn'> {
  /** `undefined` where an event changes nothing of it: while a complaint is open. */
  readonly change: (context: CaseContext) => BoardChange | undefined;
}

const isFiled = ({ receivedAt }: CaseCard): boolean => receivedAt !== null;

const hasEnded = (card: CaseCard): boolean => isFiled(card) && card.facets.ending !== 'open';

const knownOf = (settled: ReturnType<typeof settledOf>): Settled | undefined =>
  settled === 'unknown' ? undefined : settled;

const isSame = (one: RunningClock, other: RunningClock): boolean =>
  one.clock === other.clock &&
  one.cycle === other.cycle &&
  one.run === other.run &&
  one.dueAt === other.dueAt;

const without = (all: readonly RunningClock[], taken: readonly RunningClock[]): readonly RunningClock[] =>
  all.filter((each) => !taken.some((other) => isSame(each, other)));

/** The clocks that no longer run on, and those that do so from now on. */
const clocksBetween = (
  was: Settled | undefined,
  is: Settled | undefined,
): Pick<BoardChange, 'left' | 'begun'> => {
  const [before, now] = [was?.running ?? [], is?.running ?? []];
  return { left: without(before, now), begun: without(now, before) };
};

export const boardCases = (clocks: CaseClocks): BoardCases => {
  const settled = new WeakMap<CaseHistory, { readonly settled: ReturnType<typeof settledOf> }>();
  const changes = new WeakMap<CaseHistory, BoardChange>();

  const settledAfter = (card: CaseCard, history: CaseHistory | undefined): ReturnType<typeof settledOf> => {
    if (history === undefined || !hasEnded(card)) return undefined;
    const known = settled.get(history);
    if (known !== undefined) return known.settled;
    const found = settledOf({
      card,
      events: eventsOf(history),
      folded: clocks.folded(history),
      published: clocks.published,
    });
    settled.set(history, { settled: found });
    return found;
  };

  const changeBy = ({ card, before, history }: CaseContext): BoardChange => {
    const [earlier, now] = [settledAfter(before, history.earlier), settledAfter(card, history)];
    const [was, is] = [knownOf(earlier), knownOf(now)];
    const change = changeOf(was?.contribution, is?.contribution);
    const clocksChange = clocksBetween(was, is);
    const isUnknown = earlier === 'unknown' || now === 'unknown';
    const lists = [change.counts, change.removed, change.added, clocksChange.left, clocksChange.begun];
    return {
      ...{ ...change, ...clocksChange, isUnknown },
      from: is?.from,
      isKept: isUnknown || lists.some(({ length }) => length > 0),
      wasOpen: isFiled(before) && was === undefined,
      isOpen: isFiled(card) && is === undefined,
    };
  };

  return {
    change: (context) => {
      const { card, before, history } = context;
      if (isFiled(before) && !hasEnded(before) && !hasEnded(card)) return undefined;
      const known = changes.get(history);
      if (known !== undefined) return known;
      const change = changeBy(context);
      changes.set(history, change);
      return change;
    },
    learn: clocks.learn,
  };
};
