import { isFolioEvent } from '../../domain/folio/is-folio-event.js';
import { laterOf, type Instant } from '../../domain/kernel/instant.js';
import type { EventStore, Position, StoredEvent, StreamName } from '../ports/event-store.js';

/** A block of numbers as it was lent: where in the store the requests that got them begin, and until when they came. */
export interface LentSpan {
  /** Position of the reservation: every request with one of these numbers was stored after it. */
  readonly after: Position;
  /** No number was given after this instant. */
  readonly until: Instant;
}

interface Block {
  readonly block: number;
  readonly from: number;
  readonly to: number;
  readonly position: Position;
  readonly until: Instant;
  /** First number that was given back; `to` where none was. */
  readonly givenBackFrom: number;
}

/** The blocks of a provider's numbers, read once and then as far as they are new. */
export interface LentBlocks {
  /** The block from which a number was given, if it was; `undefined` where it is free, void as a whole, or was never lent. */
  readonly spanOf: (number: number) => Promise<LentSpan | undefined>;
}

const earlierOf = (a: Instant, b: Instant): Instant => (laterOf(a, b) === a ? b : a);

export const lentBlocks = (store: Pick<EventStore, 'read'>, stream: StreamName): LentBlocks => {
  const blocks = new Map<number, Block>();
  let next = 0;

  const take = (event: StoredEvent): void => {
    next = event.revision + 1;
    if (!isFolioEvent(event)) return;
    if (event.type === 'FolioBlockReserved') {
      const { block, from, to, expiresAt } = event.data;
      blocks.set(block, { block, from, to, position: event.position, until: expiresAt, givenBackFrom: to });
      return;
    }
    const known = blocks.get(event.data.block);
    if (known === undefined) return;
    blocks.set(known.block, {
      ...known,
      until: earlierOf(known.until, event.recordedAt),
      ...(event.type === 'FolioBlockReturned' && { givenBackFrom: event.data.from }),
    });
  };

  return {
    spanOf: async (number) => {
      for (const event of await store.read(stream, { from: next })) if (event.revision >= next) take(event);
      // A number that was given back is lent again later: only one block can have given it.
      for (const { from, givenBackFrom, position, until } of blocks.values())
        if (number >= from && number < givenBackFrom) return { after: position, until };
      return undefined;
    },
  };
};
