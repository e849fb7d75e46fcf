import type { ProposedEvent } from '../../../src/infrastructure/eventstoredb/index.js';

/** An event's metadata as a client gives them back, whichever way they were handed to it. */
export const parsedMetadata = (metadata: ProposedEvent['metadata']): unknown =>
  metadata instanceof Uint8Array ? JSON.parse(Buffer.from(metadata).toString()) : metadata;
