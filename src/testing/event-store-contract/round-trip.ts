import type { NewEvent, StoredEvent } from '../../application/ports/event-store.js';
import { instantOf } from '../../domain/kernel/instant.js';
import { same } from './assert.js';
import type { Law, LawGroup } from './law.js';
import type { Random } from './random.js';
import { morning, sampleEvent } from './samples.js';
import { filledPage } from './paging.js';

const stream = 'complaint-1';

const anyEvent = (random: Random, commandId: string): NewEvent => {
  const minute = Date.parse(morning) + random.below(1_000_000);
  const backdated = random.chance(3);
  return sampleEvent(commandId, 0, 1, {
    version: 1 + random.below(9),
    occurredAt: instantOf(minute - (backdated ? 86_400_000 : 0)),
    recordedAt: instantOf(minute),
    zone: random.pick(['America/Tijuana', 'Asia/Kolkata', 'Pacific/Apia']),
    data: random.object(3),
    sealed: random.chance(2) ? { 'person-1': 'c2VhbGVk', [`p-${String(random.below(9))}`]: '' } : undefined,
    metadata: {
      correlationId: random.text(),
      causationId: random.text(),
      actor: random.text(),
      source: random.chance(2) ? random.text() : undefined,
      ...(backdated && { backdated }),
    },
  });
};

const given = ({
  stream: _stream,
  revision: _revision,
  position: _position,
  ...event
}: StoredEvent): NewEvent => event;

const comesBack: Law = {
  name: 'an event comes back as it was given: data, sealed values, times, correlation and causation, any text',
  holds: async ({ open, random, runs }) => {
    const { store } = await open();
    const events = Array.from({ length: runs }, (_, index) => anyEvent(random, `command-${String(index)}`));
    for (const event of events)
      await store.append({ stream, expect: 'any', commandId: event.metadata.commandId, events: [event] });
    same((await store.read(stream)).map(given), events, 'the stream');
    same((await filledPage(store, { limit: 10_000 })).events.map(given), events, 'the whole store');
  },
};

const afterReopening: Law = {
  name: 'an event comes back as it was given when the store is opened anew',
  needs: 'reopen',
  holds: async ({ open, reopen, random }) => {
    const subject = await open();
    const event = anyEvent(random, 'once');
    await subject.store.append({ stream, expect: 'none', commandId: 'once', events: [event] });
    const before = await subject.store.read(stream);
    const { store } = await reopen(subject);
    same(await store.read(stream), before, 'the stream');
    same(before.map(given), [event], 'what was given');
  },
};

const unchangeable: Law = {
  name: 'what is stored stays as it is though the caller changes what was given or what was read',
  holds: async ({ open }) => {
    const { store } = await open();
    const data = { list: ['as given'] };
    await store.append({
      stream,
      expect: 'none',
      commandId: 'once',
      events: [sampleEvent('once', 0, 1, { data })],
    });
    data.list[0] = 'changed by the writer';
    for (const { data: read } of await store.read(stream)) Reflect.set(read, 'list', 'changed by a reader');
    same(
      (await store.read(stream)).map((event) => event.data),
      [{ list: ['as given'] }],
      'what is stored',
    );
  },
};

const oddNames: Law = {
  name: 'streams whose names differ in case, accents, spaces or signs are different streams',
  holds: async ({ open }) => {
    const { store } = await open();
    const names = [
      'complaint-a',
      'complaint-A',
      'complaint-á',
      'complaint-a\u0301',
      'complaint-a ',
      'complaint-漢🚑',
      "c'; --",
    ];
    for (const [index, name] of names.entries()) {
      const event = sampleEvent(`command-${String(index)}`, 0, 1, { data: { name } });
      const { commandId } = event.metadata;
      const { kind } = await store.append({ stream: name, expect: 'none', commandId, events: [event] });
      same(kind, 'appended', `the outcome on ${name}`);
    }
    for (const name of names)
      same(
        (await store.read(name)).map(({ data }) => data),
        [{ name }],
        name,
      );
  },
};

export const roundTrip: LawGroup = {
  name: 'what is stored',
  laws: [comesBack, afterReopening, unchangeable, oddNames],
};
