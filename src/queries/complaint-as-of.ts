import type { EventStore, StoredEvent, StreamName } from '../application/ports/event-store.js';
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

/** What had happened by an instant, and was known by one. */
const isToldOf =
  ({ at, knownAt }: AsOfInstants) =>
  ({ occurredAt, recordedAt }: StoredEvent): boolean =>
    (at === undefined || occurredAt <= at) && (knownAt === undefined || recordedAt <= knownAt);

/** Reads a complaint as of an instant. */
export const complaintAsOf = async (
  store: Pick<EventStore, 'read'>,
  stream: StreamName,
  asOf: AsOfInstants,
): Promise<ComplaintAsOf> => {
  const all = await store.read(stream);
  const folio = all.find(({ type }) => type === 'FolioAssigned')?.data['folio'];
  return { events: all.filter(isToldOf(asOf)), folio: typeof folio === 'string' ? folio : null };
};
