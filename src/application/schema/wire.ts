import type { NewEvent } from '../ports/event-store.js';
import { storeError } from '../ports/store-error.js';
import { isJsonObject } from './json-object.js';

/** The text that a store keeps for an event: JSON, with the envelope's keys in one order. */
export const encodeBody = (event: NewEvent): string => {
  const { id, type, version, occurredAt, zone, recordedAt, data, sealed, metadata } = event;
  return JSON.stringify({ id, type, version, occurredAt, zone, recordedAt, data, sealed, metadata });
};

const metadataTexts = ['commandId', 'correlationId', 'causationId', 'actor', 'role', 'provider'];

const isMetadata = (value: unknown): boolean =>
  isJsonObject(value) &&
  typeof value['index'] === 'number' &&
  typeof value['commandSize'] === 'number' &&
  metadataTexts.every((name) => typeof value[name] === 'string');

/** Looks at the shape alone: what a value means is the catalogue's to say. */
const isNewEvent = (value: unknown): value is NewEvent =>
  isJsonObject(value) &&
  typeof value['id'] === 'string' &&
  typeof value['type'] === 'string' &&
  typeof value['version'] === 'number' &&
  typeof value['occurredAt'] === 'string' &&
  typeof value['recordedAt'] === 'string' &&
  typeof value['zone'] === 'string' &&
  isJsonObject(value['data']) &&
  (value['sealed'] === undefined || isJsonObject(value['sealed'])) &&
  isMetadata(value['metadata']);

/** Reads back what `encodeBody` wrote. Throws `store-corrupt` for anything else. */
export const decodeBody = (text: string): NewEvent => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw storeError('store-corrupt', { reason: 'an event is not JSON' }, cause);
  }
  if (isNewEvent(parsed)) return parsed;
  throw storeError('store-corrupt', { reason: 'an event lacks part of its envelope' });
};
