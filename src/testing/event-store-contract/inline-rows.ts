import type { StoredEvent } from '../../application/ports/event-store.js';
import { failsWith, same } from './assert.js';
import { countingProjector, expectedRows, rowsOf } from './inline-samples.js';
import type { Law, LawGroup, Subject } from './law.js';
import { sampleAppend, sampler } from './samples.js';
import { filledPage } from './paging.js';

const allRows = (subject: Subject) =>
  rowsOf(subject).list({ table: 'stream_counts', where: {}, orderBy: ['stream'], limit: 1_000 });

const sameMoment: Law = {
  name: 'rows are there as soon as the append is answered, and a projector sees what it wrote before',
  needs: 'inline-rows',
  holds: async ({ open, random }) => {
    const subject = await open(countingProjector());
    const next = sampler();
    const appends = Array.from({ length: 40 }, () =>
      subject.store.append(next(`complaint-${String(random.below(5))}`, 'any', 1 + random.below(3))),
    );
    await Promise.all(appends);
    const { events } = await filledPage(subject.store, { limit: 1_000 });
    same(await allRows(subject), expectedRows(events), 'the rows');
    const odd = await rowsOf(subject).list({
      table: 'odd_ones',
      where: {},
      orderBy: ['stream', 'type'],
      limit: 100,
    });
    const expected = expectedRows(events).filter((row) => row.odd !== null);
    same(
      odd.map(({ stream }) => stream),
      expected.map(({ stream }) => stream),
      'rows that are put and removed',
    );
  },
};

const wholeEvents: Law = {
  name: 'a projector is given every event once, in order, as it is read afterwards',
  needs: 'inline-rows',
  holds: async ({ open }) => {
    const seen: StoredEvent[] = [];
    const { store } = await open(countingProjector(seen));
    const next = sampler();
    const unusual = {
      sealed: { person: 'c2VhbGVk' },
      metadata: { causationId: 'another', source: 'import' },
    };
    await Promise.all(Array.from({ length: 10 }, () => store.append(next('complaint-1', 'any', 2, unusual))));
    await store.append(next('complaint-1', 0));
    same(seen, (await filledPage(store, { limit: 100 })).events, 'what the projector was given');
  },
};

const failing: Law = {
  name: 'where a projector fails, that append alone fails: no event, no row, and the command may come again',
  needs: 'inline-rows',
  holds: async ({ open }) => {
    const subject = await open(countingProjector());
    const { store } = subject;
    const next = sampler();
    await store.append(next('complaint-1', 'none'));
    const poisoned = sampleAppend('complaint-1', 'poisoned', 'any', 2, { data: { poison: true } });
    const good = Array.from({ length: 6 }, (_, index) =>
      store.append(next(`complaint-${String(index)}`, 'any')),
    );
    await failsWith('projection-failed', () => store.append(poisoned), 'the poisoned append');
    for (const outcome of await Promise.all(good)) same(outcome.kind, 'appended', 'an append beside it');
    const cured = { ...sampleAppend('complaint-1', 'poisoned', 'any', 2) };
    same((await store.append(cured)).kind, 'appended', 'the same command with other content');
    const { events } = await filledPage(store, { limit: 100 });
    same(events.length, 9, 'events');
    same(await allRows(subject), expectedRows(events), 'the rows');
  },
};

const afterReopening: Law = {
  name: 'rows are there, and go on, when the store is opened anew',
  needs: 'inline-rows',
  holds: async ({ open, reopen }) => {
    const subject = await open(countingProjector());
    const next = sampler();
    for (let count = 0; count < 5; count += 1) await subject.store.append(next('complaint-1', 'any'));
    if (subject.reopen === undefined) return;
    const again = await reopen(subject);
    await again.store.append(next('complaint-1', 'any'));
    const { events } = await filledPage(again.store, { limit: 100 });
    same(await allRows(again), expectedRows(events), 'the rows');
  },
};

export const inlineRows: LawGroup = {
  name: 'rows in the transaction of the events',
  laws: [sameMoment, wholeEvents, failing, afterReopening],
};
