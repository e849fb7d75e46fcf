import type { Expectation } from '../../application/ports/event-store.js';
import { same } from './assert.js';
import type { Law, LawGroup } from './law.js';
import { sampler } from './samples.js';
import { filledPage } from './paging.js';

interface Case {
  readonly expect: Expectation;
  /** Events in the stream beforehand. */
  readonly existing: number;
  /** What it answers; the revision is that of the new event. */
  readonly answers: 'appended' | 'conflict';
}

const cases: readonly Case[] = [
  { expect: 'none', existing: 0, answers: 'appended' },
  { expect: 'none', existing: 2, answers: 'conflict' },
  { expect: 'exists', existing: 0, answers: 'conflict' },
  { expect: 'exists', existing: 2, answers: 'appended' },
  { expect: 'any', existing: 0, answers: 'appended' },
  { expect: 'any', existing: 2, answers: 'appended' },
  { expect: 0, existing: 0, answers: 'conflict' },
  { expect: 1, existing: 2, answers: 'appended' },
  { expect: 0, existing: 2, answers: 'conflict' },
  { expect: 2, existing: 2, answers: 'conflict' },
];

const stream = 'complaint-1';

const lawOf = ({ expect, existing, answers }: Case): Law => ({
  name: `an append that expects ${String(expect)} of a stream of ${String(existing)} is ${answers === 'appended' ? 'stored' : 'a conflict with the actual revision'}`,
  holds: async ({ open }) => {
    const { store } = await open();
    const next = sampler();
    if (existing > 0) await store.append(next(stream, 'none', existing));
    const { kind, ...rest } = await store.append(next(stream, expect));
    same(kind, answers, 'the outcome');
    const actual = existing === 0 ? 'none' : existing - 1;
    if (kind === 'appended') same(rest, { ...rest, revision: existing }, 'the outcome');
    else same(rest, { actual }, 'the conflict');
    const events = await store.read(stream);
    same(events.length, existing + (answers === 'appended' ? 1 : 0), 'the events afterwards');
  },
});

const racers = 24;

/** Of many at once that expect the same of one stream, how many may win. */
const race = (name: string, expect: Expectation, existing: number, winners: number): Law => ({
  name,
  holds: async ({ open }) => {
    const { store } = await open();
    const next = sampler();
    if (existing > 0) await store.append(next(stream, 'none', existing));
    const outcomes = await Promise.all(
      Array.from({ length: racers }, () => store.append(next(stream, expect))),
    );
    const won = outcomes.filter(({ kind }) => kind === 'appended');
    same(won.length, winners, `winners of ${String(racers)}`);
    for (const outcome of outcomes)
      if (outcome.kind === 'conflict') same(outcome.actual, existing, 'the actual revision of a loser');
    const revisions = (await store.read(stream)).map(({ revision }) => revision);
    same(
      revisions,
      Array.from({ length: existing + winners }, (_, index) => index),
      'the revisions afterwards',
    );
  },
});

const conflictLeavesNothing: Law = {
  name: 'a conflict stores nothing and is not remembered: the same command may succeed later',
  holds: async ({ open }) => {
    const { store } = await open();
    const next = sampler();
    await store.append(next(stream, 'none'));
    const head = await store.head();
    const refused = next(stream, 7, 2);
    same((await store.append(refused)).kind, 'conflict', 'the first outcome');
    same(await store.head(), head, 'the head after the conflict');
    same(
      (await store.append({ ...refused, expect: 0 })).kind,
      'appended',
      'the outcome with the right revision',
    );
    same((await store.read(stream)).length, 3, 'events');
  },
};

const allOrNothing: Law = {
  name: 'the events of one append stand together in the stream and in the whole store',
  holds: async ({ open, random }) => {
    const { store } = await open();
    const next = sampler();
    const appends = Array.from({ length: 20 }, () =>
      next(random.pick([stream, 'complaint-2']), 'any', 1 + random.below(4)),
    );
    await Promise.all(appends.map((append) => store.append(append)));
    const { events } = await filledPage(store, { limit: 1_000 });
    const ids = events.map(({ id }) => id);
    for (const append of appends) {
      const wanted = append.events.map(({ id }) => id);
      const first = ids.indexOf(wanted[0] ?? '');
      same(ids.slice(first, first + wanted.length), wanted, `the events of ${append.commandId}`);
    }
  },
};

export const expectations: LawGroup = {
  name: 'what an append expects of its stream',
  laws: [
    ...cases.map(lawOf),
    race('of many creators at once exactly one wins', 'none', 0, 1),
    race('of many at once that expect the same revision exactly one wins', 0, 1, 1),
    race('of many at once that expect nothing all win, each with a revision of its own', 'any', 0, racers),
    conflictLeavesNothing,
    allOrNothing,
  ],
};
