import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { byName } from '../../../src/infrastructure/bundle/files.js';
import { openBundle } from '../../../src/infrastructure/bundle/open-bundle.js';
import { directoryHeader, endRecords, localHeader } from '../../../src/infrastructure/bundle/zip-records.js';
import { verifyBundle } from '../../../src/jobs/verify/index.js';
import { hasPython, pythonReader } from '../../proofs/tampering/python-reader.js';
import { readAsPage } from '../../verify-page/read.js';
import { writeSample } from './sample-bundle.js';

const root = mkdtempSync(join(tmpdir(), 'quejas-foreign-zips-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const python = hasPython ? pythonReader() : undefined;
afterAll(() => void python?.end());

/** What each of the three readers says of a bundle: `ok`, or the code of the fault. */
const readers = async (path: string): Promise<readonly string[]> => {
  const told = [await verifyBundle(path, { trust: { kind: 'self' } }), await readAsPage(path)];
  const codes = told.map((verdict): string => (verdict.ok ? 'ok' : verdict.code));
  if (python === undefined) return codes;
  const said = await python.verify(path);
  return [...codes, said.startsWith('[0, ') ? 'ok' : (/FAULT: ([a-z-]+)/.exec(said)?.[1] ?? said)];
};

type File = readonly [name: string, bytes: Uint8Array];

/** A ZIP as our writer would write these files, were they a bundle's. */
const zipOf = (files: readonly File[]): Buffer => {
  const parts: Buffer[] = [];
  const entries = [];
  let offset = 0;
  for (const [name, bytes] of files) {
    const entry = { name, crc: crc32(bytes), size: bytes.length, offset };
    const stored = Buffer.concat([localHeader(entry), bytes]);
    parts.push(stored);
    entries.push(entry);
    offset += stored.length;
  }
  const directory = Buffer.concat(entries.map(directoryHeader));
  return Buffer.concat([
    ...[...parts, directory],
    endRecords({ count: entries.length, size: directory.length, offset }),
  ]);
};

describe('a ZIP that is not as it was handed over', () => {
  const bundle = join(root, 'bundle.zip');
  const changed = join(root, 'changed.zip');
  let whole: Buffer;
  let files: readonly File[];

  beforeAll(async () => {
    await writeSample(bundle, { size: 300 });
    whole = readFileSync(bundle);
    const source = openBundle(bundle);
    files = source.names.map((name) => [name, Buffer.from(source.read(name))]);
    source.close();
  });

  const said = (bytes: Uint8Array): Promise<readonly string[]> => {
    writeFileSync(changed, bytes);
    return readers(changed);
  };
  const all = (code: string): readonly string[] => Array.from({ length: hasPython ? 3 : 2 }, () => code);
  const including = (...more: readonly File[]): Buffer =>
    zipOf([...files, ...more].sort(([one], [other]) => byName(one, other)));

  it('is taken by each reader where its bytes are the same', async () => {
    expect(zipOf(files).equals(whole)).toBe(true);
    expect(await readers(bundle)).toEqual(all('ok'));
  });

  it.each(['../evil', '/etc/evil', '..\\evil', 'C:\\evil', 'folder/', 'proofs/', 'a\u0000b', 'é'])(
    'is refused by each reader for a file called %j, and nothing is written',
    async (name) => {
      expect(await said(including([name, Buffer.from('x')]))).toEqual(all('file-unexpected'));
    },
  );

  it('is refused by each reader where a name stands in it twice', async () => {
    const twice = files.flatMap((file): readonly File[] =>
      file[0] === 'checkpoint' ? [file, file] : [file],
    );
    expect(await said(zipOf(twice))).toEqual(all('zip-malformed'));
  });

  it('is refused by each reader where it is empty, no ZIP at all, longer, or behind something else', async () => {
    expect(await said(zipOf([]))).toEqual(all('file-missing'));
    for (const bytes of [
      ...[
        Buffer.alloc(0),
        Buffer.from('Hola.\n'),
        Buffer.alloc(5_000),
        Buffer.from('\u0089PNG\r\n'.repeat(99)),
      ],
      ...[Buffer.concat([whole, Buffer.of(0)]), Buffer.concat([Buffer.from('#!/bin/sh\n'), whole])],
    ])
      expect(await said(bytes)).toEqual(all('zip-malformed'));
  });

  it('is refused by each reader wherever it is cut off', async () => {
    for (const at of [1, 21, 22, 29, 30, 100, whole.length >> 1, whole.length - 23, whole.length - 1])
      for (const code of await said(whole.subarray(0, at)))
        expect(['zip-malformed', 'file-changed']).toContain(code);
  });

  /** `made`: lines of Python that write `z` from the folder `source`. */
  const madeAnew = {
    'stored, a file after another': 'add("w", 0)',
    deflated: 'add("w", 8)',
    'with a folder on top': 'add("w", 0, "bundle/")',
    'with data descriptors, as what is written to a pipe': 'add("w", 8, "", True)',
  };
  (hasPython ? it : it.skip).each(Object.entries(madeAnew))(
    'made anew by another tool (%s) is refused by each reader, and what is taken out of it passes',
    async (_how, made) => {
      const [source, target] = [join(root, 'source'), join(root, 'taken-out')];
      for (const folder of [source, target]) rmSync(folder, { recursive: true, force: true });
      for (const [name, bytes] of files) {
        mkdirSync(join(source, name, '..'), { recursive: true });
        writeFileSync(join(source, name), bytes);
      }
      const code = `
import os, sys, zipfile
source, changed, target = sys.argv[1:]
class Pipe:
    def __init__(self, file): self.file = file
    def write(self, b): return self.file.write(b)
    def flush(self): self.file.flush()
def add(mode, compression, top='', pipe=False):
    with open(changed, 'wb') as file, zipfile.ZipFile(Pipe(file) if pipe else file, mode, compression) as z:
        for folder, _, names in sorted(os.walk(source)):
            for name in sorted(names):
                path = os.path.join(folder, name)
                z.write(path, top + os.path.relpath(path, source))
${made}
zipfile.ZipFile(changed).extractall(target)
`;
      const { status, stderr } = spawnSync('python3', ['-c', code, source, changed, target], {
        encoding: 'utf8',
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(await readers(changed)).toEqual(all('zip-malformed'));
      const top = made.includes('bundle/') ? join(target, 'bundle') : target;
      expect(await readers(top)).toEqual(all('ok'));
    },
    60_000,
  );
});

describe('a bundle of more than 65,535 files', () => {
  it('is written as ZIP64, and is taken and refused by each reader', async () => {
    const path = join(root, 'many.zip');
    const many = Array.from({ length: 65_600 }, (_none, place) => ({
      name: `calendars/${String(place).padStart(6, '0')}.json`,
      bytes: () => Buffer.from(`{"id":"${place}"}`),
    }));
    await writeSample(path, { size: 20, files: many });
    const bytes = readFileSync(path);
    expect(bytes.readUInt32LE(bytes.length - 98)).toBe(0x06064b50);
    expect(new Set(await readers(path))).toEqual(new Set(['ok']));
    const at = bytes.length - 98 + 32;
    bytes.writeBigUInt64LE(bytes.readBigUInt64LE(at) - 1n, at);
    writeFileSync(path, bytes);
    expect(new Set(await readers(path))).toEqual(new Set(['zip-malformed']));
  }, 120_000);
});
