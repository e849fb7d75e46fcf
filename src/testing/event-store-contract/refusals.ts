import { canonicalize } from 'json-canonicalize';
import type { AppendRequest, EventStore, ReadAllOptions } from '../../application/ports/event-store.js';
import { failsWith, same } from './assert.js';
import type { Law, LawGroup } from './law.js';
import { sampleAppend, sampler } from './samples.js';
import { filledPage } from './paging.js';

const stream = 'complaint-1';
const largest = 60_000;

/** Bytes of the canonical event (RFC 8785) at this revision. */
const bytesOf = (request: AppendRequest, revision: number): number => {
  const [event] = request.events;
  return new TextEncoder().encode(canonicalize({ ...event, stream, revision })).length;
};

const ofSize = (commandId: string, bytes: number, revision: number, letter: string): AppendRequest => {
  const sized = (text: string) => sampleAppend(stream, commandId, 'any', 1, { data: { text } });
  const room = bytes - bytesOf(sized(''), revision);
  const perLetter = new TextEncoder().encode(letter).length;
  return sized(letter.repeat(Math.floor(room / perLetter)) + 'x'.repeat(room % perLetter));
};

const tooLarge: Law = {
  name: 'an event of 60,000 canonical bytes is stored, one of a byte more is refused and leaves nothing',
  holds: async ({ open }) => {
    const { store } = await open();
    for (const [index, letter] of ['a', 'ñ', '漢', '🚑', '"', '\u0001'].entries()) {
      const fits = ofSize(
        `fits-${String(index)}`,
        largest,
        index,
        letter === '"' || letter === '\u0001' ? 'a' : letter,
      );
      same(bytesOf(fits, index), largest, 'the bytes of an event that fits');
      same((await store.append(fits)).kind, 'appended', `an event that fits, of ${letter}`);
      const over = ofSize(`over-${String(index)}`, largest + 1, index + 1, 'a');
      await failsWith('event-too-large', () => store.append(over), 'an event of a byte too many');
    }
    same((await store.read(stream)).length, 6, 'events');
  },
};

const escapesCount: Law = {
  name: 'a text takes the bytes that its escapes take',
  holds: async ({ open }) => {
    const { store } = await open();
    for (const letter of ['"', '\\', '\n', '\u0001']) {
      const text = letter.repeat(largest / 2);
      const request = sampleAppend(stream, `command-${letter.codePointAt(0) ?? ''}`, 'any', 1, {
        data: { text },
      });
      await failsWith('event-too-large', () => store.append(request), 'a text of escapes');
    }
    same(await store.head(), undefined, 'the head');
  },
};

type Spoiled = (request: AppendRequest) => unknown;

const withEvent =
  (change: Record<string, unknown>): Spoiled =>
  (request) => ({ ...request, events: [{ ...request.events[0], ...change }] });
const withData = (data: unknown): Spoiled => withEvent({ data });
const withMetadata =
  (change: Record<string, unknown>): Spoiled =>
  (request) =>
    withEvent({ metadata: { ...request.events[0].metadata, ...change } })(request);

const cycle: Record<string, unknown> = {};
cycle['self'] = cycle;

