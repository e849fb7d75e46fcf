import type { JsonObject } from '../../domain/kernel/json.js';
import type { NewEvent } from '../ports/event-store.js';
import { storeError } from '../errors/store-error.js';
import { isJsonObject } from './json-object.js';

/** The text that a store keeps for an event: JSON, with the envelope's keys in one order. */
export const encodeBody = (event: NewEvent): string => {
  const { id, type, version, occurredAt, zone, recordedAt, data, sealed, metadata } = event;
  return JSON.stringify({ id, type, version, occurredAt, zone, recordedAt, data, sealed, metadata });
};

const envelopeTexts = ['id', 'type', 'occurredAt', 'recordedAt', 'zone'];
const metadataTexts = ['commandId', 'correlationId', 'causationId', 'actor', 'role', 'provider'];

const hasTexts = (value: JsonObject, names: readonly string[]): boolean => {
  for (const name of names) if (typeof value[name] !== 'string') return false;
  return true;
};

const isMetadata = (value: unknown): boolean =>
  isJsonObject(value) &&
  typeof value['index'] === 'number' &&
  typeof value['commandSize'] === 'number' &&
  hasTexts(value, metadataTexts);

/** Looks at the shape alone: what a value means is the catalogue's to say. */
const isNewEvent = (value: unknown): value is NewEvent =>
  isJsonObject(value) &&
  hasTexts(value, envelopeTexts) &&
  typeof value['version'] === 'number' &&
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
