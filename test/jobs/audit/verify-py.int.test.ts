import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { canonicalize } from 'json-canonicalize';
import { afterAll, describe, expect, it } from '@jest/globals';
import { formatPolicy, policyOfKey } from '../../../src/application/audit/notes/policy.js';
import { formatNote } from '../../../src/application/audit/notes/signed-note.js';
import { fingerprintOf, formatVerifierKey } from '../../../src/application/audit/notes/verifier-key.js';
import { parseEntry } from '../../../src/jobs/bundle/entry.js';
import { verifyPy as embedded } from '../../../src/jobs/export/verify-py.js';
import { hasPython, pythonReader, verifyPy } from '../../proofs/tampering/python-reader.js';
import { parseEvent } from '../../../verify-page/reader/entries.js';
import { keyOf, sampleEntries, sampleFolio, signedHead, writeSample } from './sample-bundle.js';

const root = mkdtempSync(join(tmpdir(), 'quejas-py-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const describeWithPython = hasPython ? describe : describe.skip;
const vkey = formatVerifierKey(keyOf(1).verifier);

describe('verify.py in a bundle', () => {
  it('is the file itself (node scripts/embed-verify-py.mjs writes it anew)', () => {
    expect(embedded).toBe(readFileSync(verifyPy, 'utf8'));
  });

  it('can be read in one sitting: at most 250 lines, none longer than 120 characters', () => {
    const lines = readFileSync(verifyPy, 'utf8').split('\n').slice(0, -1);
    expect(lines.length).toBeLessThanOrEqual(250);
    expect(lines.filter(({ length }) => length > 120)).toEqual([]);
  });
});

describeWithPython('verify.py (skipped where there is no Python 3.8)', () => {
  const python = hasPython ? pythonReader() : undefined;
  afterAll(() => void python?.end());
  const said = async (...args: readonly string[]): Promise<string> => (await python?.verify(...args)) ?? '';

  it('passes an untouched bundle, whole, since an earlier head, and of one folio', async () => {
    for (const size of [0, 1, 255, 256, 257, 520]) {
      const path = join(root, `whole-${size}`);
      await writeSample(path, { size });
      expect(await said(path)).toContain(`[0, "BIEN / OK: ${size} eventos`);
      expect(await said(path)).toContain(fingerprintOf(keyOf(1).verifier));
    }
    for (const anchor of [1, 255, 256, 257, 513, 520]) {
      const path = join(root, `since-${anchor}.zip`);
      await writeSample(path, { size: 520, anchor, what: 'since-anchor' });
      expect(await said(path)).toContain(`[0, "BIEN / OK: ${520 - anchor} eventos`);
    }
    const folio = join(root, 'folio.zip');
    await writeSample(folio, { size: 300, what: { folio: sampleFolio(7) } });
    expect(await said(folio)).toContain('[0, "BIEN / OK: 5 eventos');
  }, 120_000);

  it('takes a policy, a key and an earlier head, and refuses others with the codes of quejas verify', async () => {
    const path = join(root, 'trusted.zip');
    await writeSample(path, { size: 300, keys: [keyOf(1), keyOf(2)] });
    const file = (name: string, text: string): string => {
      writeFileSync(join(root, name), text);
      return join(root, name);
    };
    const headOf = async (size: number, seed = 1) =>
      formatNote((await signedHead(sampleEntries(size), [keyOf(seed)])).note);
    const policy = file('policy', formatPolicy(policyOfKey(keyOf(2).verifier)));
    const log = formatPolicy(policyOfKey(keyOf(1).verifier)).split('\n')[0] ?? '';
    const witness = formatVerifierKey(keyOf(5, 'w.example').verifier).replace('+', '+');
    expect(await said(path, '--policy', policy)).toMatch(/^\[0, /);
    expect(await said(path, '--vkey', vkey, '--from', file('old', await headOf(100)))).toMatch(/^\[0, /);
    expect(await said(path, '--from', file('ahead', await headOf(301)))).toContain('from-ahead');
    expect(await said(path, '--from', file('other', await headOf(100, 3)))).toContain('from-untrusted');
    expect(await said(path, '--vkey', formatVerifierKey(keyOf(3).verifier))).toContain('key-untrusted');
    // The key of a log is no witness, and a policy without a quorum is none: neither is answered with 0.
    expect(await said(path, '--policy', file('p1', `${log}\nwitness w ${witness}\nquorum w\n`))).toContain(
      'policy-invalid',
    );
    expect(await said(path, '--policy', file('p2', `${log}\n`))).toContain('policy-invalid');
  }, 60_000);

  it('takes for an entry what quejas verify and verify.html take for one, whatever was done to its text', () => {
    const entry = fc
      .tuple(fc.constantFrom('Filed', 'FolioAssigned'), fc.jsonValue({ maxDepth: 4 }), fc.nat(105))
      .map(([type, told, depth]) => {
        const data = { folio: told, nested: Array.from({ length: depth }).reduce((inner) => [inner], told) };
        return canonicalize({ data, revision: 3, stream: 'complaint-1', type });
      });
    const piece = fc.oneof(
      fc.constantFrom(
        ...'{ } [ ] " , : . - + e E \\ / u 0 1 5 9 \\u0041 \\ud800 null 1e400 "a":1, -0'.split(' '),
        ...[' ', '\n', '\t', '\ufeff'],
      ),
      fc.string({ unit: 'binary', maxLength: 2 }),
    );
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    const spelt = fc.oneof(
      entry,
      fc.tuple(entry, place, fc.nat(2), piece).map(([text, share, left, put]) => {
        const at = Math.floor(share * text.length);
        return `${text.slice(0, at)}${put}${text.slice(at + left)}`;
      }),
      fc.tuple(entry, fc.constantFrom(0, 1)).map(([text, indent]) => {
        const value: unknown = JSON.parse(text);
        const pairs: readonly [string, unknown][] = Object.entries(value ?? {});
        return JSON.stringify(Object.fromEntries([...pairs].reverse()), null, indent);
      }),
    );
    const code = `
import importlib.util, json, sys
spec = importlib.util.spec_from_file_location('verify', sys.argv[1])
verify = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verify)
for text in json.load(sys.stdin):
    e = verify.parse(bytes.fromhex(text))
    r = e.get('revision')
    print(type(e.get('stream')) is str and type(r) is float and r % 1 == 0 and abs(r) < 2**53)
`;
    fc.assert(
      fc.property(fc.array(spelt, { minLength: 300, maxLength: 300, size: 'max' }), (texts) => {
        const bytes = texts.map((text) => Buffer.from(text));
        const { stdout, stderr } = spawnSync('python3', ['-c', code, verifyPy], {
          input: JSON.stringify(bytes.map((each) => each.toString('hex'))),
        });
        expect(stderr.toString()).toBe('');
        const taken = stdout.toString().trim().split('\n');
        const told = bytes.map((each, index) => ({
          text: texts[index],
          ours: parseEntry(each) !== undefined,
          page: parseEvent(each) !== undefined,
          python: taken[index] === 'True',
        }));
        expect(told.filter(({ ours, page, python: py }) => ours !== page || ours !== py)).toEqual([]);
        expect(new Set(told.map(({ ours }) => ours)).size).toBe(2);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  }, 60_000);

  it('spells JSON as RFC 8785 does, numbers and order of keys too', () => {
    const values = fc.sample(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), {
      numRuns: 300,
      seed: 5,
    });
    const doubles = fc.sample(fc.double({ noNaN: true, noDefaultInfinity: true }), {
      numRuns: 2000,
      seed: 6,
    });
    const odd = [1e21, 1e20, 123456789012345680000, 1e-6, 1e-7, 5e-324, 1.7976931348623157e308, 0.1, -0, 100];
    const texts = [
      ...values,
      { all: [...doubles, ...odd] },
      { '\u{1f600}': 1, '\ufb33': 2, '\u20ac': 3 },
    ].map((value) => canonicalize(value));
    const code = `
import importlib.util, json, sys
spec = importlib.util.spec_from_file_location('verify', sys.argv[1])
verify = importlib.util.module_from_spec(spec)
spec.loader.exec_module(verify)
for text in json.load(sys.stdin):
    if text != '{}' and verify.parse(text.encode()) == {}: print(text)
`;
    const { stdout, stderr } = spawnSync('python3', ['-c', code, verifyPy], { input: JSON.stringify(texts) });
    expect(stdout.toString() + stderr.toString()).toBe('');
  });
});
