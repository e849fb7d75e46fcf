import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from '@jest/globals';
import { isContainerFault } from '../../../src/infrastructure/bundle/files.js';
import {
  directoryHeader,
  endRecords,
  readDirectoryHeader,
  readEnd,
} from '../../../src/infrastructure/bundle/zip-records.js';
import { zipSink } from '../../../src/infrastructure/bundle/zip-sink.js';
import { zipSource } from '../../../src/infrastructure/bundle/zip-source.js';
import { proof } from '../../support/proof.js';

const root = mkdtempSync(join(tmpdir(), 'quejas-zip-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let made = 0;
const place = (): string => join(root, `${(made += 1)}.zip`);

const zipOf = (files: Iterable<readonly [string, Uint8Array]>): string => {
  const path = place();
  const sink = zipSink(path);
  for (const [name, bytes] of files) sink.write(name, bytes);
  sink.finish();
  return path;
};

const readAll = (path: string) => {
  const source = zipSource(path);
  try {
    return source.names.map((name) => [name, Buffer.from(source.read(name)).toString()]);
  } finally {
    source.close();
  }
};

const python = spawnSync('python3', ['--version']).status === 0;
const itWithPython = python ? it : it.skip;

describe('a ZIP of a bundle', () => {
  const files: readonly (readonly [string, Uint8Array])[] = [
    ['a/b', Buffer.from('hello')],
    ['a/c', Buffer.alloc(0)],
    ['checkpoint', Buffer.from('x'.repeat(1000))],
  ];

  it('gives back what was written, in the order of the names', () => {
    expect(readAll(zipOf(files))).toEqual(
      files.map(([name, bytes]) => [name, Buffer.from(bytes).toString()]),
    );
    expect(readAll(zipOf([]))).toEqual([]);
  });

  it('has the same bytes whichever file was written first', () => {
    const some = fc.uniqueArray(
      fc.tuple(fc.stringMatching(/^[a-e]{1,3}$/), fc.uint8Array({ maxLength: 40 })),
      {
        selector: ([name]) => name,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(
        some.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const inOrder = readFileSync(zipOf(all));
          expect(readFileSync(zipOf(shuffled)).equals(inOrder)).toBe(true);
        },
      ),
      proof(40),
    );
  });

  it('is written whole where its files are larger than what is copied at a time', () => {
    const large = ['b', 'a', 'c'].map((name, nth) => [name, Buffer.alloc(3_000_000 + nth, name)] as const);
    expect(readAll(zipOf(large))).toEqual(
      ['a', 'b', 'c'].map((name) => [name, large.find(([each]) => each === name)?.[1].toString()]),
    );
  });

  it('takes no file twice, and leaves nothing beside it, whether it is finished or not', () => {
    const folder = mkdtempSync(join(root, 'alone-'));
    const sink = zipSink(join(folder, 'one.zip'));
    sink.write('b', Buffer.alloc(1));
    expect(() => sink.write('b', Buffer.alloc(1))).toThrow(RangeError);
    sink.discard();
    expect(readdirSync(folder)).toEqual([]);
    const other = zipSink(join(folder, 'other.zip'));
    other.finish();
    expect(readdirSync(folder)).toEqual(['other.zip']);
    expect(() => zipSink(join(folder, 'other.zip'))).toThrow(expect.objectContaining({ code: 'EEXIST' }));
    other.discard();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is taken back where what goes beside it is in the way', () => {
    const folder = mkdtempSync(join(root, 'held-'));
    writeFileSync(join(folder, 'one.zip.held'), '');
    expect(() => zipSink(join(folder, 'one.zip'))).toThrow(expect.objectContaining({ code: 'EEXIST' }));
    expect(readdirSync(folder)).toEqual(['one.zip.held']);
  });

  it('has no byte that can change unseen, none that can be left out, and none that can be added', () => {
    const whole = readFileSync(zipOf(files));
    const path = place();
    const isRead = (bytes: Uint8Array): boolean => {
      writeFileSync(path, bytes);
      try {
        readAll(path);
        return true;
      } catch (error) {
        if (!isContainerFault(error)) throw error;
        return false;
      }
    };
    expect(isRead(whole)).toBe(true);
    const someByte = fc.nat(whole.length - 1);
    fc.assert(
      fc.property(someByte, fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ by;
        expect(isRead(changed)).toBe(false);
        expect(isRead(Buffer.concat([whole.subarray(0, at), whole.subarray(at + 1)]))).toBe(false);
        expect(isRead(Buffer.concat([whole.subarray(0, at), Buffer.of(by), whole.subarray(at)]))).toBe(false);
        expect(isRead(whole.subarray(0, at))).toBe(false);
      }),
      { numRuns: 150 },
    );
    expect(isRead(Buffer.concat([whole, Buffer.of(0)]))).toBe(false);
  });

  itWithPython(
    'is read by Python’s own zipfile (skipped where there is no Python), ZIP64 too',
    () => {
      const many = Array.from({ length: 66_000 }, (_none, index) => {
        const name = `proofs/${String(index).padStart(6, '0')}`;
        return [name, Buffer.from(name)] as const;
      });
      const code =
        'import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(len(z.namelist()))';
      for (const [path, count] of [
        [zipOf(files), 3],
        [zipOf(many), 66_000],
      ] as const) {
        const { stdout, stderr } = spawnSync('python3', ['-c', code, path]);
        expect(stdout.toString() + stderr.toString()).toBe(`${count}\n`);
        expect(readAll(path)).toHaveLength(count);
      }
    },
    120_000,
  );

  it('tells places beyond 4 GiB and directories beyond 65,535 files in the fields of ZIP64', () => {
    const far = { name: 'a', crc: 1, size: 2, offset: 2 ** 33 + 5 };
    const near = { ...far, offset: 2 ** 32 - 2 };
    expect(readDirectoryHeader(directoryHeader(far), 0)).toEqual(far);
    expect(readDirectoryHeader(directoryHeader(near), 0)).toEqual(near);
    for (const end of [
      { count: 3, size: 100, offset: 200 },
      { count: 65_535, size: 100, offset: 200 },
      { count: 70_000, size: 2 ** 33, offset: 2 ** 40 },
    ])
      expect(readEnd(endRecords(end))).toEqual(end);
  });
});
