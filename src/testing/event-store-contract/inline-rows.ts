import type { StoredEvent } from '../../application/ports/event-store.js';
import type { Checkpoint } from '../../application/ports/projected-rows.js';
import { cardFold } from '../../projections/runtime/card-fold.js';
import { defineProjection } from '../../projections/runtime/define-projection.js';
import { holds, same } from './assert.js';
import {
  countingProjections,
  expectedOddOnes,
  expectedRows,
  oddOnes,
  projectedOf,
  rowsOf,
  streamCounts,
} from './inline-samples.js';
import { inlineByHand } from './inline-by-hand.js';
import type { Law, LawGroup, Subject } from './law.js';
import { filledPage } from './paging.js';
import { sampleAppend, sampler } from './samples.js';

const all = { where: {}, orderBy: ['stream'], limit: 1_000 };

const allRows = (subject: Subject) => rowsOf(subject).list({ table: 'stream_counts', ...all });
const allOddOnes = (subject: Subject) => rowsOf(subject).list({ table: 'odd_ones', ...all });

const eventsIn = async ({ store }: Subject): Promise<readonly StoredEvent[]> =>
  (await filledPage(store, { limit: 1_000 })).events;

const checkpointOf = async (subject: Subject, name: string): Promise<Checkpoint | undefined> =>
  (await projectedOf(subject).rowCheckpoints()).find((each) => each.name === name);

const sameMoment: Law = {
  name: 'rows are there as soon as the append is answered, and a projection sees what it wrote before',
  needs: 'inline-rows',
  holds: async ({ open, random }) => {
    const subject = await open(countingProjections());
    const next = sampler();
    const appends = Array.from({ length: 40 }, () =>
      subject.store.append(next(`complaint-${String(random.below(5))}`, 'any', 1 + random.below(3))),
    );
    await Promise.all(appends);
    const events = await eventsIn(subject);
    same(await allRows(subject), expectedRows(events), 'the rows');
    same(
      await allOddOnes(subject),
      expectedOddOnes(events),
      'rows that are set, counted, patched and removed',
    );
  },
};

const wholeEvents: Law = {
  name: 'a projection is given every event once, in order, as it is read afterwards',
  needs: 'inline-rows',
  holds: async ({ open }) => {
    const seen: StoredEvent[] = [];
    const subject = await open([streamCounts(seen)]);
    const { store } = subject;
    const next = sampler();
    const unusual = {
      sealed: { person: 'c2VhbGVk' },
      metadata: { causationId: 'another', source: 'import' },
    };
    await Promise.all(Array.from({ length: 10 }, () => store.append(next('complaint-1', 'any', 2, unusual))));
    await store.append(next('complaint-1', 0));
    same(seen, await eventsIn(subject), 'what the projection was given');
  },
};

const failing: Law = {
  name: 'a projection that fails is paused where it was, with the event and the reason; every append is stored and every other projection goes on',
  needs: 'inline-rows',
  holds: async ({ open }) => {
    const subject = await open(countingProjections());
    const { store } = subject;
    const next = sampler();
    await store.append(next('complaint-1', 'none'));
    const before = await eventsIn(subject);
    const poisoned = sampleAppend('complaint-2', 'poisoned', 'any', 1, { data: { poison: true } });
    const good = Array.from({ length: 6 }, (_, index) =>
      store.append(next(`complaint-${String(index)}`, 'any')),
    );
    same((await store.append(poisoned)).kind, 'appended', 'the append that one projection cannot take');
    for (const outcome of await Promise.all(good)) same(outcome.kind, 'appended', 'an append beside it');
    await store.append(next('complaint-1', 'any'));
    const events = await eventsIn(subject);
    same(await allOddOnes(subject), expectedOddOnes(events), 'the rows of the other projection');
    const { position, type } = events.find(({ data }) => data['poison'] === true) ?? {};
    const paused = await checkpointOf(subject, 'stream-counts');
    same(paused?.fault?.position, position, 'where it failed');
    same(paused?.fault?.type, type, 'the type of the event');
    holds(paused?.fault?.message.includes('cannot be projected') === true, 'the reason is told');
    const had = events.filter((event) => event.position <= (paused?.position ?? ''));
    holds(had.length >= before.length, 'what was projected before stays');
    same(await allRows(subject), expectedRows(had), 'its rows are those of the events up to its checkpoint');
  },
};

