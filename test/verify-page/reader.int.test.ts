import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { canonicalize } from 'json-canonicalize';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseTrustPolicy } from '../../src/application/audit/notes/parse-trust-policy.js';
import { formatPolicy, policyOfKey } from '../../src/application/audit/notes/policy.js';
import { formatNote } from '../../src/application/audit/notes/signed-note.js';
import { fingerprintOf, formatVerifierKey } from '../../src/application/audit/notes/verifier-key.js';
import { directoryHeader, endRecords, localHeader } from '../../src/infrastructure/bundle/zip-records.js';
import { zipSink } from '../../src/infrastructure/bundle/zip-sink.js';
import { parseCanonical } from '../../verify-page/reader/canonical.js';
import { lookUp, rowsOf } from '../../verify-page/reader/folio.js';
import { parseHead, type Head } from '../../verify-page/reader/note.js';
import { parsePolicy as parsePagePolicy } from '../../verify-page/reader/policy.js';
import type { Slices } from '../../verify-page/reader/source.js';
import { verify } from '../../verify-page/reader/verify.js';
import { zipSource } from '../../verify-page/reader/zip.js';
import { exportSimulated } from '../jobs/audit/simulated-bundle.js';
import { keyOf, sampleEntries, sampleFolio, signedHead, writeSample } from '../jobs/audit/sample-bundle.js';
import { root as repository } from '../support/built.js';
import { nodeHashing, openAsPage, readAsPage, slicesOf, trustOf } from './read.js';

