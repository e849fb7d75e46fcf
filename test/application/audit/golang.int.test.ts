import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatCheckpoint } from '../../../src/application/audit/notes/checkpoint.js';
import { generateSigningKey, signNote } from '../../../src/application/audit/notes/signing-key.js';
import { formatNote } from '../../../src/application/audit/notes/signed-note.js';
import { formatVerifierKey } from '../../../src/application/audit/notes/verifier-key.js';
import { proveConsistency, proveInclusion, rootOf } from '../../../src/application/audit/merkle/prove.js';
import { nodesFromTiles } from '../../../src/application/audit/tiles/tile-source.js';
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

  beforeAll(() => {
    const env = { ...process.env, GO111MODULE: 'off', GOPATH: goPath, GOCACHE: join(folder, 'cache') };
    const built = spawnSync('go', ['build', '-o', program, join(__dirname, 'golang/verify.go')], { env });
    if (built.status !== 0) throw new Error(built.stderr.toString());
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
});
