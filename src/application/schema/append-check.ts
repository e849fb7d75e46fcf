import { isInstant } from '../../domain/kernel/instant.js';
import type { AppendRequest, Expectation, NewEvent } from '../ports/event-store.js';
import { storeError, type StoreError } from '../ports/store-error.js';
import { isJsonObject } from './json-object.js';
import { jsonFault, type JsonFault } from './json-fault.js';
import { encodeBody } from './wire.js';

/** The most bytes that a canonical event may take (design: Size): the audit log counts in 16 bits. */
export const largestEvent = 60_000;

/** An append that is fit to be stored, with the text of each event. */
export interface PreparedAppend extends AppendRequest {
  readonly bodies: readonly string[];
  /** Bytes of each canonical event without its revision; absent where all of them are far from the limit. */
  readonly sizes?: readonly number[];
}

const longestName = 255;
const named = /^[^$\p{Cc}][^\p{Cc}]*$/u;
const ofOneDay = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

const isName = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= longestName && named.test(value) && value.isWellFormed();

// Every month has 28 days: the slow look at the calendar is for the other three.
const isMoment = (value: unknown): boolean =>
  typeof value === 'string' && (ofOneDay.test(value) || isInstant(value));

const isCount = (value: unknown, least: number): boolean =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= least;

const isExpectation = (expect: Expectation): boolean =>
  expect === 'none' || expect === 'exists' || expect === 'any' || isCount(expect, 0);

const isSealed = (sealed: unknown): boolean =>
  sealed === undefined ||
  (isJsonObject(sealed) && Object.values(sealed).every((text) => typeof text === 'string'));

const envelope: Readonly<Record<string, (event: NewEvent) => boolean>> = {
  id: ({ id }) => isName(id),
  type: ({ type }) => isName(type),
  version: ({ version }) => isCount(version, 1),
  occurredAt: ({ occurredAt }) => isMoment(occurredAt),
  recordedAt: ({ recordedAt }) => isMoment(recordedAt),
  zone: ({ zone }) => isName(zone),
  data: ({ data }) => isJsonObject(data),
  sealed: ({ sealed }) => isSealed(sealed),
  metadata: ({ metadata }) => isJsonObject(metadata),
};
const envelopeChecks = Object.entries(envelope);
const metadataTexts = ['correlationId', 'causationId', 'actor', 'role', 'provider'] as const;

const metadataFault = ({ metadata }: NewEvent, index: number, request: AppendRequest): string | undefined => {
  if (metadata.commandId !== request.commandId) return 'commandId';
  if (metadata.index !== index) return 'index';
  if (metadata.commandSize !== request.events.length) return 'commandSize';
  return metadataTexts.find((name) => typeof metadata[name] !== 'string');
};

const eventFault = (event: NewEvent, index: number, request: AppendRequest): JsonFault | undefined => {
  const at = `events[${String(index)}]`;
  if (!isJsonObject(event)) return { at, reason: 'not an event' };
  for (const [name, holds] of envelopeChecks)
    if (!holds(event)) return { at: `${at}.${name}`, reason: 'missing or malformed' };
  const inMetadata = metadataFault(event, index, request);
  if (inMetadata !== undefined) return { at: `${at}.metadata.${inMetadata}`, reason: 'missing or malformed' };
  return (
    jsonFault(event.data, `${at}.data`) ??
    jsonFault(event.metadata, `${at}.metadata`) ??
    (event.sealed === undefined ? undefined : jsonFault(event.sealed, `${at}.sealed`))
  );
};

const requestFault = (request: AppendRequest): JsonFault | undefined => {
  const { stream, expect, commandId, events } = request;
  if (!isName(stream) || !stream.includes('-')) return { at: 'stream', reason: 'not the name of a stream' };
  if (!isName(commandId)) return { at: 'commandId', reason: 'not a command id' };
  if (!isExpectation(expect)) return { at: 'expect', reason: 'not an expectation' };
  if (!Array.isArray(events) || events.length === 0) return { at: 'events', reason: 'no events' };
  for (const [index, event] of events.entries()) {
    const fault = eventFault(event, index, request);
    if (fault !== undefined) return fault;
  }
  return undefined;
};

const bytesPerUnit = 3;
const aroundBody = Buffer.byteLength(',"stream":,"revision":');
const longestRevision = 16;

const isFarFromLimit = (body: string): boolean =>
  (body.length + longestName + longestRevision + aroundBody) * bytesPerUnit < largestEvent;

const sizesOf = (stream: string, bodies: readonly string[]): readonly number[] => {
  const around = aroundBody + Buffer.byteLength(JSON.stringify(stream));
  return bodies.map((body) => Buffer.byteLength(body) + around);
};

/**
 * What is wrong with an append whose first event would get this revision: an event beyond the limit. Canonical JSON
 * (RFC 8785) of a value takes as many bytes as `JSON.stringify` of it does: only the order of the names differs.
 */
export const oversized = (
  { sizes, events }: PreparedAppend,
  firstRevision: number,
): StoreError | undefined => {
  if (sizes === undefined) return undefined;
  for (const [index, size] of sizes.entries()) {
    const bytes = size + String(firstRevision + index).length;
    const type = events[index]?.type ?? '';
    if (bytes > largestEvent)
      return storeError('event-too-large', { index, type, bytes, limit: largestEvent });
  }
  return undefined;
};

/** Checks what is to be stored and writes its text. Throws `append-invalid` or `event-too-large`. */
export const prepareAppend = (request: AppendRequest): PreparedAppend => {
  const fault = requestFault(request);
  if (fault !== undefined) throw storeError('append-invalid', { ...fault });
  const { stream, expect, commandId, events } = request;
  const bodies = events.map(encodeBody);
  const prepared = { stream, expect, commandId, events, bodies };
  if (bodies.every(isFarFromLimit)) return prepared;
  const measured = { ...prepared, sizes: sizesOf(stream, bodies) };
  const tooLarge = oversized(measured, 0);
  if (tooLarge !== undefined) throw tooLarge;
  return measured;
};
