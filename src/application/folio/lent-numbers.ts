import { evolve } from '../../domain/folio/evolve.js';
import { isFolioEvent } from '../../domain/folio/is-folio-event.js';
import { initialFolioState, type FolioState } from '../../domain/folio/state.js';
import type { EventStore, StreamName } from '../ports/event-store.js';
import type { MarkedNumbers } from '../ports/store-marks.js';

const pageSize = 1_000;
const types = ['FolioBlockReserved', 'FolioBlockReturned', 'FolioBlockVoided'];

/** How far the folio numbers of every provider and namespace in a store have been lent. */
export const lentNumbersIn = async (
  store: Pick<EventStore, 'readAll'>,
): Promise<readonly MarkedNumbers[]> => {
  const found = new Map<StreamName, MarkedNumbers & { readonly state: FolioState }>();
  let after: string | undefined;
  for (;;) {
    const page = await store.readAll({ limit: pageSize, types, ...(after !== undefined && { after }) });
    for (const event of page.events) {
      if (!isFolioEvent(event)) continue;
      const { stream, zone } = event;
      const state = evolve(found.get(stream)?.state ?? initialFolioState, event);
      found.set(stream, { stream, next: state.next, provider: event.metadata.provider, zone, state });
    }
    if (page.caughtUp || page.next === undefined) break;
    after = page.next;
  }
  return [...found.values()].map(({ stream, next, provider, zone }) => ({ stream, next, provider, zone }));
};
