import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { NewEvent } from '../log/event.js';
import { uuidText } from './messages.js';

type Proposed = streams.BatchAppendReq.ProposedMessage | streams.AppendReq.ProposedMessage;

export const proposedEvent = (message: Proposed): NewEvent => ({
  id: uuidText(message.getId()),
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? 'application/octet-stream',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

/** The default limit of one append: bytes of data, summed over its events; metadata and types do not count. */
export const defaultMaxAppendSize = 1_048_576;

export const dataSize = (events: readonly NewEvent[]): number =>
  events.reduce((sum, { data }) => sum + data.length, 0);

/** Why the server refuses a request that it cannot make an append of, or undefined where it can. */
export const whyMalformed = (stream: string, events: readonly NewEvent[]): string | undefined => {
  if (stream === '') return 'BadRequest';
  return events.some(({ type }) => type === '') ? 'BadRequest' : undefined;
};
