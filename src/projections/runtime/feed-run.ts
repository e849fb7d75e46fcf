import {
  rowsOfDamagedTable,
  rowsOfOtherColumns,
  rowsPausedByOperator,
} from '../../application/errors/rows-faults.js';
import { storeError, storeErrorSaying, type StoreError } from '../../application/errors/store-error.js';
import { toldReason } from '../../application/errors/store-reasons.js';
import type { EventFeed, Feed, FeedBatch } from '../../application/ports/event-feed.js';
import type { EventStore, Position, StoredEvent } from '../../application/ports/event-store.js';
import type {
  Checkpoint,
  ProjectedRows,
  ProjectionFault,
  ProjectionRef,
} from '../../application/ports/projected-rows.js';
import { cardFold } from './card-fold.js';
import { isPausedByOperator } from './paused-by-operator.js';
import { isSame } from './projection-ref.js';
import { isDamagedTable, otherColumns } from './table-fault.js';

export interface FeedRunParts {
  readonly feed: EventFeed;
  readonly store: Pick<EventStore, 'read'>;
  readonly rows: ProjectedRows;
  readonly prefixes: readonly string[];
  /** Told of the events of each batch before they are projected, for what the read models have to know of them. */
  readonly learn?: (events: readonly StoredEvent[]) => Promise<void>;
}

/** What is said of rows that stand still by a fault of an event, or of their table. */
const metFault = (projection: string, fault: ProjectionFault | undefined): StoreError => {
  const { type = null, position = null, message: reason = '', text } = fault ?? {};
  if (isDamagedTable(fault)) return rowsOfDamagedTable(projection, reason);
  const details = { projection, type, position, reason };
  return storeErrorSaying('rows-paused', details, text ?? toldReason(reason));
};

/** What a query and a log say of a projection that is paused. */
export const pausedFault = ({ name, fault }: Pick<Checkpoint, 'name' | 'fault'>): StoreError => {
  if (fault?.code === otherColumns.code) return rowsOfOtherColumns(name);
  return isPausedByOperator(fault) ? rowsPausedByOperator(name) : metFault(name, fault);
};

/** What a caller hears that waited for rows when they were stopped. */
export const stoppedFault = () => storeError('rows-behind', { reason: 'stopped' });

/** Brings a feed into the rows of some projections, from a position on, until none of them can go on. */
export const runFeed = (
  { feed, store, rows, prefixes, learn }: FeedRunParts,
  refs: readonly ProjectionRef[],
  from: Position | undefined,
  hear: {
    /** Told of each batch before it is projected: the store has answered, and the rows are waited for. */
    readonly heard: () => void;
    readonly projected: () => void;
    /** Told of those that are paused after a batch. */
    readonly paused: (refs: readonly ProjectionRef[]) => void;
    readonly broken: (fault: unknown) => void;
  },
): Feed => {
  // A miss is a read of the feed's store, which may be a server.
  const cards = cardFold(10_000);
  let at = from;
  const project = async ({ events, position }: FeedBatch): Promise<void> => {
    await learn?.(events);
    await rows.project(at, { events: await cards.projectFrom(events, store), position }, refs);
    at = position;
    const own = rows.known().filter((each) => refs.some((ref) => isSame(ref, each)));
    const paused = own.filter(({ fault }) => fault !== undefined);
    const [first] = paused;
    if (first === undefined) return;
    hear.paused(paused);
    if (paused.length === own.length) throw pausedFault(first);
  };
  return feed.subscribe({
    prefixes,
    ...(from === undefined ? {} : { after: from }),
    handle: async (batch) => {
      hear.heard();
      try {
        await project(batch);
      } catch (fault) {
        hear.broken(fault);
        throw fault;
      }
      hear.projected();
    },
  });
};
