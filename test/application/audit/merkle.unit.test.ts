import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { compactRange } from '../../../src/application/audit/merkle/compact-range.js';
import { leafHash } from '../../../src/application/audit/merkle/hash.js';
import {
  inclusionProver,
  proveConsistency,
  proveInclusion,
  rootOf,
} from '../../../src/application/audit/merkle/prove.js';
import { verifyConsistency, verifyInclusion } from '../../../src/application/audit/merkle/verify.js';
import { hashTilesOf, tileWidth } from '../../../src/application/audit/tiles/tile-path.js';
import { nodesFromTiles, tileNodes } from '../../../src/application/audit/tiles/tile-source.js';
import { proof, proofTimeout } from '../../support/proof.js';
import { describeWithShared, sharedFile } from '../../support/shared.js';
import { naiveConsistency, naivePath, naiveRoot } from './naive-tree.js';
import { entriesUpTo, logOf } from './sample-log.js';

const someEntries = fc
  .array(fc.uint8Array({ maxLength: 40 }), { maxLength: 70 })
  .map((all) => all.map((bytes, index) => Buffer.concat([Buffer.of(index), bytes])));
const hex = (hashes: readonly Uint8Array[]): readonly string[] =>
  hashes.map((hash) => Buffer.from(hash).toString('hex'));

describe('the Merkle tree of RFC 6962', () => {
  it(
    'has, grown entry by entry, the root that the definition gives, whatever the entries',
    () => {
      fc.assert(
        fc.property(someEntries, (entries) => {
          const range = compactRange();
          for (const entry of entries) range.append(leafHash(entry));
          expect(hex([range.root()])).toEqual(hex([naiveRoot(entries)]));
          expect(range.size()).toBe(entries.length);
        }),
        proof(200),
      );
    },
    proofTimeout(200),
  );

  it(
    'proves from its tiles the inclusion of every entry as the definition does, and the proof verifies for it alone',
    async () => {
      await fc.assert(
        fc.asyncProperty(someEntries, fc.nat(), fc.nat(), async (entries, seed, other) => {
          if (entries.length === 0) return;
          const index = seed % entries.length;
          const { readTile, size, root } = await logOf(entries);
          const nodes = nodesFromTiles(readTile, size);
          expect(hex([await rootOf(nodes, size)])).toEqual(hex([root]));
          const path = await proveInclusion(nodes, index, size);
          expect(hex(path)).toEqual(hex(naivePath(index, entries)));
          const leaf = leafHash(entries[index] ?? new Uint8Array());
          expect(verifyInclusion({ index, size, leaf, root }, path)).toBe(true);
          const claimed = other % entries.length;
          expect(verifyInclusion({ index: claimed, size, leaf, root }, path)).toBe(claimed === index);
          expect(verifyInclusion({ index, size, leaf: root, root }, path)).toBe(size === 1);
        }),
        proof(150),
      );
    },
    proofTimeout(150),
  );

  it(
    'proves all of its entries by one prover, in any order, as the definition does',
    async () => {
      await fc.assert(
        fc.asyncProperty(someEntries, fc.array(fc.nat(), { maxLength: 9 }), async (entries, seeds) => {
          if (entries.length === 0) return;
          const { readTile, size } = await logOf(entries);
          const prove = inclusionProver(nodesFromTiles(readTile, size), size);
          for (const index of seeds.map((seed) => seed % size))
            expect(hex(await prove(index))).toEqual(hex(naivePath(index, entries)));
        }),
        proof(150),
      );
    },
    proofTimeout(150),
  );

  it('gives from tiles that were taken what it gives from tiles that it reads, and reads none of them', async () => {
    const entries = entriesUpTo(700);
    const { readTile, size, root } = await logOf(entries);
    const { readNode, take } = tileNodes((tile) => {
      throw new Error(`tile ${JSON.stringify(tile)} is read again`);
    }, size);
    for (const tile of hashTilesOf(size)) {
      const { level, index, width } = tile;
      const rootOfTile = take(tile, readTile(tile));
      const first = index * tileWidth;
      const expected =
        level === 0 && width === tileWidth ? naiveRoot(entries.slice(first, first + tileWidth)) : undefined;
      expect(rootOfTile && hex([rootOfTile])).toEqual(expected && hex([expected]));
    }
    expect(hex([await rootOf(readNode, size)])).toEqual(hex([root]));
    for (const index of [0, 300, 699])
      expect(hex(await proveInclusion(readNode, index, size))).toEqual(hex(naivePath(index, entries)));
  });

  it(
    'proves from its tiles that it continues every earlier tree, and no other one',
    async () => {
      await fc.assert(
        fc.asyncProperty(someEntries, fc.nat(), fc.uint8Array(), async (entries, seed, stray) => {
          if (entries.length === 0) return;
          const older = 1 + (seed % entries.length);
          const { readTile, size, root } = await logOf(entries);
          const path = await proveConsistency(nodesFromTiles(readTile, size), older, size);
          expect(hex(path)).toEqual(hex(naiveConsistency(older, entries)));
          const olderRoot = naiveRoot(entries.slice(0, older));
          expect(verifyConsistency({ older, olderRoot, size, root }, path)).toBe(true);
          const forked = naiveRoot([...entries.slice(0, older - 1), Buffer.from([...stray, 1, 2, 3])]);
          const differs = !forked.equals(olderRoot);
          expect(verifyConsistency({ older, olderRoot: forked, size, root }, path)).toBe(!differs);
        }),
        proof(150),
      );
    },
    proofTimeout(150),
  );

  it('proves both across full tiles and partial ones, at sizes around the widths of tiles', async () => {
    const entries = entriesUpTo(1030);
    for (const size of [255, 256, 257, 511, 512, 513, 1024, 1030]) {
      const { readTile, root } = await logOf(entries.slice(0, size));
      const nodes = nodesFromTiles(readTile, size);
      for (const index of [0, 127, 254, size - 1]) {
        const path = await proveInclusion(nodes, index, size);
        const leaf = leafHash(entries[index] ?? new Uint8Array());
        expect(verifyInclusion({ index, size, leaf, root }, path)).toBe(true);
      }
      for (const older of [1, 128, 255, size]) {
        const path = await proveConsistency(nodes, older, size);
        const olderRoot = naiveRoot(entries.slice(0, older));
        expect(verifyConsistency({ older, olderRoot, size, root }, path)).toBe(true);
      }
    }
  });

  it('counts beyond 2^32 exactly, in proofs that are verified', () => {
    const [index, size] = [2 ** 40 - 1, 2 ** 40];
    const siblings = Array.from({ length: 40 }, (_none, level) => leafHash(Buffer.from(`${level}`)));
    const leaf = leafHash(Buffer.from('last'));
    const range = compactRange();
    for (const [level, hash] of [...siblings.entries()].reverse()) range.append(hash, level);
    range.append(leaf);
    expect(range.size()).toBe(size);
    expect(verifyInclusion({ index, size, leaf, root: range.root() }, siblings)).toBe(true);
    expect(verifyInclusion({ index: index - 1, size, leaf, root: range.root() }, siblings)).toBe(false);
  });
});

