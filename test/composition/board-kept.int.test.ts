import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openQuejas, type Quejas, type SlaOptions, type SlaView } from '../../src/index.js';
import { instantOf, millisecondsOf, type Instant } from '../../src/domain/kernel/instant.js';
import { conectared, emenet } from '../../src/domain/provider/index.js';
import { generateFortnight, runWorkload } from '../../src/jobs/simulate/index.js';

const from = instantOf(Date.UTC(2026, 1, 2, 18));
const day = 24 * 3_600_000;

const withoutSides = ({ by: _, ...figures }: SlaView) => figures;

/** A span of months in which the clock to ask for a reopening ends for what was closed. */
const laterBy = [1, 3_600_000, 3 * day, 12 * day, 25 * day, 90 * day];

describe('the board of now, as it is kept in rows', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quejas-board-'));
  mkdirSync(join(folder, 'store'));
  let now: Instant = from;
  const open = (provider: typeof conectared, rows: 'inline' | 'none' = 'inline') =>
    openQuejas({
      ...{ store: `sqlite:${folder}/store/quejas.db`, keys: `file:${folder}/keys/keys.db`, provider, rows },
      clock: () => now,
    });
  let opened: { readonly conectared: Quejas; readonly emenet: Quejas } | undefined;
  const houses = () => {
    if (opened === undefined) throw new Error('not opened');
    return opened;
  };

  beforeAll(async () => {
    opened = { conectared: await open(conectared), emenet: await open(emenet) };
    const script = generateFortnight({
      ...{ seed: 5, profiles: [conectared, emenet], from, accesses: 1500, days: 25 },
    });
    await runWorkload(opened, script, {
      moveTo: (at) => {
        now = at > now ? at : now;
      },
    });
  }, 120_000);

  afterAll(async () => {
    await opened?.conectared.close();
    await opened?.emenet.close();
    rmSync(folder, { recursive: true });
  });

  /** Asks as of a moment after all that was recorded. */
  const askedAt = async (wait: number, ask: () => Promise<void>): Promise<void> => {
    const before = now;
    now = instantOf(millisecondsOf(before) + wait);
    await ask();
    now = before;
  };

  it.each(['conectared', 'emenet'] as const)(
    'equals, for %s, what all events tell, to the byte: a moment after the last event, and months later',
    async (name) => {
      for (const wait of laterBy)
        await askedAt(wait, async () => {
          for (const items of [0, 5]) {
            const kept = await houses()[name].sla({ by: [], items });
            const folded = await houses()[name].sla({ by: ['kind'], items });
            expect(JSON.stringify(withoutSides(kept))).toBe(JSON.stringify(withoutSides(folded)));
            expect(kept.by.kind).toEqual([]);
            expect(kept.closed).toBeGreaterThan(10);
            expect(kept.durations.length).toBeGreaterThan(5);
          }
        });
    },
  );

  it('is told from the events where no rows are kept, and where they are paused', async () => {
    await askedAt(day, async () => {
      const ours = houses().conectared;
      const kept = withoutSides(await ours.sla({ by: [] }));
      const bare = await open(conectared, 'none');
      expect(withoutSides(await bare.sla({ by: [] }))).toEqual(kept);
      await bare.close();
      await ours.pauseProjection('board-counts');
      expect(withoutSides(await ours.sla({ by: [] }))).toEqual(kept);
      await ours.resumeProjection('board-counts');
      expect(withoutSides(await ours.sla({ by: [] }))).toEqual(kept);
    });
  });

  it('tells by the sides that were asked for, and is empty by the others', async () => {
    await askedAt(day, async () => {
      const { by } = await houses().conectared.sla({ by: ['municipality', 'area'] });
      const all = (await houses().conectared.sla()).by;
      expect(by).toEqual({
        ...{ area: all.area, municipality: all.municipality },
        ...{ technician: [], channel: [], kind: [], cause: [] },
      });
      expect(all.channel.length).toBeGreaterThan(1);
    });
  });

  const wrong: readonly unknown[] = ['area', ['areas'], [null], {}, 3, [['area']]];
  it.each(wrong.map((by) => [JSON.stringify(by), by] as const))(
    'refuses sides that are none: %s',
    async (_, by) => {
      const options: SlaOptions = {};
      Object.assign(options, { by });
      await expect(houses().conectared.sla(options)).rejects.toMatchObject({ code: 'query-invalid' });
    },
  );
});
