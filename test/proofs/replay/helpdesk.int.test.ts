import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { LogCase } from '../../../src/application/ports/event-log.js';
import { instantOf, millisecondsOf, type Instant } from '../../../src/domain/kernel/instant.js';
import {
  bundleSource,
  replay,
  type ReplayQuestion,
  type ReplaySource,
} from '../../../src/jobs/replay/index.js';
import { randomFrom, type Random } from '../../../src/testing/event-store-contract/random.js';
import { countByLines } from '../../jobs/import/count-by-lines.js';
import { proof } from '../../support/proof.js';
import { describeWithShared, sharedFile } from '../../support/shared.js';
import { exportImported, foliosOf, helpdeskLog, openImported, readHelpdesk } from './helpdesk.js';

const root = mkdtempSync(join(tmpdir(), 'quejas-helpdesk-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const { numRuns, seed = Math.floor(Math.random() * 2 ** 31) } = proof(100);
/** The suite replays the first cases of the log; a run whose length was asked for, all of them. */
const limit = process.env['QUEJAS_PROOF_RUNS'] === undefined ? 80 : Infinity;
/** Every so many of the counts are asked of the bundle too: each compiles the calendars anew. */
const fromBundle = 4;
/** Of how many instants the prefix of the whole file is imported too, which takes as long as the first import. */
const wholes = 2;

const never = (): never => {
  throw new RangeError('nothing there');
};

/** The lines of a case that had been written by then. */
const upTo = (at: Instant, { events, ...found }: LogCase): LogCase => ({
  ...found,
  events: events.filter(({ timestamp }) => timestamp <= at),
});

const anyOf = <Item>(random: Random, items: readonly Item[]): Item =>
  items[random.below(items.length)] ?? never();

describeWithShared(helpdeskLog)('the log of the help desk, imported and replayed', () => {
  const random = randomFrom(seed);
  let cases: readonly LogCase[];
  let asked: readonly Instant[];
  let stored: ReplaySource;
  let bundled: ReplaySource;
  let folios: readonly string[];
  let importCut: (at: Instant, from: readonly LogCase[]) => Promise<ReplaySource>;

  beforeAll(async () => {
    const helpdesk = await readHelpdesk(limit);
    const { mapping } = helpdesk;
    ({ cases } = helpdesk);
    const quejas = await openImported(helpdesk, cases);
    await exportImported(quejas, mapping.provider, join(root, 'bundle.zip'));
    const opened = await bundleSource(join(root, 'bundle.zip'), 'queue', { trust: { kind: 'self' } });
    if (opened.kind !== 'source') throw new Error(opened.kind);
    [stored, bundled] = [{ store: quejas.store, provider: mapping.provider }, opened.source];
    folios = await foliosOf(quejas);
    importCut = async (at, from) => {
      const begun = from.map((found) => upTo(at, found)).filter(({ events }) => events.length > 0);
      const { store } = await openImported(helpdesk, begun);
      return { store, provider: mapping.provider };
    };
    const times = cases.flatMap(({ events }) => events.map(({ timestamp }) => timestamp));
    const [first, last] = [times.toSorted()[0] ?? never(), times.toSorted().at(-1) ?? never()];
    const [from, to] = [millisecondsOf(first), millisecondsOf(last)];
    // Half of them are the time of a line, which counts.
    asked = Array.from({ length: numRuns }, (_none, place) =>
      place % 2 === 0 ? instantOf(from + random.below(to - from)) : anyOf(random, times),
    );
  }, 600_000);

  /** What the store says, which its bundle must say too, to the byte. */
  const replayed = async (question: ReplayQuestion): Promise<string | undefined> => {
    const told = await replay(stored, question);
    expect(await replay(bundled, question)).toBe(told);
    return told;
  };

  it(
    `counts at any instant as many open and closed cases as the lines of the file up to then (seed ${seed})`,
    async () => {
      const counted = countByLines(sharedFile(helpdeskLog), asked, limit).standing;
      for (const [place, at] of asked.entries()) {
        const question = { of: 'sla', at } as const;
        const told = place % fromBundle === 0 ? await replayed(question) : await replay(stored, question);
        expect([at, JSON.parse(told ?? 'null')]).toMatchObject([at, counted[place]]);
      }
    },
    Math.max(120_000, numRuns * 20_000),
  );

  it(
    `tells of any case at any instant what a store knows into which its lines up to then alone were imported (seed ${seed})`,
    async () => {
      for (const at of asked) {
        const place = random.below(cases.length);
        const [found = never(), folio = never()] = [cases[place], folios[place]];
        const prefix = await importCut(at, [found]);
        const [own] = await foliosOf(prefix);
        const expected = own === undefined ? undefined : await replay(prefix, { of: { folio: own }, at });
        const told = await replayed({ of: { folio }, at });
        expect([at, found.id, told]).toEqual([at, found.id, expected?.replaceAll(own ?? '', folio)]);
      }
    },
    Math.max(120_000, numRuns * 2_000),
  );

  it(
    `gives the numbers and the queue of a store into which the prefix of the whole file was imported (seed ${seed})`,
    async () => {
      for (const at of asked.slice(0, wholes)) {
        const prefix = await importCut(at, cases);
        expect([at, await replayed({ of: 'sla', at })]).toEqual([
          at,
          await replay(prefix, { of: 'sla', at }),
        ]);
        const begun = folios.filter((_folio, place) => upTo(at, cases[place] ?? never()).events.length > 0);
        const own = await foliosOf(prefix);
        const queue = (await replay(prefix, { of: 'queue', at })) ?? '';
        const renamed = queue.replace(/(?<="folio":")[^"]+/g, (folio) => begun[own.indexOf(folio)] ?? folio);
        expect([at, await replayed({ of: 'queue', at })]).toEqual([at, renamed]);
      }
    },
    Math.max(120_000, wholes * 600_000),
  );
});
