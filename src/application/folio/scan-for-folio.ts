import type { EventStore, Position } from '../ports/event-store.js';

const pageSize = 1_000;
const idLength = 36;

/** Finds the complaint of a folio in the events themselves, where no rows are kept: slow, and always right. */
export const scanForFolio = async (
  store: EventStore,
  prefix: string,
  folio: string,
): Promise<string | undefined> => {
  let after: Position | undefined;
  for (;;) {
    const page = await store.readAll({
      limit: pageSize,
      types: ['FolioAssigned'],
      prefixes: [prefix],
      ...(after !== undefined && { after }),
    });
    const found = page.events.find(({ data }) => data['folio'] === folio);
    if (found !== undefined) return found.stream.slice(-idLength);
    if (page.caughtUp || page.next === undefined) return undefined;
    after = page.next;
    // A store in this process answers without leaving it: others have their turn between two pages.
    await new Promise((resolve) => setImmediate(resolve));
  }
};
