import type { EventStore, StreamName } from '../ports/event-store.js';

/** Streams that may go by one name for several providers of a store. */
export interface SharedName {
  /** The name, for whose first event stands there. */
  readonly first: StreamName;
  /** For every other provider. */
  readonly own: StreamName;
}

/**
 * A stream of each provider's own, where several use one store: a log takes its provider's events alone, and over one of
 * another provider its revisions had a gap, which no reader of a bundle accepts.
 */
export const streamOfProvider = async (
  { first, own }: SharedName,
  provider: string,
  store: Pick<EventStore, 'read'>,
): Promise<StreamName> => {
  const [begun] = await store.read(first, { to: 0 });
  return begun === undefined || begun.metadata.provider === provider ? first : own;
};
