import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { decodeEntryBundle, encodeEntryBundle } from '../../../src/application/audit/tiles/entry-bundle.js';
import { hashTilesOf, tilePath, tilesOfLevel } from '../../../src/application/audit/tiles/tile-path.js';
import { tileWriter } from '../../../src/application/audit/tiles/tile-writer.js';
import { naiveRoot } from './naive-tree.js';
import { entriesUpTo, logOf } from './sample-log.js';

describe('the layout of C2SP tlog-tiles', () => {
  it('names a tile by groups of three digits', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 'entries', index: 5, width: 17 })).toBe('tile/entries/005.p/17');
    expect(tilePath({ level: 2, index: 1000, width: 256 })).toBe('tile/2/x001/000');
  });

  it('has, for a tree of 70,000, the tiles that the specification counts', () => {
    const tiles = [...hashTilesOf(70_000)];
    expect(tiles.filter(({ level, width }) => level === 0 && width === 256)).toHaveLength(273);
    expect(tiles.filter(({ width }) => width < 256)).toEqual([
      { level: 0, index: 273, width: 112 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ]);
    expect(tiles).toHaveLength(273 + 1 + 1 + 1 + 1);
  });

  it('is exactly what the writer of a log leaves, at every size around a tile', async () => {
    for (const size of [0, 1, 255, 256, 257, 512, 700]) {
      const { files } = await logOf(entriesUpTo(size));
      const expected = [...hashTilesOf(size), ...tilesOfLevel('entries', size)].map(tilePath);
      expect([...files.keys()].sort()).toEqual([...expected].sort());
    }
  });

  it('holds in each tile of the level above the root of a full tile below', async () => {
    const entries = entriesUpTo(513);
    const { files } = await logOf(entries);
    expect(Buffer.from(files.get('tile/1/000.p/2') ?? []).toString('hex')).toBe(
      Buffer.concat([naiveRoot(entries.slice(0, 256)), naiveRoot(entries.slice(256, 512))]).toString('hex'),
    );
    expect(createHash('sha256').update('\0entry 512').digest('hex')).toBe(
      Buffer.from(files.get('tile/0/002.p/1') ?? []).toString('hex'),
    );
  });

  it('takes no entry of more than 60,000 bytes: lengths are counted in 16 bits', async () => {
    const writer = tileWriter(() => undefined);
    await expect(writer.append(Buffer.alloc(60_001))).rejects.toThrow(RangeError);
    expect(writer.size()).toBe(0);
    expect(await writer.append(Buffer.alloc(60_000))).toBe(0);
  });
});

describe('a bundle of entries', () => {
  it('gives back what was put in, and nothing where a length does not add up', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), (entries) => {
        const encoded = encodeEntryBundle(entries);
        expect(decodeEntryBundle(encoded)?.map((entry) => [...entry])).toEqual(
          entries.map((entry) => [...entry]),
        );
        expect(decodeEntryBundle(Buffer.concat([encoded, Buffer.of(1)]))).toBeUndefined();
      }),
    );
  });
});
