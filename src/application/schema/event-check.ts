import { isInstant } from '../../domain/kernel/instant.js';
import type { AppendRequest, NewEvent } from '../ports/event-store.js';
import { isJsonObject } from './json-object.js';
import { jsonFault, type JsonFault } from './json-fault.js';

export const longestName = 255;
const dollar = 0x24;
const space = 0x20;

// Compared with its JSON, which escapes every control and half character; the quotes are the two that are always there.
const isPlainText = (text: string): boolean => JSON.stringify(text).length === text.length + 2;

const isPrintable = (text: string): boolean => {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) < space) return false;
  return text.isWellFormed();
};

/**
 * A short text without control characters. What begins with `$` is the store's own, in stores that know such names.
 * `sound` says that the text is known to hold no control and no half character.
 */
export const isName = (value: unknown, sound = false): boolean =>
  typeof value === 'string' &&
  value.length > 0 &&
  value.length <= longestName &&
  value.charCodeAt(0) !== dollar &&
  (sound || isPlainText(value) || isPrintable(value));

export const isCount = (value: unknown, least: number): boolean =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= least;

const isSealed = (sealed: unknown): boolean =>
  sealed === undefined ||
  (isJsonObject(sealed) && Object.values(sealed).every((text) => typeof text === 'string'));

const identityFault = ({ id, type, version }: NewEvent, sound: boolean): string | undefined => {
  if (!isName(id, sound)) return 'id';
  if (!isName(type, sound)) return 'type';
  return isCount(version, 1) ? undefined : 'version';
};

const timeFault = ({ occurredAt, recordedAt, zone }: NewEvent, sound: boolean): string | undefined => {
  if (!isInstant(occurredAt)) return 'occurredAt';
  if (!isInstant(recordedAt)) return 'recordedAt';
  return isName(zone, sound) ? undefined : 'zone';
};

const contentFault = ({ data, sealed, metadata }: NewEvent): string | undefined => {
  if (!isJsonObject(data)) return 'data';
  if (!isJsonObject(metadata)) return 'metadata';
  return isSealed(sealed) ? undefined : 'sealed';
};

const metadataTexts = ['correlationId', 'causationId', 'actor', 'role', 'provider'] as const;

const metadataFault = (
  { metadata }: NewEvent,
  index: number,
  request: AppendRequest,
  sound: boolean,
): string | undefined => {
  const { commandId } = metadata;
  if (commandId !== request.commandId || !isName(commandId, sound)) return 'metadata.commandId';
  if (metadata.index !== index) return 'metadata.index';
  if (metadata.commandSize !== request.events.length) return 'metadata.commandSize';
  for (const name of metadataTexts) if (typeof metadata[name] !== 'string') return `metadata.${name}`;
  return undefined;
};

const lossIn = (event: NewEvent, sound: boolean): JsonFault | undefined => {
  for (const part of ['data', 'metadata', 'sealed'] as const) {
    const value = event[part];
    const fault = value === undefined ? undefined : jsonFault(value, sound);
    if (fault !== undefined) return { at: `.${part}${fault.at}`, reason: fault.reason };
  }
  return undefined;
};

/**
 * What of an event cannot be stored, and where. `sound` says that no text of it holds a control or a half character:
 * a look at its JSON tells that faster than a look at each text.
 */
export const eventFault = (
  event: NewEvent,
  index: number,
  request: AppendRequest,
  sound: boolean,
): JsonFault | undefined => {
  const malformed =
    identityFault(event, sound) ??
    timeFault(event, sound) ??
    contentFault(event) ??
    metadataFault(event, index, request, sound);
  return malformed === undefined
    ? lossIn(event, sound)
    : { at: `.${malformed}`, reason: 'missing or malformed' };
};
