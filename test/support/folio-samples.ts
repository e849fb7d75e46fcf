import { formatFolio, nextNumberWithFolio } from '../../src/domain/folio/index.js';
import type { EventStore, ReadAllOptions } from '../../src/application/ports/event-store.js';

/** A folio of this prefix that is written as it should be, with the first number from `from` up that has one. */
export const validFolio = (prefix: string, from: number): string =>
  formatFolio(prefix, nextNumberWithFolio(prefix, from) ?? 0) ?? '';

/** A store that counts what is read of it as a whole. */
export const countingReads = <Store extends EventStore>(store: Store) => {
  const counts = { pages: 0, events: 0 };
  return {
    counts,
    store: {
      ...store,
      readAll: async (options: ReadAllOptions) => {
        const page = await store.readAll(options);
        counts.pages += 1;
        counts.events += page.events.length;
        return page;
      },
    },
  };
};
