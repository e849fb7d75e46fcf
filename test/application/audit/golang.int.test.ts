import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatCheckpoint } from '../../../src/application/audit/notes/checkpoint.js';
import { generateSigningKey, signNote } from '../../../src/application/audit/notes/signing-key.js';
import { formatNote } from '../../../src/application/audit/notes/signed-note.js';
import { formatVerifierKey } from '../../../src/application/audit/notes/verifier-key.js';
import { proveConsistency, proveInclusion, rootOf } from '../../../src/application/audit/merkle/prove.js';
import { nodesFromTiles } from '../../../src/application/audit/tiles/tile-source.js';
import { keyOf, sampleEntries, signedHead, writeSample } from '../../jobs/audit/sample-bundle.js';
import { root as repository } from '../../support/built.js';
import { entriesUpTo, logOf } from './sample-log.js';

/** Where Debian's golang-golang-x-mod-dev puts its sources. */
const goPath = process.env['QUEJAS_GOPATH'] ?? '/usr/share/gocode';

const hasGo =
  existsSync(join(goPath, 'src/golang.org/x/mod/sumdb/tlog')) && spawnSync('go', ['version']).status === 0;

const describeWithGo = hasGo ? describe : describe.skip;
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

describeWithGo('Go’s own sumdb/note and tlog (skipped where there is no Go)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quejas-go-'));
  const program = join(folder, 'verify');
  const key = generateSigningKey('isp.example/complaints');

  const fromGuide = join(folder, 'bundle-of-the-guide');

  beforeAll(() => {
    const env = { ...process.env, GO111MODULE: 'off', GOPATH: goPath, GOCACHE: join(folder, 'cache') };
    for (const [made, source] of [
      [program, join(__dirname, 'golang/verify.go')],
      [fromGuide, join(repository, 'docs/guides/bundle.go')],
    ] as const) {
      const built = spawnSync('go', ['build', '-o', made, source], { env });
      if (built.status !== 0) throw new Error(built.stderr.toString());
    }
  }, 300_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const ask = (input: unknown): string => {
    const { status, stderr } = spawnSync(program, { input: JSON.stringify(input) });
    return status === 0 ? 'verified' : stderr.toString().trim();
  };

  const sizes = [1, 2, 3, 255, 256, 257, 700];

  const written = async () => {
    const entries = entriesUpTo(700);
    const { readTile, files } = await logOf(entries);
    const nodes = nodesFromTiles(readTile, 700);
    const rootAt = async (size: number) => base64(await rootOf(nodes, size));
    const checkpoints: string[] = [];
    const inclusion: unknown[] = [];
    const consistency: unknown[] = [];
    for (const size of sizes) {
      const root = await rootOf(nodes, size);
      checkpoints.push(
        formatNote(signNote(formatCheckpoint({ origin: key.verifier.name, size, root }), [key])),
      );
      for (const index of [0, Math.floor(size / 2), size - 1]) {
        const proof = (await proveInclusion(nodes, index, size)).map(base64);
        inclusion.push({ size, index, entry: `entry ${index}`, root: base64(root), proof });
      }
      for (const older of sizes.filter((each) => each <= size)) {
        const proof = (await proveConsistency(nodes, older, size)).map(base64);
        consistency.push({ older, size, olderRoot: await rootAt(older), root: base64(root), proof });
      }
    }
    const tiles = Object.fromEntries([...files].map(([path, bytes]) => [path, base64(bytes)]));
    const vkey = formatVerifierKey(key.verifier);
    return { vkey, checkpoints, inclusion, consistency, tiles, size: 700, root: await rootAt(700) };
  };

  it('verify our checkpoints, inclusion and consistency proofs, and read our tiles', async () => {
    expect(ask(await written())).toBe('verified');
  });

  it('refuse the same where a word of it is another', async () => {
    const good = await written();
    const other = generateSigningKey('isp.example/complaints');
    expect(ask({ ...good, vkey: formatVerifierKey(other.verifier) })).toContain('checkpoint');
    expect(ask({ ...good, root: base64(Buffer.alloc(32)) })).toContain('tiles');
    const checkpoints = good.checkpoints.map((text) => text.replace('\n700\n', '\n701\n'));
    expect(ask({ ...good, checkpoints })).toContain('checkpoint');
  });

  it('verify a bundle by the program of the guide, and refuse it where a byte of it is another', async () => {
    const bundle = join(folder, 'bundle');
    await writeSample(bundle, { size: 600 });
    const earlier = async (size: number, entries = sampleEntries(size)): Promise<string> => {
      const path = join(folder, `head-${size}-${entries.length}`);
      writeFileSync(path, formatNote((await signedHead(entries, [keyOf(1)])).note));
      return path;
    };
    const says = (place: string, seed: number, ...heads: readonly string[]): string => {
      const args = [place, formatVerifierKey(keyOf(seed).verifier), ...heads];
      const { status, stdout, stderr } = spawnSync(fromGuide, args, { encoding: 'utf8' });
      return status === 0 ? stdout : `refused: ${stderr}`;
    };
    expect(says(bundle, 1)).toBe('600 events of isp.example/complaints\n');
    expect(says(bundle, 1, await earlier(257))).toBe('600 events of isp.example/complaints\n');
    expect(says(bundle, 1, await earlier(256, sampleEntries(300).slice(1, 257)))).toMatch(
      /^refused: .*head-256/,
    );
    expect(says(bundle, 2)).toMatch(/^refused: /);
    for (const name of [
      'checkpoint',
      'tile/0/001',
      'tile/entries/002.p/88',
      'proofs/CR-000004-X.tlog-proof',
    ]) {
      const changed = join(folder, 'changed');
      rmSync(changed, { recursive: true, force: true });
      cpSync(bundle, changed, { recursive: true });
      const bytes = readFileSync(join(changed, name));
      bytes[bytes.length - 3] = (bytes.at(-3) ?? 0) ^ 1;
      writeFileSync(join(changed, name), bytes);
      expect(says(changed, 1)).toMatch(/^refused: /);
    }
  }, 60_000);
});
