import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { parseSignedCheckpoint } from '../../../src/application/audit/notes/checkpoint.js';
import { parseTrustPolicy } from '../../../src/application/audit/notes/parse-trust-policy.js';
import { formatPolicy, policyOfKey } from '../../../src/application/audit/notes/policy.js';
import { formatNote } from '../../../src/application/audit/notes/signed-note.js';
import {
  formatVerifierKey,
  parseVerifierKey,
  verifierKey,
} from '../../../src/application/audit/notes/verifier-key.js';
import { beginBundle, openBundle } from '../../../src/infrastructure/bundle/open-bundle.js';
import { byName, type BundleSink } from '../../../src/infrastructure/bundle/files.js';
import { verifyBundle, type Trust } from '../../../src/jobs/verify/index.js';
import {
  keyOf,
  sampleEntries,
  sampleFolio,
  signedHead,
  writeSample,
} from '../../jobs/audit/sample-bundle.js';
import { exportSimulated } from '../../jobs/audit/simulated-bundle.js';
import { describeWithBrowser, openBrowser } from '../../support/browser.js';
import { proof } from '../../support/proof.js';
import { openVerifyPage, verifyInPage } from '../../support/verify-page.js';
import { parseHead } from '../../../verify-page/reader/note.js';
import { readAsPage, trustOf } from '../../verify-page/read.js';
import { change, isSame, tamperedOf, type Files } from './changes.js';
import { hasPython, pythonReader } from './python-reader.js';

