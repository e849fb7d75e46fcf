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

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether the server cannot make an event of it: it has no type, or its id is no UUID. */
export const isMalformed = ({ type, id }: NewEvent): boolean => type === '' || !uuidPattern.test(id);
