import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalize } from 'json-canonicalize';
import { afterAll, describe, expect, it } from '@jest/globals';
import { formatCheckpoint, parseSignedCheckpoint } from '../../../src/application/audit/notes/checkpoint.js';
import { parseTrustPolicy } from '../../../src/application/audit/notes/parse-trust-policy.js';
import { formatSignatureLine } from '../../../src/application/audit/notes/signed-note.js';
import type { SigningKey } from '../../../src/application/audit/notes/signing-key.js';
import * as ours from '../../../src/application/audit/notes/strict-text.js';
import { formatVerifierKey, verifierKey } from '../../../src/application/audit/notes/verifier-key.js';
import { beginBundle } from '../../../src/infrastructure/bundle/open-bundle.js';
import { parseManifest } from '../../../src/jobs/bundle/manifest.js';
import { verifyBundle, type Trust } from '../../../src/jobs/verify/index.js';
import { hasPython, pythonReader } from '../../proofs/tampering/python-reader.js';
import { nodeHashing, readAsPage } from '../../verify-page/read.js';
import * as page from '../../../verify-page/reader/bytes.js';
import { parseHead } from '../../../verify-page/reader/note.js';
import { parsePolicy } from '../../../verify-page/reader/policy.js';
import { keyOf, origin, sampleEntries, sampleFolio, writeSample } from './sample-bundle.js';