const root = mkdtempSync(join(tmpdir(), 'quejas-page-reader-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const vkey = (seed: number): string => formatVerifierKey(keyOf(seed).verifier);
const never = (): never => {
  throw new Error('not there');
};
const headAt = async (size: number, seed = 1): Promise<Head> =>
  parseHead(Buffer.from(formatNote((await signedHead(sampleEntries(size), [keyOf(seed)])).note))) ?? never();

const codeOf = async (...args: Parameters<typeof readAsPage>): Promise<string> => {
  const verdict = await readAsPage(...args);
  return verdict.ok ? 'ok' : verdict.code;
};

describe('verify.html', () => {
  it('is what verify-page/ builds (node scripts/embed-verify-page.mjs writes it anew)', () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(repository, 'scripts/embed-verify-page.mjs'), '--check'],
      { encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  }, 60_000);
});

describe('the reader of verify.html', () => {
  it('passes an untouched bundle, whole, since an earlier head, and of one folio', async () => {
    for (const size of [0, 1, 255, 256, 257, 520]) {
      const path = join(root, `whole-${size}`);
      await writeSample(path, { size });
      expect(await readAsPage(path)).toMatchObject({
        ...{ ok: true, trust: 'self', entries: size },
        fingerprint: fingerprintOf(keyOf(1).verifier),
      });
    }
    for (const anchor of [1, 255, 256, 257, 513, 520]) {
      const path = join(root, `since-${anchor}.zip`);
      await writeSample(path, { size: 520, anchor, what: 'since-anchor' });
      expect(await readAsPage(path)).toMatchObject({ ok: true, entries: 520 - anchor });
    }
    const folio = join(root, 'folio.zip');
    await writeSample(folio, { size: 300, what: { folio: sampleFolio(7) } });
    expect(await readAsPage(folio)).toMatchObject({ ok: true, entries: 5, scope: { kind: 'folio' } });
  }, 60_000);

  it('takes a policy, a key and an earlier head, and refuses others with the codes of quejas verify', async () => {
    const path = join(root, 'trusted.zip');
    await writeSample(path, { size: 300, keys: [keyOf(1), keyOf(2)] });
    const policy = trustOf(formatPolicy(policyOfKey(keyOf(2).verifier)));
    expect(await readAsPage(path, { policy })).toMatchObject({ ok: true, trust: 'given' });
    for (const size of [1, 100, 255, 256, 257, 299, 300])
      expect(await codeOf(path, { policy: trustOf(` ${vkey(1)}\r\n`), from: await headAt(size) })).toBe('ok');
    expect(await codeOf(path, { from: await headAt(301) })).toBe('from-ahead');
    expect(await codeOf(path, { from: await headAt(100, 3) })).toBe('from-untrusted');
    expect(await codeOf(path, { policy: trustOf(vkey(3)) })).toBe('key-untrusted');
    const other = { ...(await headAt(100)), root: new Uint8Array(32) };
    expect(await codeOf(path, { from: other })).toBe('from-inconsistent');
    const cosigned = formatPolicy(policyOfKey(keyOf(1).verifier)).replace('quorum none', '');
    const key = keyOf(5, 'w.example').verifier;
    const witness = formatVerifierKey({
      ...key,
      type: 4,
      id: fingerprintOf({ ...key, type: 4 }).slice(0, 8),
    });
    expect(await codeOf(path, { policy: trustOf(`${cosigned}witness w ${witness}\nquorum w\n`) })).toBe(
      'quorum-unmet',
    );
  });

  it('reads the same policies as quejas verify, and names the same wrong line', () => {
    const log = `log ${vkey(1)}`;
    const texts = [
      ...[`${log}\nquorum none\n`, log, '', `${log}\n${log}\nquorum none\n`, 'quorum none\n'],
      ...[
        `${log} https://isp.example\nquorum none`,
        `${log} a b\nquorum none`,
        `# señal\n\t${log}\nquorum  none`,
      ],
      ...[`${log}\nwitness w ${vkey(2)}\nquorum w\n`, `${log}\nquorum none\nquorum none`, `${log}\nquorum x`],
      ...[`${log}\ngroup g 1 w\nquorum g`, `${log}\ngroup g any\nquorum g`, `rule\nquorum none`, '\u0007'],
      `${log.slice(0, -4)}AAA=\nquorum none`,
    ];
    for (const text of texts) {
      const ours = parseTrustPolicy(Buffer.from(text));
      const page = parsePagePolicy(nodeHashing, Buffer.from(text));
      expect([text, typeof page === 'number' ? page : 'policy']).toEqual([
        text,
        ours.ok ? 'policy' : ours.fault.line,
      ]);
    }
  });

  it('takes JSON in the spelling of RFC 8785 alone', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), (value) => {
        const text = canonicalize(value);
        expect(parseCanonical(Buffer.from(text))).toEqual(JSON.parse(text));
      }),
    );
    for (const text of [
      '{"b":1,"a":2}',
      '{"a":1.0}',
      '{"a":1,"a":1}',
      '{"a": 1}',
      '{"a":"\\u0041"}',
      '[]',
      '{"a":-0}',
    ])
      expect([text, parseCanonical(Buffer.from(text))]).toEqual([text, undefined]);
    const inOrderOfUnits = canonicalize({ '10': 1, '9': 2, '\u{1f600}': 3, '\ufb33': 4 });
    expect(parseCanonical(Buffer.from(inOrderOfUnits))).toBeDefined();
  });

  it('reads tables as RFC 4180 has them', () => {
    expect(rowsOf('a,b\r\n1,"x ""y"", z"\r\n,2\r\n')).toEqual([
      { a: '1', b: 'x "y", z' },
      { a: '', b: '2' },
    ]);
  });
});

