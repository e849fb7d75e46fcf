import type { EventStore, StoredEvent } from '../../application/ports/event-store.js';

/** Goes through a store in its order, one event after the other, with one page in memory. */
export interface EventCursor {
  /** The next event; `undefined` where there is none yet. May be asked again later. */
  readonly next: () => Promise<StoredEvent | undefined>;
}

const pageSize = 500;

export const eventCursor = (
  { readAll }: Pick<EventStore, 'readAll'>,
  prefixes: () => readonly string[] | undefined,
): EventCursor => {
  let after: string | undefined;
  let page: readonly StoredEvent[] = [];
  let place = 0;

  const turn = async (): Promise<boolean> => {
    const wanted = prefixes();
    const read = await readAll({
      limit: pageSize,
      ...(after !== undefined && { after }),
      ...(wanted !== undefined && { prefixes: wanted }),
    });
    after = read.next ?? after;
    page = read.events;
    place = 0;
    return page.length > 0 || !read.caughtUp;
  };

  return {
    next: async () => {
      while (place === page.length) if (!(await turn())) return undefined;
      place += 1;
      return page[place - 1];
    },
  };
};