const root = mkdtempSync(join(tmpdir(), 'quejas-tampering-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Where a bundle is written into memory. */
const memorySink = () => {
  const files = new Map<string, Buffer>();
  const sink: BundleSink = {
    write: (name, bytes) => void files.set(name, Buffer.from(bytes)),
    finish: () => undefined,
    discard: () => undefined,
  };
  return { files, sink };
};

/** A bundle as the command writes it, with report, tables and readers. */
const exportedFiles = async (): Promise<Files> => {
  const path = join(root, 'exported');
  await exportSimulated(path);
  const bundle = openBundle(path);
  const files = new Map(bundle.names.map((name) => [name, Buffer.from(bundle.read(name))]));
  bundle.close();
  return files;
};

const samples = {
  whole: { size: 300, anchor: 20, keys: [keyOf(1), keyOf(2)] },
  slice: { size: 300, anchor: 280, what: 'since-anchor' },
  folio: { size: 60, anchor: 20, what: { folio: sampleFolio(2) } },
} as const;

const kinds = ['whole', 'slice', 'folio', 'exported'] as const;
type Kind = (typeof kinds)[number];

const bundleOf = async (kind: Kind): Promise<Files> => {
  if (kind === 'exported') return exportedFiles();
  const { files, sink } = memorySink();
  await writeSample(sink, samples[kind]);
  return files;
};

const put = (files: Files, path: string): void => {
  rmSync(path, { recursive: true, force: true });
  const sink = beginBundle(path);
  for (const [name, bytes] of [...files].sort(([one], [other]) => byName(one, other)))
    sink.write(name, bytes);
  sink.finish();
};

const self: Trust = { kind: 'self' };

type Told =
  | { readonly ok: true; readonly entries: number; readonly fingerprint: string }
  | {
      readonly ok: false;
      readonly code: string;
      readonly file: string | undefined;
      readonly at: number | undefined;
    };

/** What an inspector had from elsewhere: a key or a policy, as it is written, and a head of before. */
interface Brought {
  readonly vkey?: string;
  readonly policy?: string;
  readonly from?: string;
}

const nothing: Brought = {};

/** The same for each reader: what `quejas verify` takes, what `verify.html` takes, the arguments of `verify.py`. */
const readersTake = ({ vkey, policy, from }: Brought) => {
  const head = from === undefined ? undefined : parseSignedCheckpoint(Buffer.from(from));
  const pageHead = from === undefined ? undefined : parseHead(Buffer.from(from));
  const key = vkey === undefined ? undefined : parseVerifierKey(vkey);
  const parsed = policy === undefined ? undefined : parseTrustPolicy(Buffer.from(policy));
  const trust: Trust = parsed?.ok
    ? { kind: 'policy', policy: parsed.policy }
    : key
      ? { kind: 'key', key }
      : { kind: 'self' };
  const known = policy ?? vkey;
  const file = (name: string, text: string): string => {
    writeFileSync(join(root, name), text);
    return join(root, name);
  };
  return {
    ours: { trust, ...(head && { from: head }) },
    page: { ...(known !== undefined && { policy: trustOf(known) }), ...(pageHead && { from: pageHead }) },
    python: [
      ...(vkey === undefined ? [] : ['--vkey', vkey]),
      ...(policy === undefined ? [] : ['--policy', file('policy', policy)]),
      ...(from === undefined ? [] : ['--from', file('from', from)]),
    ],
  };
};

const witness = formatVerifierKey(verifierKey('w.example', Buffer.alloc(32, 9), 4));

/** Some that agree with the samples and some that do not: other keys, witnesses who did not sign, heads of other logs. */
const broughtOf = (heads: readonly string[]): fc.Arbitrary<Brought> => {
  const vkeys = [1, 2, 3].map((seed) => formatVerifierKey(keyOf(seed).verifier));
  const policies = vkeys.flatMap((vkey) =>
    ['none', 'w', 'g'].map(
      (quorum) => `log ${vkey}\nwitness w ${witness}\ngroup g any w\nquorum ${quorum}\n`,
    ),
  );
  return fc
    .tuple(
      fc.oneof(
        fc.constant({}),
        fc.constantFrom(...vkeys).map((vkey) => ({ vkey })),
        fc
          .constantFrom(...policies, `log ${vkeys.join('\nlog ')}\nquorum none\n`)
          .map((policy) => ({ policy })),
      ),
      fc.oneof(
        fc.constant({}),
        fc.constantFrom(...heads).map((from) => ({ from })),
      ),
    )
    .map(([trust, from]) => ({ ...trust, ...from }));
};

/** A verdict in one line. */
const toldOf = (told: Told): string =>
  told.ok
    ? `ok ${told.entries} ${told.fingerprint}`
    : `${told.code} ${told.file ?? ''} ${String(told.at ?? '')}`;

const usual = 120;
const { numRuns } = proof(usual);
const timeout = Math.max(120_000, numRuns * 500);

const bundles = new Map<Kind, Files>();
beforeAll(async () => {
  for (const kind of kinds) bundles.set(kind, await bundleOf(kind));
}, 120_000);

describe('a bundle of which something was changed', () => {
  const python = hasPython ? pythonReader() : undefined;

  afterAll(() => void python?.end());

  /** What all readers say: whether Python names the same fault and file, and the page says the same in all it says. */
  const verdict = async (path: string, { byName = true, brought = nothing } = {}) => {
    const taken = readersTake(brought);
    const verified = await verifyBundle(path, taken.ours);
    const said = await python?.verify(path, ...taken.python);
    // Python reads a ZIP from its beginning, the others from its end: of a damaged one they meet different faults first.
    const fault = verified.ok || !byName ? '' : `FALLA / FAULT: ${verified.code} ${verified.file ?? 'None'} `;
    const agrees = said === undefined || said.startsWith(verified.ok ? '[0, ' : `[1, "${fault}`);
    const page = toldOf(await readAsPage(path, taken.page));
    const isSame = page === toldOf(verified);
    return { verified, agrees: agrees ? (isSame ? true : page) : said };
  };

  const files = (kind: Kind): Files => bundles.get(kind) ?? new Map<string, Buffer>();

  it(
    'is refused with the name of the file, by quejas verify, verify.py and the reader of verify.html; untouched it passes',
    async () => {
      const path = { folder: join(root, 'bundle'), zip: join(root, 'bundle.zip') };
      for (const kind of kinds)
        for (const each of Object.values(path)) {
          put(files(kind), each);
          expect(await verdict(each)).toMatchObject({ verified: { ok: true }, agrees: true });
        }
      const tampered = fc
        .constantFrom(...kinds)
        .chain((kind) => tamperedOf(files(kind)).map((each) => ({ ...each, kind })));
      await fc.assert(
        fc.asyncProperty(tampered, fc.constantFrom('folder', 'zip'), async (each, container) => {
          fc.pre(!isSame(each.files, files(each.kind)));
          const target = container === 'folder' ? path.folder : path.zip;
          put(each.files, target);
          const { verified, agrees } = await verdict(target);
          expect([each.what, verified.ok, agrees]).toEqual([each.what, false, true]);
          if (!verified.ok) expect(each.named).toContain(verified.file);
        }),
        proof(usual),
      );
    },
    timeout,
  );

  it(
    'has one first fault in all readers where two of its files were changed',
    async () => {
      const path = join(root, 'twice');
      const twice = fc
        .constantFrom(...kinds)
        .chain((kind) => tamperedOf(files(kind)).map((once) => ({ kind, once })))
        .chain(({ kind, once }) =>
          fc.record({ kind: fc.constant(kind), once: fc.constant(once), again: tamperedOf(once.files) }),
        );
      await fc.assert(
        fc.asyncProperty(twice, async ({ kind, once, again }) => {
          fc.pre(!isSame(again.files, files(kind)));
          put(again.files, path);
          const { verified, agrees } = await verdict(path);
          expect([once.what, again.what, verified.ok, agrees]).toEqual([once.what, again.what, false, true]);
        }),
        proof(usual / 2, 0.5),
      );
    },
    timeout,
  );

  it(
    'is told alike by all readers, whatever the inspector had from elsewhere: a key, a policy, a head of before',
    async () => {
      const path = join(root, 'brought');
      const entries = sampleEntries(310);
      const heads: string[] = [];
      for (const size of [0, 1, 20, 60, 256, 279, 280, 300, 310])
        heads.push(formatNote((await signedHead(entries.slice(0, size), [keyOf(1), keyOf(2)])).note));
      heads.push(formatNote((await signedHead(entries.slice(0, 30), [keyOf(3)])).note));
      heads.push(formatNote((await signedHead(entries.slice(1, 31), [keyOf(1)])).note));
      heads.push(formatNote((await signedHead(entries.slice(0, 30), [keyOf(1, 'other.example/log')])).note));
      const asked = fc.constantFrom(...kinds).chain((kind) =>
        fc.record({
          kind: fc.constant(kind),
          each: fc.option(tamperedOf(files(kind)), { freq: 2, nil: undefined }),
          brought: broughtOf([...heads, (files(kind).get('checkpoint') ?? '').toString()]),
        }),
      );
      const met = new Map<string, number>();
      await fc.assert(
        fc.asyncProperty(asked, async ({ kind, each, brought }) => {
          put(each?.files ?? files(kind), path);
          const { verified, agrees } = await verdict(path, { brought });
          expect([each?.what, agrees]).toEqual([each?.what, true]);
          const told = verified.ok ? 'ok' : verified.code;
          met.set(told, (met.get(told) ?? 0) + 1);
        }),
        proof(usual, 0.3),
      );
      expect([...met.keys()]).toEqual(expect.arrayContaining(['ok', 'key-untrusted', 'file-changed']));
    },
    timeout,
  );

  it(
    'has one first fault in all readers, whichever two files of a folio were exchanged',
    async () => {
      const path = join(root, 'exchanged');
      const all = files('folio');
      const names = [...all.keys()];
      const pairs = names.flatMap((one, place) =>
        names.slice(place + 1).map((other) => [one, other] as const),
      );
      for (const [one, other] of pairs) {
        const bytesOf = (name: string): Buffer => all.get(name) ?? Buffer.alloc(0);
        put(new Map([...all, [one, bytesOf(other)], [other, bytesOf(one)]]), path);
        const { verified, agrees } = await verdict(path);
        expect([one, other, verified.ok, agrees]).toEqual([one, other, false, true]);
      }
    },
    timeout,
  );

  it(
    'is refused where a byte of the ZIP itself is another, missing or too much',
    async () => {
      const path = join(root, 'raw.zip');
      put(files('slice'), path);
      const whole = readFileSync(path);
      // The middle of the file is content; headers and directory are met as often.
      const headers = fc.constantFrom(0, whole.length - 2000, whole.length - 200);
      await fc.assert(
        fc.asyncProperty(fc.option(headers, { nil: undefined }), change, async (from, [what, alter]) => {
          const start = from ?? 0;
          const end = from === 0 ? 200 : whole.length;
          const bytes = Buffer.concat([
            whole.subarray(0, start),
            alter(whole.subarray(start, end)),
            whole.subarray(end),
          ]);
          fc.pre(!bytes.equals(whole));
          writeFileSync(path, bytes);
          const { verified, agrees } = await verdict(path, { byName: false });
          expect([what, verified.ok, agrees]).toEqual([what, false, true]);
        }),
        proof(usual, 0.3),
      );
    },
    timeout,
  );
});

describeWithBrowser('verify.html in a browser (skipped where there is none)', () => {
  /** One in twenty of a long run, which a browser takes a second for. */
  const length = proof(20, 0.05);
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  const pageTimeout = Math.max(180_000, length.numRuns * 3_000);

  it(
    'refuses what quejas verify refuses, with the same code and file; untouched it passes',
    async () => {
      if (browser === undefined) throw new Error('no browser');
      const page = await openVerifyPage(browser, root, { width: 360, scheme: 'light' });
      const path = { folder: join(root, 'paged'), zip: join(root, 'paged.zip') };
      const agreed = async (target: string) => {
        const verified = await verifyBundle(target, { trust: self });
        const { state, code, file } = await verifyInPage(page, target);
        const [expectedCode, expectedFile] = verified.ok ? ['', ''] : [verified.code, verified.file ?? ''];
        return {
          found: { state, code, file },
          expected: { state: verified.ok ? 'ok' : 'fault', code: expectedCode, file: expectedFile },
        };
      };
      for (const files of bundles.values())
        for (const each of Object.values(path)) {
          put(files, each);
          expect((await agreed(each)).found).toEqual({ state: 'ok', code: '', file: '' });
        }
      const tampered = fc
        .constantFrom(...bundles.values())
        .chain((files) => tamperedOf(files).filter((each) => !isSame(each.files, files)));
      await fc.assert(
        fc.asyncProperty(tampered, fc.constantFrom(path.folder, path.zip), async (each, target) => {
          put(each.files, target);
          const { found, expected } = await agreed(target);
          expect([each.what, found]).toEqual([each.what, expected]);
          expect(found.state).toBe('fault');
        }),
        length,
      );
    },
    pageTimeout,
  );
});

describe('a bundle that was made anew and signed whole with another key', () => {
  const itWithPython = hasPython ? it : it.skip;

  itWithPython('is trusted by itself alone, and refused with a key or a policy, by all readers', async () => {
    const python = pythonReader();
    const path = join(root, 'forged.zip');
    await writeSample(path, { size: 30, keys: [keyOf(9)] });
    const policy = policyOfKey(keyOf(1).verifier);
    const file = join(root, 'policy');
    writeFileSync(file, formatPolicy(policy));
    const vkey = formatVerifierKey(keyOf(1).verifier);

    expect(await verifyBundle(path, { trust: self })).toMatchObject({ ok: true, trust: 'self' });
    expect(await python.verify(path)).toContain('Compare esta huella');
    expect(await verifyBundle(path, { trust: { kind: 'policy', policy } })).toMatchObject({
      code: 'key-untrusted',
    });
    expect(await python.verify(path, '--policy', file)).toMatch(/^\[1, .*key-untrusted/);
    expect(await python.verify(path, '--vkey', vkey)).toMatch(/^\[1, .*key-untrusted/);
    const own = formatVerifierKey(keyOf(9).verifier);
    expect(await python.verify(path, '--vkey', own)).toMatch(/^\[0, /);
    expect(await readAsPage(path)).toMatchObject({ ok: true, trust: 'self' });
    for (const known of [vkey, formatPolicy(policy)])
      expect(await readAsPage(path, { policy: trustOf(known) })).toMatchObject({ code: 'key-untrusted' });
    expect(await readAsPage(path, { policy: trustOf(own) })).toMatchObject({ ok: true, trust: 'given' });
    python.end();
  });
});
