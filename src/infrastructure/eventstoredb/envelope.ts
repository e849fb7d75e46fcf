import { hash } from 'node:crypto';
import type { NewEvent, StoredEvent, StreamName } from '../../application/ports/event-store.js';
import { storeError } from '../../application/errors/store-error.js';
import { derivedUuid, isUuid, timeBitsOf, uuidFrom } from '../../application/identity/uuid.js';
import { isJsonObject } from '../../application/schema/json-object.js';
import { checkedEvent } from '../../application/schema/wire.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import type { ProposedEvent, RecordedEvent } from './client.js';
import { positionOf } from './log-position.js';

const noTime = '0'.repeat(12);

const isLowerUuid = (id: string): boolean => isUuid(id) && id === id.toLowerCase();

/**
 * The UUID by which the server recognises an event that is sent again. If it covers the content, another process that
 * sends the same command with other content gets a conflict, and not success. Otherwise it is the event's own id, as far
 * as that is a UUID.
 */
const wireIdOf = (stream: StreamName, { id }: NewEvent, content: string | undefined): string => {
  if (content !== undefined)
    return uuidFrom(8, timeBitsOf(id) ?? noTime, hash('sha256', `${stream}\n${content}`, 'hex'));
  return isLowerUuid(id) ? id : derivedUuid(noTime, stream, id, 'event');
};

// The clients pass bytes on as they are; they would turn JSON into base64 and back, twice.
const utf8 = new TextEncoder();

/**
 * An event as the server keeps it: `data` as its data; in its metadata the envelope's own metadata, the ids under the
 * names that the server's tools know, and the rest of the envelope under `envelope` (with the event's id, where the
 * server knows it by another). `content` is the event's JSON, if the server is to recognise it by that.
 */
export const proposedEvent = (stream: StreamName, event: NewEvent, content?: string): ProposedEvent => {
  const { id, type, version, occurredAt, zone, recordedAt, data, sealed, metadata } = event;
  const { correlationId, causationId, ...rest } = metadata;
  const wireId = wireIdOf(stream, event, content);
  const text = JSON.stringify({
    $correlationId: correlationId,
    $causationId: causationId,
    ...rest,
    envelope: { id: wireId === id ? undefined : id, version, occurredAt, zone, recordedAt, sealed },
  });
  return { id: wireId, type, contentType: 'application/json', data, metadata: utf8.encode(text) };
};

const partsOf = (metadata: unknown): { readonly envelope: JsonObject; readonly rest: JsonObject } => {
  if (!isJsonObject(metadata)) return { envelope: {}, rest: {} };
  const {
    commandId,
    $correlationId: correlationId,
    $causationId: causationId,
    envelope,
    ...others
  } = metadata;
  return {
    envelope: isJsonObject(envelope) ? envelope : {},
    // In the order in which every store gives them: what is printed is the same wherever it lay.
    rest: {
      ...(commandId === undefined ? undefined : { commandId }),
      ...(correlationId === undefined ? undefined : { correlationId }),
      ...(causationId === undefined ? undefined : { causationId }),
      ...others,
    },
  };
};

/** The event again. Throws `store-corrupt` for one that is not ours, and `store-failed` where it has no position. */
export const storedEvent = ({
  id,
  streamId,
  revision,
  type,
  data,
  metadata,
  position,
}: RecordedEvent): StoredEvent => {
  if (position === undefined) throw storeError('store-failed', { reason: 'server-too-old' });
  const { envelope, rest } = partsOf(metadata);
  return {
    ...checkedEvent({ id, type, ...envelope, data, metadata: rest }),
    stream: streamId,
    revision: Number(revision),
    position: positionOf(position),
  };
};

/** Whether a record is the server's own: only the server's names begin with `$`. */
export const isOfServer = ({ streamId, type }: RecordedEvent): boolean =>
  streamId.startsWith('$') || type.startsWith('$');
