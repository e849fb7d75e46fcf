import type { EventStore, StoredEvent, StreamName } from '../application/ports/event-store.js';
import { isAsOf } from '../application/schema/as-of.js';
import type { AsOfInstants } from './case-view.js';

/** A complaint as its events tell it by an instant, as it was known at one. */
export interface ComplaintAsOf {
  /** What had happened, in the order of the revisions. */
  readonly events: readonly StoredEvent[];
  /**
   * The number it goes by, also where it was given later: a request that was received before it was registered has none
   * between the two. `null` where no event gave it one.
   */
  readonly folio: string | null;
}

/** Reads a complaint as of an instant. */
export const complaintAsOf = async (
  store: Pick<EventStore, 'read'>,
  stream: StreamName,
  asOf: AsOfInstants,
): Promise<ComplaintAsOf> => {
  const all = await store.read(stream);
  const folio = all.find(({ type }) => type === 'FolioAssigned')?.data['folio'];
  return {
    events: all.filter((event) => isAsOf(event, asOf)),
    folio: typeof folio === 'string' ? folio : null,
  };
};
