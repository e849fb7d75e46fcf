import { instantOf } from '../../domain/kernel/instant.js';
import { same } from './assert.js';
import type { Law, LawGroup } from './law.js';
import { filledPage, readToEnd } from './paging.js';
import { fill, morning, sampleAppend, sampler } from './samples.js';

const range: Law = {
  name: 'a part of a stream is read from its first to its last revision, both of them too',
  holds: async ({ open }) => {
    const { store } = await open();
    await store.append(sampler()('complaint-1', 'none', 6));
    const all = await store.read('complaint-1');
    for (const from of [0, 1, 5, 6, 9])
      for (const to of [0, 3, 5, 6, 9]) {
        const what = `revisions ${String(from)} to ${String(to)}`;
        same(await store.read('complaint-1', { from, to }), all.slice(from, to + 1), what);
      }
    same(await store.read('complaint-1', { from: 4 }), all.slice(4), 'from revision 4');
    same(await store.read('complaint-1', { to: 1 }), all.slice(0, 2), 'to revision 1');
  },
};

const types = ['Filed', 'FolioAssigned', 'Ruled'] as const;
const names = [
  'complaint-1',
  'complaint-12',
  'Complaint-1',
  'folio-a',
  'x.complaint-1',
  'comp%-1',
  'comp_-1',
] as const;
const wantedPrefixes = [
  ['complaint-1'],
  ['complaint-'],
  ['comp%'],
  ['comp_'],
  ['folio-', 'x.'],
  ['*'],
  ['nobody-'],
  [],
];

const filters: Law = {
  name: 'a filter on types and on how streams begin leaves just what fits, with no wild cards, to the end',
  holds: async ({ open, random }) => {
    const { store } = await open();
    const places = Array.from({ length: 60 }, () => random.pick(names));
    await fill(store, places, () => ({ type: random.pick(types) }));
    const { events } = await filledPage(store, { limit: 1_000 });
    for (const prefixes of [undefined, ...wantedPrefixes])
      for (const wanted of [undefined, ['Ruled'], ['Filed', 'FolioAssigned'], ['filed'], []]) {
        const expected = events.filter(
          ({ type, stream }) =>
            (wanted === undefined || wanted.includes(type)) &&
            (prefixes === undefined || prefixes.some((prefix) => stream.startsWith(prefix))),
        );
        const found = await readToEnd(store, { types: wanted, prefixes }, () => 1 + random.below(8));
        same(found, expected, `types ${String(wanted)} of ${String(prefixes)}`);
      }
  },
};

const after = (minutes: number) => instantOf(Date.parse(morning) + minutes * 60_000);

const asOf: Law = {
  name: 'as of a date: what had happened by then, and what was known by then, the very instant too',
  holds: async ({ open, random, runs }) => {
    const { store } = await open();
    const stream = 'complaint-1';
    for (let index = 0; index < 20; index += 1) {
      const recordedAt = after(index);
      const occurredAt = random.chance(3) ? after(index - random.below(30)) : recordedAt;
      await store.append(
        sampleAppend(stream, `command-${String(index)}`, 'any', 1, { occurredAt, recordedAt }),
      );
    }
    const all = await store.read(stream);
    for (let run = 0; run < runs; run += 1) {
      const at = random.chance(3) ? undefined : after(random.below(40) - 20);
      const knownAt = random.chance(3) ? undefined : after(random.below(22) - 1);
      const expected = all.filter(
        ({ occurredAt, recordedAt }) =>
          (at === undefined || occurredAt <= at) && (knownAt === undefined || recordedAt <= knownAt),
      );
      same(
        await store.read(stream, { at, knownAt }),
        expected,
        `at ${String(at)}, known at ${String(knownAt)}`,
      );
    }
  },
};

export const reading: LawGroup = { name: 'reading', laws: [range, filters, asOf] };
