import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { policyOfKey } from '../../../src/application/audit/notes/policy.js';
import { fingerprintOf } from '../../../src/application/audit/notes/verifier-key.js';
import { verifyBundle, type Trust } from '../../../src/jobs/verify/index.js';
import { keyOf, origin, sampleEntries, sampleFolio, signedHead, writeSample } from './sample-bundle.js';

const root = mkdtempSync(join(tmpdir(), 'quejas-bundle-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let made = 0;
const place = (end = ''): string => join(root, `${(made += 1)}${end}`);

const self: Trust = { kind: 'self' };
const trusting = (seed: number): Trust => ({ kind: 'key', key: keyOf(seed).verifier });

describe('an untouched bundle', () => {
  it.each([0, 1, 14, 255, 256, 257, 300, 520])(
    'of %d entries verifies, as a folder and as a ZIP',
    async (size) => {
      for (const path of [place(), place('.zip')]) {
        await writeSample(path, { size });
        const head = await signedHead(sampleEntries(size), [keyOf(1)]);
        expect(await verifyBundle(path, { trust: self })).toEqual({
          ok: true,
          trust: 'self',
          entries: size,
          checkpoint: { origin, size, root: head.root },
          fingerprint: fingerprintOf(keyOf(1).verifier),
          scope: { kind: 'log', start: 0 },
        });
      }
    },
  );

  it('has the same bytes each time', async () => {
    const [one, two] = [place('.zip'), place('.zip')];
    await writeSample(one, { size: 300, anchor: 20 });
    await writeSample(two, { size: 300, anchor: 20 });
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
  });

  it('is trusted by a key or a policy that came another way', async () => {
    const path = place('.zip');
    await writeSample(path, { size: 30 });
    expect(await verifyBundle(path, { trust: trusting(1) })).toMatchObject({ ok: true, trust: 'key' });
    const policy = policyOfKey(keyOf(1).verifier);
    expect(await verifyBundle(path, { trust: { kind: 'policy', policy } })).toMatchObject({
      ok: true,
      trust: 'policy',
    });
  });

  it('that another key signed whole is trusted by itself alone, and refused with the key that is known', async () => {
    const path = place('.zip');
    await writeSample(path, { size: 30, keys: [keyOf(2)] });
    expect(await verifyBundle(path, { trust: self })).toMatchObject({
      ok: true,
      trust: 'self',
      fingerprint: fingerprintOf(keyOf(2).verifier),
    });
    expect(await verifyBundle(path, { trust: trusting(1) })).toEqual({
      ok: false,
      code: 'key-untrusted',
      file: 'keys/log.vkey',
      at: undefined,
    });
  });

  it('verifies with the older and with the newer key while they change', async () => {
    const path = place();
    await writeSample(path, { size: 30, keys: [keyOf(3), keyOf(1), keyOf(2)] });
    for (const seed of [1, 2, 3])
      expect(await verifyBundle(path, { trust: trusting(seed) })).toMatchObject({ ok: true });
    expect(await verifyBundle(path, { trust: trusting(4) })).toMatchObject({ code: 'key-untrusted' });
  });
});

describe('a bundle of what came since an earlier checkpoint', () => {
  it('verifies for every slice around the widths of tiles, and gives the entries after it alone', async () => {
    const size = 780;
    const sizes = [1, 255, 256, 257, 511, 512, 513, 600, 768, 780];
    for (const anchor of sizes) {
      const path = place('.zip');
      await writeSample(path, { size, anchor, what: 'since-anchor' });
      const verified = await verifyBundle(path, { trust: self });
      expect([anchor, verified]).toMatchObject([
        anchor,
        { ok: true, entries: size - anchor, scope: { kind: 'log', start: anchor } },
      ]);
      const from = await signedHead(sampleEntries(size).slice(0, anchor), [keyOf(1)]);
      expect(await verifyBundle(path, { trust: trusting(1), from })).toMatchObject({ ok: true });
    }
  }, 120_000);
});

describe('a bundle of one folio', () => {
  it('verifies, with as many entries as the provider signed for', async () => {
    const path = place('.zip');
    const written = await writeSample(path, { size: 600, what: { folio: sampleFolio(40) } });
    expect(written).toMatchObject({ ok: true, entries: 5 });
    expect(await verifyBundle(path, { trust: trusting(1) })).toMatchObject({
      ok: true,
      entries: 5,
      scope: { kind: 'folio', folio: sampleFolio(40), stream: 'complaint-40', entries: 5 },
    });
  });

  it('is not written for a folio that the log does not have', async () => {
    const path = place();
    expect(await writeSample(path, { size: 30, what: { folio: 'CR-999999-X' } })).toEqual({
      ok: false,
      code: 'folio-unknown',
    });
  });
});

describe('an earlier head that the inspector had', () => {
  const size = 300;
  const entries = sampleEntries(size);
  const bundle = place('.zip');
  const with_ = async (from: Parameters<typeof signedHead>[0], path = bundle, seed = 1) => {
    const verified = await verifyBundle(path, {
      trust: trusting(1),
      from: await signedHead(from, [keyOf(seed)]),
    });
    return verified.ok ? 'ok' : verified.code;
  };

  it('is continued by the log, or the bundle is refused with what is wrong', async () => {
    await writeSample(bundle, { size });
    for (const earlier of [0, 1, 255, 256, 257, 300])
      expect([earlier, await with_(entries.slice(0, earlier))]).toEqual([earlier, 'ok']);
    expect(await with_([...entries.slice(0, 99), Buffer.from('{}')])).toBe('from-inconsistent');
    expect(await with_(sampleEntries(301))).toBe('from-ahead');
    expect(await with_(entries.slice(0, 10), bundle, 2)).toBe('from-untrusted');
  });

  it('before the beginning of a slice is told as out of reach', async () => {
    const slice = place();
    await writeSample(slice, { size, anchor: 270, what: 'since-anchor' });
    expect(await with_(entries.slice(0, 269), slice)).toBe('from-unreachable');
    expect(await with_(entries.slice(0, 270), slice)).toBe('ok');
    expect(await with_(entries.slice(0, 299), slice)).toBe('ok');
  });
});

describe('entries that are signed and yet cannot be', () => {
  const codeFor = async (entries: readonly Uint8Array[]) => {
    const path = place();
    await writeSample(path, { size: entries.length, entries });
    const verified = await verifyBundle(path, { trust: self });
    return verified.ok ? 'ok' : `${verified.code} ${String(verified.at)}`;
  };

  it('are told: a gap in a stream, an entry that is no event, one that is spelled otherwise', async () => {
    const entries = sampleEntries(40);
    expect(await codeFor(entries)).toBe('ok');
    expect(await codeFor(entries.filter((_entry, index) => index !== 6))).toBe('entry-gap 8');
    expect(await codeFor([...entries, Buffer.from('hello')])).toBe('entry-malformed 40');
    expect(await codeFor([...entries, Buffer.from('{"stream":"s-1", "revision":0}')])).toBe(
      'entry-malformed 40',
    );
    for (const odd of [
      '{"a":1e999,"revision":0,"stream":"s-1"}',
      `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    ])
      expect(await codeFor([...entries, Buffer.from(odd)])).toBe('entry-malformed 40');
    const deep = `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)},"revision":0,"stream":"s-1"}`;
    expect(await codeFor([...entries, Buffer.from(deep)])).toBe('entry-malformed 40');
    expect(await codeFor([...entries, Buffer.from('{"revision":0,"stream":"s-1"}')])).toBe('ok');
  });
});

describe('where there is no bundle', () => {
  it('a file that is no ZIP is told at its end, and nothing at all is the system’s fault', async () => {
    const path = place('.zip');
    writeFileSync(path, 'hello');
    expect(await verifyBundle(path, { trust: self })).toMatchObject({ ok: false, code: 'zip-malformed' });
    await expect(verifyBundle(place(), { trust: self })).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
