import type { Projection } from '../../application/ports/projection.js';
import { same } from './assert.js';
import {
  expectedOddOnes,
  expectedRows,
  oddOnes,
  projectedOf,
  rowsOf,
  streamCounts,
} from './inline-samples.js';
import type { Law, Subject } from './law.js';
import { filledPage } from './paging.js';
import { sampler } from './samples.js';

const all = { where: {}, orderBy: ['stream'], limit: 1_000 };
const counts = (subject: Subject) => rowsOf(subject).list({ table: 'stream_counts', ...all });
const poison = { data: { poison: true } };

const skipping = (): Projection => ({ ...streamCounts(), failurePolicy: 'skip' });

const skipped: Law = {
  name: 'a projection that skips leaves out the event that it cannot take, records it, and is written with the events on',
  needs: 'inline-rows',
  holds: async ({ open, random }) => {
    const subject = await open([skipping(), oddOnes]);
    const { store } = subject;
    const projected = projectedOf(subject);
    const next = sampler();
    for (let count = 0; count < 20; count += 1) {
      const unusual = random.below(4) === 0 ? poison : {};
      await store.append(next(`complaint-${String(count % 3)}`, 'any', 1 + random.below(2), unusual));
    }
    const { events } = await filledPage(store, { limit: 1_000 });
    const isPoisoned = events.map(({ data }) => data['poison'] === true);
    same(await counts(subject), expectedRows(events.filter((_, at) => isPoisoned[at] !== true)), 'the rows');
    const parked = await projected.parkedEvents('stream-counts', 1, { limit: 100 });
    const expected = events.filter((_, at) => isPoisoned[at]).map(({ position }) => position);
    same(
      parked.map(({ position }) => position),
      expected,
      'what is parked',
    );
    const found = (await projected.rowCheckpoints()).find(({ name }) => name === 'stream-counts');
    same(
      [found?.isInline, found?.fault, found?.parked],
      [true, undefined, expected.length],
      'the checkpoint',
    );
    const odd = await rowsOf(subject).list({ table: 'odd_ones', ...all });
    same(odd, expectedOddOnes(events), 'the rows of the other projection');
  },
};

const pausedByHand: Law = {
  name: 'a projection that is paused by hand stands still while events are stored and others go on',
  needs: 'inline-rows',
  holds: async ({ open }) => {
    const subject = await open([streamCounts(), oddOnes]);
    const { store } = subject;
    const projected = projectedOf(subject);
    const next = sampler();
    for (let count = 0; count < 4; count += 1) await store.append(next('complaint-1', 'any'));
    const before = await counts(subject);
    const head = await store.head();
    await projected.pause('stream-counts');
    for (let count = 0; count < 3; count += 1) await store.append(next('complaint-2', 'any'));
    same(await counts(subject), before, 'the rows');
    const found = (await projected.rowCheckpoints()).find(({ name }) => name === 'stream-counts');
    same([found?.position, found?.fault?.code], [head, 'paused-by-operator'], 'the checkpoint');
    const { events } = await filledPage(store, { limit: 1_000 });
    const odd = await rowsOf(subject).list({ table: 'odd_ones', ...all });
    same(odd, expectedOddOnes(events), 'the rows of the other projection');
  },
};

const droppedInline: Law = {
  name: 'a projection whose rows were taken away hinders no append, and no other projection',
  needs: 'inline-rows',
  holds: async ({ open }) => {
    const subject = await open([streamCounts(), oddOnes]);
    const { store } = subject;
    const next = sampler();
    await store.append(next('complaint-1', 'any'));
    await projectedOf(subject).drop('stream-counts', 1);
    for (let count = 0; count < 4; count += 1) await store.append(next('complaint-1', 'any'));
    same(
      (await projectedOf(subject).rowCheckpoints()).map(({ name, isInline }) => [name, isInline]),
      [['odd-ones', true]],
      'the checkpoints',
    );
    const { events } = await filledPage(store, { limit: 1_000 });
    const odd = await rowsOf(subject).list({ table: 'odd_ones', ...all });
    same(odd, expectedOddOnes(events), 'the rows of the other projection');
  },
};

/** What an operator does by hand with rows that are written with the events, and what these leave out. */
export const inlineByHand: readonly Law[] = [skipped, pausedByHand, droppedInline];