const afterReopening: Law = {
  name: 'rows are there, and go on, when the store is opened anew',
  needs: 'inline-rows',
  holds: async ({ open, reopen }) => {
    const subject = await open(countingProjections());
    const next = sampler();
    for (let count = 0; count < 5; count += 1) await subject.store.append(next('complaint-1', 'any'));
    if (subject.reopen === undefined) return;
    const again = await reopen(subject);
    await again.store.append(next('complaint-1', 'any'));
    same(await allRows(again), expectedRows(await eventsIn(again)), 'the rows');
  },
};

const joining: Law = {
  name: 'a resumed projection is brought to the head by batches, each event once, and is written with the events again',
  needs: 'inline-rows',
  holds: async ({ open, random }) => {
    let isBroken = true;
    const subject = await open([streamCounts([], () => isBroken), oddOnes]);
    const { store } = subject;
    const projected = projectedOf(subject);
    const next = sampler();
    for (let count = 0; count < 10; count += 1) {
      const unusual = count === 5 ? { data: { poison: true } } : {};
      await store.append(next(`complaint-${String(random.below(3))}`, 'any', 2, unusual));
    }
    isBroken = false;
    await projected.resume('stream-counts');
    const events = await eventsIn(subject);
    let after = (await checkpointOf(subject, 'stream-counts'))?.position;
    const rest = events.filter(({ position }) => position > (after ?? ''));
    while (rest.length > 0) {
      const page = rest.splice(0, 1 + random.below(4));
      const position = page.at(-1)?.position ?? '';
      const given = batchOf(page, events);
      const refs = [{ name: 'stream-counts', version: 1, slot: 'live' }] as const;
      await projected.project(after, { events: given, position }, refs);
      await projected.project(after, { events: given, position }, refs);
      after = position;
    }
    same(await allRows(subject), expectedRows(events), 'the rows after it was brought up');
    same((await checkpointOf(subject, 'stream-counts'))?.isInline, true, 'written with the events again');
    await store.append(next('complaint-1', 'any'));
    same(await allRows(subject), expectedRows(await eventsIn(subject)), 'the rows after the next append');
  },
};

const rebuilt: Law = {
  name: 'a rebuild goes beside the live rows, which are read until it has met the head, and then takes their place, equal to them',
  needs: 'inline-rows',
  holds: async ({ open }) => {
    const subject = await open(countingProjections());
    const { store } = subject;
    const projected = projectedOf(subject);
    const next = sampler();
    for (let count = 0; count < 12; count += 1)
      await store.append(next(`complaint-${String(count % 5)}`, 'any', 1 + (count % 3)));
    const live = await allRows(subject);
    await projected.rebuild('stream-counts');
    same(await allRows(subject), live, 'the rows while they are made anew');
    const events = await eventsIn(subject);
    const refs = [{ name: 'stream-counts', version: 1, slot: 'rebuild' }] as const;
    const half = events.slice(0, 9);
    const at = half.at(-1)?.position ?? '';
    await projected.project(undefined, { events: batchOf(half, events), position: at }, refs);
    const slots = async () =>
      (await projected.rowCheckpoints())
        .filter(({ name }) => name === 'stream-counts')
        .map(({ slot }) => slot);
    await store.append(next('complaint-1', 'any'));
    const whole = await eventsIn(subject);
    const others = whole.slice(9);
    await projected.project(
      at,
      { events: batchOf(others, whole), position: others.at(-1)?.position ?? '' },
      refs,
    );
    same(await slots(), ['live'], 'what is left after the switch');
    same(await allRows(subject), expectedRows(whole), 'the rows after the switch');
    await store.append(next('complaint-2', 'any'));
    same(await allRows(subject), expectedRows(await eventsIn(subject)), 'the rows after the next append');
    await projected.rebuild('stream-counts');
    await projected.cancelRebuild('stream-counts');
    same(await slots(), ['live'], 'what is left after a rebuild was cancelled');
  },
};

