import { evolve } from '../../domain/folio/evolve.js';
import { isFolioEvent } from '../../domain/folio/is-folio-event.js';
import { initialFolioState, type FolioState } from '../../domain/folio/state.js';
import type { EventStore, Position, StoredEvent, StreamName } from '../ports/event-store.js';
import type { MarkedNumbers } from '../ports/store-marks.js';

const pageSize = 1_000;
const types = ['FolioBlockReserved', 'FolioBlockReturned', 'FolioBlockVoided'];

/** How far folio numbers have been lent, and the event that said so last. */
export interface LentNumbers {
  readonly numbers: readonly MarkedNumbers[];
  /** Absent where none was ever lent. */
  readonly saidBy: StoredEvent | undefined;
}

/** How far the folio numbers of every provider and namespace in a store have been lent. */
export const lentNumbersIn = async (store: Pick<EventStore, 'readAll'>): Promise<LentNumbers> => {
  const found = new Map<StreamName, MarkedNumbers & { readonly state: FolioState }>();
  let after: Position | undefined;
  let saidBy: StoredEvent | undefined;
  for (;;) {
    const page = await store.readAll({ limit: pageSize, types, ...(after !== undefined && { after }) });
    for (const event of page.events) {
      if (!isFolioEvent(event)) continue;
      const { stream, zone } = event;
      saidBy = event;
      const state = evolve(found.get(stream)?.state ?? initialFolioState, event);
      found.set(stream, { stream, next: state.next, provider: event.metadata.provider, zone, state });
    }
    if (page.caughtUp || page.next === undefined) break;
    after = page.next;
  }
  const numbers = [...found.values()].map(({ stream, next, provider, zone }) => ({
    ...{ stream, next, provider, zone },
  }));
  return { numbers, saidBy };
};
