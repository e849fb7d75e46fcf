import type { JsonObject } from '../../domain/kernel/json.js';
import type { NewEvent } from '../ports/event-store.js';
import { storeError } from '../errors/store-error.js';
import { isJsonObject } from './json-object.js';

/** The text that a store keeps for an event: JSON, with the envelope's keys in one order. */
export const encodeBody = (event: NewEvent): string => {
  const { id, type, version, occurredAt, zone, recordedAt, data, sealed, metadata } = event;
  return JSON.stringify({ id, type, version, occurredAt, zone, recordedAt, data, sealed, metadata });
};

// Each field by its name: a loop over names takes six times as long, and every event that is read comes by here.
const isMetadata = (value: unknown): boolean =>
  isJsonObject(value) &&
  typeof value['index'] === 'number' &&
  typeof value['commandSize'] === 'number' &&
  typeof value['commandId'] === 'string' &&
  typeof value['correlationId'] === 'string' &&
  typeof value['causationId'] === 'string' &&
  typeof value['actor'] === 'string' &&
  typeof value['role'] === 'string' &&
  typeof value['provider'] === 'string';

const isEnvelope = (value: JsonObject): boolean =>
  typeof value['id'] === 'string' &&
  typeof value['type'] === 'string' &&
  typeof value['occurredAt'] === 'string' &&
  typeof value['recordedAt'] === 'string' &&
  typeof value['zone'] === 'string' &&
  typeof value['version'] === 'number';

/** Looks at the shape alone: what a value means is the catalogue's to say. */
const isNewEvent = (value: unknown): value is NewEvent =>
  isJsonObject(value) &&
  isEnvelope(value) &&
  isJsonObject(value['data']) &&
  (value['sealed'] === undefined || isJsonObject(value['sealed'])) &&
  isMetadata(value['metadata']);

/** An event that a store gave back in parts. Throws `store-corrupt` where a part is missing. */
export const checkedEvent = (value: unknown): NewEvent => {
  if (isNewEvent(value)) return value;
  throw storeError('store-corrupt', { reason: 'an event lacks part of its envelope' });
};

/** Reads back what `encodeBody` wrote. Throws `store-corrupt` for anything else. */
export const decodeBody = (text: string): NewEvent => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw storeError('store-corrupt', { reason: 'an event is not JSON' }, cause);
  }
  return checkedEvent(parsed);
};