describe('a ZIP in the page', () => {
  it('is read with more files than its usual end can count (ZIP64)', async () => {
    const path = join(root, 'many.zip');
    const sink = zipSink(path);
    const names = Array.from({ length: 65_536 }, (_none, place) => String(place).padStart(6, '0'));
    for (const name of names) sink.write(name, Buffer.from(name.slice(-1)));
    sink.finish();
    const source = await openAsPage(path);
    expect(source.names).toEqual(names);
    expect(Buffer.from(await source.read('065535')).toString()).toBe('5');
  }, 60_000);

  it('is read beyond 4 GiB by slices of a few MiB (ZIP64)', async () => {
    const crcOfB = 0x71beeff9;
    const first = { name: 'a', crc: 0, size: 0xfffffffe, offset: 0 };
    const second = { name: 'b', crc: crcOfB, size: 1, offset: localHeader(first).length + first.size };
    const offset = second.offset + localHeader(second).length + 1;
    const directory = Buffer.concat([directoryHeader(first), directoryHeader(second)]);
    const parts: readonly (readonly [number, Buffer])[] = [
      [0, localHeader(first)],
      [second.offset, Buffer.concat([localHeader(second), Buffer.from('b')])],
      [offset, Buffer.concat([directory, endRecords({ count: 2, size: directory.length, offset })])],
    ];
    const size = offset + (parts[2]?.[1].length ?? 0);
    let longest = 0;
    const sparse: Slices = {
      size,
      slice: (from, to) => {
        longest = Math.max(longest, to - from);
        const bytes = new Uint8Array(to - from);
        for (const [at, part] of parts)
          for (let place = Math.max(from, at); place < Math.min(to, at + part.length); place += 1)
            bytes[place - from] = part[place - at] ?? 0;
        return { arrayBuffer: () => Promise.resolve(bytes.buffer) };
      },
    };
    const source = await zipSource(sparse);
    expect(source.names).toEqual(['a', 'b']);
    expect(Buffer.from(await source.read('b')).toString()).toBe('b');
    expect(longest).toBeLessThanOrEqual(4 * 2 ** 20);
  });

  it('reads a ZIP little more than once, though tiles and the entries under them lie far apart', async () => {
    const path = join(root, 'long.zip');
    await writeSample(path, { size: 20_000 });
    const whole = slicesOf(readFileSync(path));
    expect(whole.size).toBeGreaterThan(3 * 4 * 2 ** 20);
    let read = 0;
    const counted: Slices = {
      size: whole.size,
      slice: (from, to) => {
        read += to - from;
        return whole.slice(from, to);
      },
    };
    const asked = { policy: undefined, from: undefined };
    const verdict = await verify(
      nodeHashing,
      () => zipSource(counted),
      asked,
      () => undefined,
    );
    expect(verdict).toMatchObject({ ok: true, entries: 20_000 });
    expect(read).toBeLessThan(3 * whole.size);
  }, 60_000);
});

describe('a folio that is looked up', () => {
  let bundle = '';
  beforeAll(async () => {
    bundle = join(root, 'exported.zip');
    await exportSimulated(bundle);
  }, 120_000);

  it('is told with its proof, its events and its deadlines', async () => {
    const verdict = await readAsPage(bundle);
    if (!verdict.ok) throw new Error(verdict.code);
    const [[folio, last] = never()] = [...verdict.requests.folios];
    const file = await lookUp(verdict, folio);
    expect(file).toMatchObject({
      ...{ folio, stream: last.stream, zone: 'America/Mexico_City' },
      proof: { index: last.index, file: `proofs/${folio}.tlog-proof` },
    });
    expect(file?.events.map(({ revision }) => revision)).toEqual(file?.events.map((_event, place) => place));
    expect(file?.events[0]).toMatchObject({
      type: 'Filed',
      meaning: { es: expect.stringContaining('solicitud') },
    });
    expect(file?.clocks.length).toBeGreaterThan(3);
    expect(file?.clocks[0]?.name.es).not.toBe('');
    expect(file?.report).toContain(folio);
    expect(await lookUp(verdict, 'CR-999999-X')).toBeUndefined();
  });

  it('is told of a bundle that holds it alone', async () => {
    const path = join(root, 'alone.zip');
    await writeSample(path, { size: 60, what: { folio: sampleFolio(2) } });
    const verdict = await readAsPage(path);
    if (!verdict.ok) throw new Error(verdict.code);
    expect(await lookUp(verdict, sampleFolio(2))).toMatchObject({ stream: 'complaint-2', clocks: [] });
    expect((await lookUp(verdict, sampleFolio(2)))?.events).toHaveLength(5);
    expect(await lookUp(verdict, sampleFolio(3))).toBeUndefined();
  });
});