interface Vector {
  readonly name: string;
  readonly kind: 'inclusion' | 'consistency';
  readonly wantErr: boolean;
  readonly proof: readonly string[] | null;
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string;
  readonly leafHash: string;
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
}

const bytes = (text: string | null): Uint8Array => Buffer.from(text ?? '', 'base64');

const holds = (vector: Vector): boolean => {
  const path = (vector.proof ?? []).map(bytes);
  return vector.kind === 'inclusion'
    ? verifyInclusion(
        {
          index: vector.leafIdx,
          size: vector.treeSize,
          leaf: bytes(vector.leafHash),
          root: bytes(vector.root),
        },
        path,
      )
    : verifyConsistency(
        {
          older: vector.size1,
          olderRoot: bytes(vector.root1),
          size: vector.size2,
          root: bytes(vector.root2),
        },
        path,
      );
};

const holdsVectors = (value: unknown): value is { readonly vectors: readonly Vector[] } =>
  typeof value === 'object' && value !== null && 'vectors' in value && Array.isArray(value.vectors);

const readVectors = (): readonly Vector[] => {
  const value: unknown = JSON.parse(readFileSync(sharedFile(vectorFile), 'utf8'));
  return holdsVectors(value) ? value.vectors : [];
};

const vectorFile = 'vectors/merkle/vectors.json';

describeWithShared(vectorFile)('the vectors of transparency-dev/merkle', () => {
  it('are each taken or refused as they say', () => {
    const vectors = readVectors();
    expect(vectors.length).toBeGreaterThan(100);
    expect(vectors.filter((vector) => holds(vector) === vector.wantErr).map(({ name }) => name)).toEqual([]);
  });
});