const rebuiltAgain: Law = {
  name: 'a rebuild that is begun again half-way, or after it was cancelled, comes to the rows of a fresh one',
  needs: 'inline-rows',
  holds: async ({ open, random }) => {
    const subject = await open(countingProjections());
    const projected = projectedOf(subject);
    const next = sampler();
    // So many that a store does not bring a rebuild to its end at once.
    for (let count = 0; count < 12; count += 1)
      await subject.store.append(next(`complaint-${String(count % 5)}`, 'any', 98 + random.below(5)));
    const { events } = await filledPage(subject.store, { limit: 2_000 });
    const upTo = async (count: number): Promise<void> => {
      const page = events.slice(0, count);
      const position = page.at(-1)?.position ?? '';
      const refs = (['stream-counts', 'odd-ones'] as const).map((name) => {
        return { name, version: 1, slot: 'rebuild' } as const;
      });
      await projected.project(undefined, { events: batchOf(page, events), position }, refs);
    };
    const half = (): number => 1 + random.below(150);
    for (const name of ['stream-counts', 'odd-ones']) await projected.rebuild(name);
    await upTo(half());
    for (const name of ['stream-counts', 'odd-ones']) await projected.rebuild(name);
    await upTo(half());
    for (const name of ['stream-counts', 'odd-ones']) {
      await projected.cancelRebuild(name);
      await projected.rebuild(name);
    }
    await upTo(events.length);
    const slots = (await projected.rowCheckpoints()).map(({ slot }) => slot);
    same(slots, ['live', 'live'], 'what is left after the switch');
    same(await allRows(subject), expectedRows(events), 'the counts');
    same(await allOddOnes(subject), expectedOddOnes(events), 'the rows that come and go');
  },
};

const unfoldable: Law = {
  name: 'events of a version that this program cannot read are stored: every projection is paused before them, and says why',
  needs: 'inline-rows',
  holds: async ({ open }) => {
    const subject = await open(countingProjections());
    const next = sampler();
    await subject.store.append(next('complaint-1', 'none'));
    const before = await eventsIn(subject);
    const newer = await subject.store.append(next('complaint-2', 'none', 1, { version: 99 }));
    same(newer.kind, 'appended', 'the append of a newer version');
    for (const checkpoint of await projectedOf(subject).rowCheckpoints()) {
      same(checkpoint.fault?.code, 'event-version-newer', 'why it is paused');
      same(checkpoint.position, before.at(-1)?.position, 'where it is');
    }
    same(await allRows(subject), expectedRows(before), 'the rows');
    same((await subject.store.append(next('complaint-1', 'any'))).kind, 'appended', 'the append after it');
  },
};

const undefinedCells: Law = {
  name: 'a cell that a projection leaves undefined is null',
  needs: 'inline-rows',
  holds: async ({ open }) => {
    const filings = defineProjection({
      name: 'filings',
      version: 1,
      columns: { command: 'text', municipality: 'text?', area: 'text?' },
      key: ['command'],
      on: {
        Filed: ({ data, metadata }, rows) =>
          rows.set({ command: metadata.commandId, municipality: data.municipality, area: undefined }),
      },
    });
    const subject = await open([filings]);
    await subject.store.append(sampleAppend('complaint-1', 'first', 'none'));
    const { name } = filings.table;
    const found = await rowsOf(subject).list({ table: name, where: {}, orderBy: ['command'], limit: 10 });
    same(
      found.map((row) => row['municipality']),
      [null],
      'the cell of what the event lacks',
    );
    same(
      found.map((row) => row['area']),
      [null],
      'the cell that is undefined',
    );
    const where = { municipality: null };
    same(await rowsOf(subject).count({ table: name, where }), 1, 'the rows without a municipality');
  },
};

/** Events as a runtime gives them. */
const batchOf = (page: readonly StoredEvent[], whole: readonly StoredEvent[]) =>
  cardFold().project(page, (stream, to) =>
    whole.filter((event) => event.stream === stream && event.revision <= to),
  );

export const inlineRows: LawGroup = {
  name: 'rows in the transaction of the events',
  laws: [
    sameMoment,
    wholeEvents,
    failing,
    joining,
    rebuilt,
    rebuiltAgain,
    unfoldable,
    undefinedCells,
    afterReopening,
    ...inlineByHand,
  ],
};
