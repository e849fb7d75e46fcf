import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { tilePath, type Tile } from '../../../src/application/audit/tiles/tile-path.js';
import { beginBundle } from '../../../src/infrastructure/bundle/open-bundle.js';
import { writeBundle, type BundleContent, type BundleFile } from '../../../src/jobs/export/index.js';
import { verifyBundle } from '../../../src/jobs/verify/index.js';
import { logOf } from '../../application/audit/sample-log.js';
import { keyOf, sampleEntries, signedHead } from '../audit/sample-bundle.js';

const root = mkdtempSync(join(tmpdir(), 'quejas-once-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const key = keyOf(1);

/** A bundle of so many entries, and what was asked of its log and of the files beside it. */
const counted = async (size: number, more: Partial<BundleContent>) => {
  const entries = sampleEntries(size);
  const { readTile } = await logOf(entries);
  const asked: string[] = [];
  const file = (name: string): BundleFile => ({
    name,
    bytes: () => {
      asked.push(name);
      return Buffer.from(name);
    },
  });
  const content: BundleContent = {
    checkpoint: await signedHead(entries, [key]),
    readTile: (tile: Tile) => {
      asked.push(tilePath(tile));
      return readTile(tile);
    },
    keys: [key.verifier],
    signManifest: (text) => Promise.resolve([key.signText(text)]),
    profile: 'redacted',
    what: 'all',
    filesBeside: () => [file('report/z.html'), file('csv/a.csv'), file('report/b.html')],
    ...more,
  };
  return { content, asked, tiles: () => asked.filter((name) => name.startsWith('tile/')) };
};

describe('a bundle that is written', () => {
  it.each(['folder', 'one.zip'])(
    'makes each of its files once, and reads each tile once, as %s',
    async (name) => {
      const path = join(root, name);
      const { content, asked, tiles } = await counted(700, {});
      expect(await writeBundle(content, beginBundle(path))).toMatchObject({ ok: true, entries: 700 });
      expect(asked).toEqual([...new Set(asked)]);
      expect(tiles()).toContain('tile/entries/002.p/188');
      expect(asked.filter((each) => !each.startsWith('tile/'))).toEqual([
        'report/z.html',
        'csv/a.csv',
        'report/b.html',
      ]);
      expect(await verifyBundle(path)).toMatchObject({ ok: true, entries: 700 });
    },
  );

  it('makes what goes beside its entries once they are through, by what they tell', async () => {
    const { content, tiles } = await counted(60, {});
    let told: unknown;
    await writeBundle(
      {
        ...content,
        filesBeside: ({ streams, asOf }) => {
          told = { complaints: streams.length, asOf, tiles: tiles().length > 0 };
          return [];
        },
      },
      beginBundle(join(root, 'beside')),
    );
    expect(told).toEqual({ complaints: 12, asOf: '2026-03-02T16:12:01.000Z', tiles: true });
  });

  it('takes no two files of one name, and none by a name that the log’s own files have', async () => {
    const { content } = await counted(3, {});
    const twice: BundleFile = { name: 'report.html', bytes: () => Buffer.from('x') };
    for (const [nth, files] of [[twice, twice], [{ ...twice, name: 'tile/9' }]].entries()) {
      const sink = beginBundle(join(root, `refused-${String(nth)}.zip`));
      await expect(writeBundle({ ...content, filesBeside: () => files }, sink)).rejects.toThrow(RangeError);
      sink.discard();
    }
  });
});
