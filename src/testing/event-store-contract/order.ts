import type { StoredEvent } from '../../application/ports/event-store.js';
import { setImmediate as turn } from 'node:timers/promises';
import { holds, same } from './assert.js';
import type { Law, LawGroup } from './law.js';
import { filledPage, readToEnd } from './paging.js';
import { fill, sampler } from './samples.js';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const streams = (count: number): string[] => numbers(count).map((index) => `complaint-${String(index % 4)}`);

const mustGrow = (events: readonly StoredEvent[]): void => {
  for (const [index, { position }] of events.entries()) {
    const before = events[index - 1]?.position;
    holds(before === undefined || before < position, `position ${position} sorts before ${String(before)}`);
  }
};

const ofStream: Law = {
  name: 'a stream is read in the order in which it was written, with revisions from 0 without a gap',
  holds: async ({ open, random }) => {
    const { store } = await open();
    const next = sampler();
    const requests = numbers(30).map(() =>
      next(random.pick(['complaint-1', 'complaint-2']), 'any', 1 + random.below(3)),
    );
    for (const request of requests) await store.append(request);
    for (const stream of ['complaint-1', 'complaint-2']) {
      const written = requests.filter((request) => request.stream === stream).flatMap(({ events }) => events);
      const found = await store.read(stream);
      same(
        found.map(({ id }) => id),
        written.map(({ id }) => id),
        `the order of ${stream}`,
      );
      same(
        found.map(({ revision }) => revision),
        numbers(written.length),
        `the revisions of ${stream}`,
      );
      holds(
        found.every((event) => event.stream === stream),
        'an event of another stream',
      );
      mustGrow(found);
    }
  },
};

const ofStore: Law = {
  name: 'positions grow, sort as texts, and are the same wherever an event is met',
  holds: async ({ open, random }) => {
    const { store } = await open();
    const outcomes = await fill(store, streams(120));
    const events = await readToEnd(store, {}, () => 1 + random.below(9));
    mustGrow(events);
    const told = outcomes.map((outcome) => (outcome.kind === 'appended' ? outcome.position : undefined));
    same(
      events.map(({ position }) => position),
      told,
      'the positions that appends were answered with',
    );
    same(await store.head(), told.at(-1), 'the head');
    for (const stream of new Set(streams(4))) {
      const expected = events.filter((event) => event.stream === stream);
      same(await store.read(stream), expected, `${stream} beside the whole store`);
    }
  },
};

const noneTwice: Law = {
  name: 'every event is read exactly once, however the pages fall',
  holds: async ({ open, random, runs }) => {
    const { store } = await open();
    const count = 60;
    await fill(store, streams(count));
    for (let run = 0; run < runs; run += 1) {
      const events = await readToEnd(store, {}, () => 1 + random.below(20));
      same(
        events.map(({ id }) => id),
        numbers(count).map((index) => `fill-${String(index)}-0`),
        'the events',
      );
    }
  },
};

const resuming: Law = {
  name: 'reading goes on with the event after the given position, neither with it nor beyond',
  holds: async ({ open }) => {
    const { store } = await open();
    const count = 12;
    await fill(store, streams(count));
    const { events } = await filledPage(store, { limit: count });
    for (const [index, { position }] of events.entries()) {
      const rest = await filledPage(store, { after: position, limit: count });
      same(rest.events, events.slice(index + 1), `what comes after position ${String(index)}`);
      const one = await filledPage(store, { after: position, limit: 1 });
      same(one.events, events.slice(index + 1, index + 2), `the one event after position ${String(index)}`);
    }
  },
};

const atTheEnd: Law = {
  name: 'a page says where to go on and whether that is the end',
  holds: async ({ open }) => {
    const { store } = await open();
    same(await filledPage(store, { limit: 5 }), { events: [], caughtUp: true }, 'an empty store');
    same(await store.head(), undefined, 'the head of an empty store');
    same(await store.read('complaint-0'), [], 'a stream that does not exist');

    await fill(store, streams(6));
    const { events } = await filledPage(store, { limit: 6 });
    for (const limit of [1, 5, 6, 7, 10_000]) {
      const page = await filledPage(store, { limit });
      same(page.events.length, Math.min(limit, 6), `events of a page of ${String(limit)}`);
      same(page.next, events[Math.min(limit, 6) - 1]?.position, `where a page of ${String(limit)} goes on`);
      if (limit !== 6) same(page.caughtUp, limit > 6, `whether a page of ${String(limit)} is the last`);
    }
    const head = await store.head();
    const nothing = await filledPage(store, { after: head, limit: 5 });
    same(nothing, { events: [], next: head, caughtUp: true }, 'a page after the head');
    await store.append(sampler()('complaint-9', 'none'));
    const { events: newer } = await filledPage(store, { after: nothing.next, limit: 5 });
    same(
      newer.map(({ stream }) => stream),
      ['complaint-9'],
      'what came since',
    );
  },
};

const besideWriters: Law = {
  name: 'a reader beside writers misses nothing and meets nothing twice',
  holds: async ({ open, random }) => {
    const { store } = await open();
    const next = sampler();
    let writing = true;
    const writers = numbers(4).map(async (writer) => {
      for (const _ of numbers(25)) await store.append(next(`complaint-${String(writer)}`, 'any'));
    });
    const seen: StoredEvent[] = [];
    const reader = async (): Promise<void> => {
      let after: string | undefined;
      for (;;) {
        const last = !writing;
        const page = await store.readAll({ after, limit: 1 + random.below(10) });
        seen.push(...page.events);
        after = page.next;
        if (last && page.caughtUp) return;
        // A store that reads without waiting would leave the writers no turn.
        await turn();
      }
    };
    const reading = reader();
    await Promise.all(writers).finally(() => (writing = false));
    await reading;
    const { events } = await filledPage(store, { limit: 1_000 });
    same(
      seen.map(({ id }) => id),
      events.map(({ id }) => id),
      'what the reader met',
    );
  },
};

const afterReopening: Law = {
  name: 'positions go on growing when the store is opened anew, and no place is given twice',
  needs: 'reopen',
  holds: async ({ open, reopen }) => {
    let subject = await open();
    const next = sampler();
    for (const _ of numbers(4)) {
      await subject.store.append(next('complaint-1', 'any', 2));
      subject = await reopen(subject);
    }
    const { events } = await filledPage(subject.store, { limit: 100 });
    same(
      events.map(({ revision }) => revision),
      numbers(8),
      'the revisions',
    );
    mustGrow(events);
  },
};

export const order: LawGroup = {
  name: 'order',
  laws: [ofStream, ofStore, noneTwice, resuming, atTheEnd, besideWriters, afterReopening],
};
