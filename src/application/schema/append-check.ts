import type { AppendRequest, Expectation, NewEvent } from '../ports/event-store.js';
import { storeError, type StoreError } from '../errors/store-error.js';
import { eventFault, isCount, isName, longestName } from './event-check.js';
import { isJsonObject } from './json-object.js';
import type { JsonFault } from './json-fault.js';
import { encodeBody } from './wire.js';

/** The most bytes that a canonical event may take (design: Size): the audit log counts in 16 bits. */
export const largestEvent = 60_000;

/** An append that is fit to be stored, with the text of each event. */
export interface PreparedAppend extends AppendRequest {
  readonly bodies: readonly string[];
  /** Bytes of each canonical event without its revision; absent where all of them are far from the limit. */
  readonly sizes?: readonly number[];
}

const invalid = ({ at, reason }: JsonFault): StoreError => storeError('append-invalid', { at, reason });

const isExpectation = (expect: Expectation): boolean =>
  expect === 'none' || expect === 'exists' || expect === 'any' || isCount(expect, 0);

const requestFault = ({ stream, expect, events }: AppendRequest): JsonFault | undefined => {
  if (!isName(stream) || !stream.includes('-')) return { at: 'stream', reason: 'not the name of a stream' };
  if (!isExpectation(expect)) return { at: 'expect', reason: 'not an expectation' };
  return Array.isArray(events) && events.length > 0 ? undefined : { at: 'events', reason: 'no events' };
};

const textOf = (event: NewEvent): string | undefined => {
  try {
    return encodeBody(event);
  } catch {
    // A bigint or a cycle: the check that follows finds where.
    return undefined;
  }
};

const checkedBody = (event: NewEvent, index: number, request: AppendRequest): string => {
  const body = isJsonObject(event) ? textOf(event) : undefined;
  // JSON writes control and half characters, and little else, with a backslash.
  const sound = body?.includes('\\') === false;
  const fault = isJsonObject(event)
    ? eventFault(event, index, request, sound)
    : { at: '', reason: 'not an event' };
  if (body !== undefined && fault === undefined) return body;
  const { at, reason } = fault ?? { at: '', reason: 'not JSON' };
  throw invalid({ at: `events[${String(index)}]${at}`, reason });
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
  if (fault !== undefined) throw invalid(fault);
  const { stream, expect, commandId, events } = request;
  const bodies = events.map((event, index) => checkedBody(event, index, request));
  const prepared = { stream, expect, commandId, events, bodies };
  if (bodies.every(isFarFromLimit)) return prepared;
  const measured = { ...prepared, sizes: sizesOf(stream, bodies) };
  const tooLarge = oversized(measured, 0);
  if (tooLarge !== undefined) throw tooLarge;
  return measured;
};
