import { reasonOf } from '../errors/reason-of.js';
import type { StoreError } from '../errors/store-error.js';
import type {
  AppendOutcome,
  AppendRequest,
  EventStore,
  NewEvent,
  StoredEvent,
  StoreIdentity,
  StreamName,
} from '../ports/event-store.js';
import type { Logger } from '../ports/logger.js';
import type { MarkedEvent, MarkedNumbers, StoreMarks } from '../ports/store-marks.js';
import type { Timers } from '../ports/timers.js';

/** Keeps the mark of a store in step with what is stored through it. */
export interface MarkKeeper {
  /** Takes note of an append that was stored; writes nothing now. */
  readonly stored: (request: AppendRequest, outcome: AppendOutcome) => void;
  /** Takes note of events that are stored already: a process that was killed did not mark its last ones. */
  readonly found: (events: readonly StoredEvent[]) => void;
  /** Takes note of numbers that were lent before. */
  readonly lent: (numbers: readonly MarkedNumbers[]) => void;
  /** Writes what was noted. */
  readonly flush: () => Promise<void>;
  /** Writes what was noted, and ends. */
  readonly close: () => Promise<void>;
}

/** Milliseconds after which what was stored is marked: within a second, also where the disk takes its time. */
const markAfter = 500;

const numbersIn = (stream: StreamName, events: readonly NewEvent[]): readonly MarkedNumbers[] =>
  events.flatMap(({ type, data, metadata, zone }) =>
    type === 'FolioBlockReserved' && typeof data['to'] === 'number'
      ? [{ stream, next: data['to'], provider: metadata.provider, zone }]
      : [],
  );

export const markKeeper = ({
  marks,
  identity: { id: store, place },
  timers,
  logger,
}: {
  readonly marks: StoreMarks;
  readonly identity: StoreIdentity;
  readonly timers: Timers;
  readonly logger: Logger;
}): MarkKeeper => {
  const numbers = new Map<string, MarkedNumbers>();
  let last: MarkedEvent | undefined;
  let isNew = false;
  let cancel: (() => void) | undefined;
  let writing: Promise<void> = Promise.resolve();

  const write = async (): Promise<void> => {
    if (!isNew || last === undefined) return;
    isNew = false;
    try {
      await marks.keep({ store, place, last, numbers: [...numbers.values()] });
    } catch (error) {
      isNew = true;
      logger.warn('the mark of the store could not be kept', { store, reason: reasonOf(error) });
    }
  };

  const flush = (): Promise<void> => {
    cancel?.();
    cancel = undefined;
    return (writing = writing.then(write));
  };

  const lent = (given: readonly MarkedNumbers[]): void => {
    for (const each of given)
      if ((numbers.get(each.stream)?.next ?? 0) < each.next) numbers.set(each.stream, each);
  };

  const isThere = (event: MarkedEvent): void => {
    if (last === undefined || last.position < event.position) last = event;
    isNew = true;
    cancel ??= timers.after(markAfter, () => void flush());
  };

  return {
    lent,
    found: (events) => {
      for (const event of events) {
        const { id, stream, revision, position } = event;
        lent(numbersIn(stream, [event]));
        isThere({ id, stream, revision, position });
      }
    },
    stored: ({ stream, events }, outcome) => {
      const event = events.at(-1);
      if (outcome.kind !== 'appended' || event === undefined) return;
      const { revision, position } = outcome;
      lent(numbersIn(stream, events));
      isThere({ id: event.id, stream, revision, position });
    },
    flush,
    close: flush,
  };
};

/** A store whose appends are marked; with `fault`, one that refuses them all. */
export const markedStore = <Store extends EventStore>(
  store: Store,
  keeper: MarkKeeper | undefined,
  fault: () => StoreError | undefined,
): Store => ({
  ...store,
  append: (request: AppendRequest) => {
    const refusal = fault();
    if (refusal !== undefined) return Promise.reject(refusal);
    const appended = store.append(request);
    if (keeper === undefined) return appended;
    return appended.then((outcome) => {
      keeper.stored(request, outcome);
      return outcome;
    });
  },
});