const root = mkdtempSync(join(tmpdir(), 'quejas-readers-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Files = ReadonlyMap<string, Buffer>;

const bundleOf = async (wanted: Parameters<typeof writeSample>[1]): Promise<Files> => {
  const files = new Map<string, Buffer>();
  const write = (name: string, bytes: Uint8Array) => void files.set(name, Buffer.from(bytes));
  await writeSample({ write, finish: () => undefined, discard: () => undefined }, wanted);
  return files;
};

/** A file of a bundle with other bytes; a new one where there was none. */
const withFile = (files: Files, name: string, change: (bytes: Buffer) => Buffer | string): Files =>
  new Map([...files, [name, Buffer.from(change(files.get(name) ?? Buffer.alloc(0)))]]);

const own = keyOf(1);

interface Signed {
  /** In the place of fields of the manifest. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** In the place of the line that signs it. */
  readonly line?: unknown;
  readonly key?: Pick<SigningKey, 'signText'>;
}

/** The same files under a manifest that the log's key signs anew: only what they say can be wrong with them. */
const signed = (files: Files, { fields = {}, line, key = own }: Signed = {}): Files => {
  const { profile, scope } = parseManifest(files.get('manifest.json') ?? Buffer.alloc(0)) ?? {};
  const hashes = [...files]
    .filter(([name]) => name !== 'manifest.json')
    .map(([name, bytes]): [string, string] => [name, createHash('sha256').update(bytes).digest('hex')]);
  const manifest = {
    files: Object.fromEntries(hashes),
    format: 'quejas-bundle/1',
    profile,
    scope,
    ...fields,
  };
  const text = `${canonicalize(manifest)}\n`;
  const signatures = [line ?? formatSignatureLine(key.signText(text))];
  return withFile(files, 'manifest.json', () => `${canonicalize({ ...manifest, signatures })}\n`);
};

/** The head of a bundle as another note, in its proofs too. */
const withHead = (files: Files, note: string): Files =>
  signed(
    new Map(
      [...files].map(([name, bytes]): [string, Buffer] => {
        if (name === 'checkpoint') return [name, Buffer.from(note)];
        const [path = ''] = bytes.toString().split('\n\n');
        return [name, name.startsWith('proofs/') ? Buffer.from(`${path}\n\n${note}`) : bytes];
      }),
    ),
  );

const lines = (...each: readonly string[]): string => each.map((line) => `${line}\n`).join('');

/** A key of this name with the log's own public key: it signs as the log does. */
const named = (name: string) => {
  const verifier = verifierKey(name, own.verifier.publicKey);
  return { verifier, signText: (text: string) => ({ ...own.signText(text), name, id: verifier.id }) };
};

const postQuantum = verifierKey('w6.example', Buffer.alloc(1312, 7), 6);
const ofPostQuantum = formatSignatureLine({
  name: postQuantum.name,
  id: postQuantum.id,
  signature: Buffer.alloc(2420, 1),
});
const policyFor = (quorum: string): string =>
  lines(
    `log ${formatVerifierKey(own.verifier)}`,
    `witness w6 ${formatVerifierKey(postQuantum)}`,
    `quorum ${quorum}`,
  );

const proof = `proofs/${sampleFolio(3)}.tlog-proof`;
const entries = 'tile/entries/000.p/30';
const manifestMalformed = 'manifest-malformed manifest.json';

interface Case {
  readonly of: Files;
  readonly policy?: string;
  readonly told: string;
}

/** A log of which the last entry tells, in data, a number within so many lists. */
const withNested = async (depth: number): Promise<Files> => {
  const entries = sampleEntries(30).map((bytes) => Buffer.from(bytes));
  const last = (entries.pop()?.toString() ?? '').replace(
    '"amount":1.5e+21',
    `"amount":${'['.repeat(depth)}1${']'.repeat(depth)}`,
  );
  return bundleOf({ size: 30, entries: [...entries, Buffer.from(last)] });
};

const casesOf = async (whole: Files, folio: Files): Promise<Readonly<Record<string, Case>>> => {
  const note = (whole.get('checkpoint') ?? '').toString();
  const head = parseSignedCheckpoint(Buffer.from(note));
  if (head === undefined) throw new Error('no head');
  const headOf = (size: number): string => {
    const text = formatCheckpoint({ ...head, size });
    return `${text}\n${lines(formatSignatureLine(own.signText(text)))}`;
  };
  const scope = parseManifest(folio.get('manifest.json') ?? Buffer.alloc(0))?.scope;
  const withLine = (line: unknown): Case => ({ of: signed(whole, { line }), told: manifestMalformed });
  const withProof = (change: (text: string) => string, told: string): Case => ({
    of: signed(withFile(whole, proof, (bytes) => change(bytes.toString()))),
    told: `${told} ${proof}`,
  });
  const withEntries = (change: (bytes: Buffer) => Buffer): Case => ({
    of: signed(withFile(whole, entries, change)),
    told: `tile-malformed ${entries}`,
  });
  const witnessed = (quorum: string, told: string): Case => ({
    of: withHead(whole, `${note}${ofPostQuantum}\n`),
    policy: policyFor(quorum),
    told,
  });
  const withDepth = async (depth: number, told: string): Promise<Case> => ({
    of: await withNested(depth),
    told,
  });
  const odd = named('log\ufffd');
  return {
    'a line of a witness whose kind of signature is not verified is passed over': witnessed('none', 'ok 30'),
    'such a witness has not met a quorum': witnessed('w6', 'quorum-unmet checkpoint'),
    'a head claims the largest size there is': {
      of: withHead(whole, headOf(Number.MAX_SAFE_INTEGER)),
      told: 'file-missing tile/0/000',
    },
    'a slice begins at the largest place there is': {
      of: signed(whole, { fields: { scope: { kind: 'log', start: Number.MAX_SAFE_INTEGER } } }),
      told: 'anchor-invalid anchor/checkpoint',
    },
    'a slice begins beyond what is exact': {
      of: signed(whole, { fields: { scope: { kind: 'log', start: 2 ** 53 } } }),
      told: manifestMalformed,
    },
    'the head in a proof is cut off': withProof((text) => text.slice(0, -5), 'proof-mismatch'),
    'the head in a proof ends in a blank': withProof((text) => `${text} `, 'proof-mismatch'),
    'a hash of a proof is in the base64 of URLs': withProof(
      (text) => text.replace(/\n[^\n]{44}\n/, `\n${'-'.repeat(43)}=\n`),
      'proof-malformed',
    ),
    'a hash of a proof has loose bits': withProof(
      (text) => text.replace(/\n[^\n]{44}\n/, `\n${'A'.repeat(42)}B=\n`),
      'proof-malformed',
    ),
    'the place of a proof is beyond what is exact': withProof(
      (text) => text.replace(/index \d+/, 'index 9007199254740993'),
      'proof-malformed',
    ),
    'a proof has more hashes than any tree has rows': withProof(
      (text) =>
        text.replace(/\n\n/, `\n${lines(...Array.from({ length: 70 }, () => `${'A'.repeat(43)}=`))}\n`),
      'proof-malformed',
    ),
    'entries have a byte too much': withEntries((bytes) => Buffer.concat([bytes, Buffer.of(0)])),
    'entries are cut off': withEntries((bytes) => bytes.subarray(0, -1)),
    'entries begin with a mark of their encoding': withEntries((bytes) =>
      Buffer.concat([Buffer.from('\ufeff'), bytes]),
    ),
    'the manifest is signed by a number': withLine(1),
    'the manifest is signed by a list': withLine([]),
    'the manifest is signed by lists within lists, more than any stack holds': {
      of: withFile(whole, 'manifest.json', (bytes) =>
        bytes
          .toString()
          .replace(/"signatures":.*/, `"signatures":[${'['.repeat(30_000)}${']'.repeat(30_000)}]}`),
      ),
      told: manifestMalformed,
    },
    'an entry tells something within a hundred objects and lists': await withDepth(98, 'ok 30'),
    'an entry tells something one level deeper': await withDepth(99, `entry-malformed ${entries}`),
    'an entry tells something deeper than Python follows': await withDepth(600, `entry-malformed ${entries}`),
    'an entry tells something deeper than any stack holds': await withDepth(
      29_000,
      `entry-malformed ${entries}`,
    ),
    'the manifest is signed by a line with a hyphen for its dash': withLine(`- ${origin} AAAAAAAA`),
    'the manifest is signed by half a letter': withLine('— \ud800 AAAAAAAA'),
    'a key is not in UTF-8': {
      of: signed(
        withFile(whole, 'keys/log.vkey', () =>
          Buffer.from(`${formatVerifierKey(odd.verifier)}\n`.replace('\ufffd', '\xff'), 'latin1'),
        ),
        { key: odd },
      ),
      told: 'key-malformed keys/log.vkey',
    },
    'something lies beside the earlier head': {
      of: signed(withFile(whole, 'anchor/more', () => 'x')),
      told: 'file-unexpected anchor/more',
    },
    'a file is called as the folder of the earlier head': {
      of: signed(withFile(whole, 'anchor', () => 'x')),
      told: 'ok 30',
    },
    'the proofs of a folio are those of another one': {
      of: signed(folio, { fields: { scope: { ...scope, folio: sampleFolio(1) } } }),
      told: `file-missing proofs/${sampleFolio(1)}.tlog-proof`,
    },
  };
};

describe('a bundle that its own key signed, however odd, is told alike by quejas verify, verify.py and verify.html', () => {
  const python = hasPython ? pythonReader() : undefined;
  afterAll(() => void python?.end());

  const trustOf = (policy: string | undefined): Trust => {
    if (policy === undefined) return { kind: 'self' };
    const parsed = parseTrustPolicy(Buffer.from(policy));
    if (!parsed.ok) throw new Error(parsed.fault.reason);
    return { kind: 'policy', policy: parsed.policy };
  };

  const pagePolicyOf = (policy: string) => {
    const parsed = parsePolicy(nodeHashing, Buffer.from(policy));
    if (typeof parsed === 'number') throw new Error(`line ${parsed}`);
    return parsed;
  };

  /** What each reader says, in a line; `verify.py` tells no place of a file that has none. */
  const saidOf = async (files: Files, policy: string | undefined) => {
    const path = join(root, 'bundle');
    rmSync(path, { recursive: true, force: true });
    const sink = beginBundle(path);
    for (const [name, bytes] of files) sink.write(name, bytes);
    sink.finish();
    const policyFile = join(root, 'policy');
    if (policy !== undefined) writeFileSync(policyFile, policy);
    const inWords = (told: {
      readonly ok: boolean;
      readonly entries?: number;
      readonly code?: string;
      readonly file?: string | undefined;
    }): string => (told.ok ? `ok ${String(told.entries)}` : `${told.code ?? ''} ${told.file ?? ''}`);
    const ours = inWords(await verifyBundle(path, { trust: trustOf(policy) }));
    const page = inWords(
      await readAsPage(path, policy === undefined ? {} : { policy: pagePolicyOf(policy) }),
    );
    const said = await python?.verify(path, ...(policy === undefined ? [] : ['--policy', policyFile]));
    const [, entriesToo, fault] =
      /^\[0, "BIEN \/ OK: (\d+)|^\[1, "FALLA \/ FAULT: ([^ ]+ [^ ]+)/.exec(said ?? '') ?? [];
    return { ours, page, python: entriesToo === undefined ? (fault ?? said) : `ok ${entriesToo}` };
  };

  it('in every one of these cases', async () => {
    const cases = await casesOf(
      await bundleOf({ size: 30 }),
      await bundleOf({ size: 60, what: { folio: sampleFolio(2) } }),
    );
    const found: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};
    for (const [what, { of, policy, told }] of Object.entries(cases)) {
      found[what] = await saidOf(of, policy);
      expected[what] = { ours: told, page: told, python: python === undefined ? undefined : told };
    }
    expect(found).toEqual(expected);
  }, 60_000);

  it('a policy whose number is in other digits is none for any of them', async () => {
    for (const digits of ['١', '¹', '01', '+1']) {
      const policy = policyFor('g').replace('quorum', `group g ${digits} w6\nquorum`);
      expect(parseTrustPolicy(Buffer.from(policy))).toMatchObject({ ok: false, fault: { line: 3 } });
      expect(parsePolicy(nodeHashing, Buffer.from(policy))).toBe(3);
      writeFileSync(join(root, 'digits'), policy);
      const path = join(root, 'for-digits');
      rmSync(path, { recursive: true, force: true });
      await writeSample(path, { size: 3 });
      if (python !== undefined)
        expect(await python.verify(path, '--policy', join(root, 'digits'))).toMatch(
          /^\[1, "FALLA \/ FAULT: policy-invalid b'group g /,
        );
    }
  });

  it('a policy that lacks words in a line is told with that line by all of them', async () => {
    const path = join(root, 'for-lines');
    await writeSample(path, { size: 3 });
    for (const line of [
      'log',
      'witness',
      'witness w',
      'group',
      'group g',
      'group g any',
      'quorum',
      'logs a',
    ]) {
      const policy = Buffer.from(`# Of the provider.\n${line}\nquorum none\n`);
      expect(parseTrustPolicy(policy)).toMatchObject({ ok: false, fault: { line: 2 } });
      expect(parsePolicy(nodeHashing, policy)).toBe(2);
      writeFileSync(join(root, 'lacking'), policy);
      expect(python && (await python.verify(path, '--policy', join(root, 'lacking')))).toBe(
        python && `[1, "FALLA / FAULT: policy-invalid b'${line}' None\\n"]`,
      );
    }
  });

  it('a policy or an earlier head that an editor saved otherwise is told as that by all of them', async () => {
    const path = join(root, 'for-editors');
    await writeSample(path, { size: 3 });
    const head = readFileSync(join(path, 'checkpoint'), 'utf8');
    for (const [option, text] of [
      ['--policy', policyFor('none')],
      ['--from', head],
    ] as const)
      for (const [saved, isOther] of [
        [Buffer.from(text), false],
        [Buffer.from(`\ufeff${text}`), true],
        [Buffer.from(text.replaceAll('\n', '\r\n')), true],
        [Buffer.from(`\ufeff${text}`, 'utf16le'), true],
        [Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), true],
      ] as const) {
        expect([ours.isSavedOtherwise(saved), page.isSavedOtherwise(saved)]).toEqual([isOther, isOther]);
        writeFileSync(join(root, 'saved'), saved);
        expect(python && (await python.verify(path, option, join(root, 'saved')))).toEqual(
          python &&
            expect.stringMatching(
              isOther ? `^\\[1, "FALLA / FAULT: encoding-invalid ${option}: ` : '^\\[0, ',
            ),
        );
      }
  });

  it('what is no text at all is not told as saved otherwise, though it has CR LF or NUL in it', () => {
    for (const bytes of ['\x89PNG\r\n\x1a\n', '\0\r\n', '\xef\xbb\xbf\x07', ''].map((each) =>
      Buffer.from(each, 'latin1'),
    ))
      expect([ours.isSavedOtherwise(bytes), page.isSavedOtherwise(bytes)]).toEqual([false, false]);
  });

  it('a head with a byte order mark is none: its origin would be that of no key', () => {
    const note = (whole: string) => Buffer.from(`\ufeff${whole}`);
    const head = lines(origin, '3', Buffer.alloc(32).toString('base64'), '', `— ${origin} ${'A'.repeat(92)}`);
    expect([parseSignedCheckpoint(Buffer.from(head))?.size, parseHead(Buffer.from(head))?.size]).toEqual([
      3, 3,
    ]);
    expect([parseSignedCheckpoint(note(head)), parseHead(note(head))]).toEqual([undefined, undefined]);
  });
});
