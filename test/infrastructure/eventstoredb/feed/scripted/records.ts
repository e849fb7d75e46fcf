import type { LogPosition, RecordedEvent } from '../../../../../src/infrastructure/eventstoredb/client.js';
import { proposedEvent } from '../../../../../src/infrastructure/eventstoredb/envelope.js';
import { positionOf } from '../../../../../src/infrastructure/eventstoredb/log-position.js';
import { parsedMetadata } from '../../parsed-metadata.js';
import { sampleEvent } from '../../../../../src/testing/event-store-contract/samples.js';

export const placeAt = (commit: number): LogPosition => ({ commit: BigInt(commit), prepare: BigInt(commit) });

export const positionAt = (commit: number): string => positionOf(placeAt(commit));

/** An event of a complaint at a place in the log. */
export const recordAt = (commit: number, unusual: Partial<RecordedEvent> = {}): RecordedEvent => {
  const streamId = unusual.streamId ?? 'complaint-1';
  const { id, type, data, metadata } = proposedEvent(streamId, sampleEvent(`c${String(commit)}`));
  return {
    id,
    type,
    data,
    metadata: parsedMetadata(metadata),
    streamId,
    revision: BigInt(commit),
    position: placeAt(commit),
    ...unusual,
  };
};