const spoiled: Readonly<Record<string, Spoiled>> = {
  'no events': (request) => ({ ...request, events: [] }),
  'an event that is none': (request) => ({ ...request, events: [null] }),
  'a nameless stream': (request) => ({ ...request, stream: '' }),
  'a stream without kind': (request) => ({ ...request, stream: 'complaint' }),
  "the store's own stream": (request) => ({ ...request, stream: '$all-1' }),
  'a control in a stream': (request) => ({ ...request, stream: 'complaint-\u0000' }),
  'half a character in a stream': (request) => ({ ...request, stream: 'complaint-\ud83d' }),
  'a long stream': (request) => ({ ...request, stream: `complaint-${'x'.repeat(300)}` }),
  'no command id': (request) => ({ ...request, commandId: '' }),
  'a revision below zero': (request) => ({ ...request, expect: -1 }),
  'half a revision': (request) => ({ ...request, expect: 0.5 }),
  'an unknown expectation': (request) => ({ ...request, expect: 'some' }),
  'an event without id': withEvent({ id: '' }),
  'an event without type': withEvent({ type: undefined }),
  'a version of none': withEvent({ version: 0 }),
  'a time without milliseconds': withEvent({ occurredAt: '2026-11-24T06:45:19Z' }),
  'a day that does not exist': withEvent({ recordedAt: '2026-02-30T06:45:19.000Z' }),
  'no zone': withEvent({ zone: undefined }),
  'data that is a list': withData([]),
  'data that is missing': withData(undefined),
  'a date': withData({ at: new Date(0) }),
  'a map': withData({ map: new Map() }),
  'a bigint': withData({ count: 1n }),
  'not a number': withData({ count: Number.NaN }),
  'an infinite number': withData({ count: Number.POSITIVE_INFINITY }),
  'a function': withData({ toJSON: () => ({}) }),
  'a hole in a list': withData({ list: [undefined] }),
  'half a character': withData({ text: 'a\udc00' }),
  'half a character in a name': withData({ '\ud800': 1 }),
  'a cycle': withData(cycle),
  'sealed values that are no text': withEvent({ sealed: { person: 1 } }),
  'metadata of another command': withMetadata({ commandId: 'another' }),
  'a place of another event': withMetadata({ index: 1 }),
  'a size of another command': withMetadata({ commandSize: 2 }),
  'no correlation': withMetadata({ correlationId: undefined }),
  'no actor': withMetadata({ actor: 7 }),
};

// What a program without types may hand over.
const appendUnchecked = async (store: EventStore, request: unknown): Promise<void> => {
  await Reflect.apply(store.append, undefined, [request]);
};

const malformed: Law = {
  name: 'what is malformed, or would not come back from JSON as it is, is refused and leaves nothing',
  holds: async ({ open }) => {
    const { store } = await open();
    const next = sampler();
    for (const [what, spoil] of Object.entries(spoiled)) {
      const request = next(stream, 'any');
      await failsWith('append-invalid', () => appendUnchecked(store, spoil(request)), what);
    }
    same(await store.head(), undefined, 'the head');
  },
};

const pages: Readonly<Record<string, ReadAllOptions>> = {
  'a page of none': { limit: 0 },
  'a page of too many': { limit: 10_001 },
  'half an event': { limit: 1.5 },
  'a position of nowhere': { limit: 1, after: 'nowhere' },
};

const malformedReads: Law = {
  name: 'what cannot be read is refused',
  holds: async ({ open }) => {
    const { store } = await open();
    for (const [what, options] of Object.entries(pages))
      await failsWith('read-invalid', () => store.readAll(options), what);
    for (const options of [{ from: -1 }, { to: 0.5 }])
      await failsWith('read-invalid', () => store.read(stream, options), JSON.stringify(options));
  },
};

const oneAmongMany: Law = {
  name: 'one faulty append spoils none of those that come at the same time',
  holds: async ({ open }) => {
    const { store } = await open();
    const next = sampler();
    await store.append(next(stream, 'none'));
    const faulty = [
      appendUnchecked(store, withData({ count: 1n })(next(stream, 'any'))),
      store.append(ofSize('over', largest + 1, 1, 'a')),
      store.append(next(stream, 9)),
    ];
    const good = Array.from({ length: 10 }, (_, index) =>
      store.append(next(`complaint-good-${String(index)}`, 'none')),
    );
    const [first, second, third] = await Promise.allSettled(faulty);
    same([first?.status, second?.status], ['rejected', 'rejected'], 'the faulty ones');
    same(third?.status, 'fulfilled', 'the conflict');
    for (const outcome of await Promise.all(good)) same(outcome.kind, 'appended', 'a good one');
    same((await filledPage(store, { limit: 100 })).events.length, 11, 'events');
  },
};

export const refusals: LawGroup = {
  name: 'what is refused',
  laws: [tooLarge, escapesCount, malformed, malformedReads, oneAmongMany],
};
