import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from '@jest/globals';
import { leafHash } from '../../../src/application/audit/merkle/hash.js';
import { proveConsistency, rootOf, type ReadNode } from '../../../src/application/audit/merkle/prove.js';
import type { Checkpoint } from '../../../src/application/audit/notes/checkpoint.js';
import { formatNote, verifyNote } from '../../../src/application/audit/notes/signed-note.js';
import { importSigningKey, generateSigningKey } from '../../../src/application/audit/notes/signing-key.js';
import { nodesFromTiles } from '../../../src/application/audit/tiles/tile-source.js';
import type { AuditSigner } from '../../../src/application/ports/audit-signer.js';
import { fileAuditSigner } from '../../../src/infrastructure/crypto/file-audit-signer.js';
import { memoryAuditSigner } from '../../../src/infrastructure/crypto/memory-audit-signer.js';
import { entriesUpTo, logOf } from '../../application/audit/sample-log.js';

const folder = mkdtempSync(join(tmpdir(), 'quejas-signer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const newFile = (): string => join(folder, `${(files += 1)}`, 'audit-key');

const origin = 'isp.example/complaints';
const masterKey = Buffer.alloc(32, 3);

const headAt = async (nodes: ReadNode, size: number): Promise<Checkpoint> => ({
  origin,
  size,
  root: await rootOf(nodes, size),
});

const nodesOf = async (entries: readonly Uint8Array[]): Promise<ReadNode> =>
  nodesFromTiles((await logOf(entries)).readTile, entries.length);

/** Asks for a checkpoint as the log's owner does: what the signer remembers, the proof from there, and the answer. */
const signAt = async (signer: AuditSigner, nodes: ReadNode, size: number) => {
  const { memory } = await signer.create(origin);
  const after = memory.kind === 'last' ? memory.checkpoint : undefined;
  const canProve = after !== undefined && after.size > 0 && after.size <= size;
  const proof = canProve ? await proveConsistency(nodes, after.size, size) : [];
  return signer.signCheckpoint({ next: await headAt(nodes, size), after, proof });
};

const codeOf = (outcome: Awaited<ReturnType<typeof signAt>>): string =>
  outcome.kind === 'refused' ? outcome.code : 'signed';

const kinds: readonly (readonly [string, () => AuditSigner])[] = [
  ['in memory', () => memoryAuditSigner()],
  ['in a file', () => fileAuditSigner(newFile())],
  ['in a file under a master key', () => fileAuditSigner(newFile(), { masterKey })],
];

describe.each(kinds)('a signer %s', (_name, signerOf) => {
  it('has no key until the first is made, and then signs what continues its log', async () => {
    const signer = signerOf();
    expect(await signer.state()).toBeUndefined();
    const nodes = await nodesOf(entriesUpTo(300));
    expect(codeOf(await signAt(signer, nodes, 0))).toBe('signed');
    for (const size of [5, 5, 256, 300]) {
      const outcome = await signAt(signer, nodes, size);
      if (outcome.kind === 'refused') throw new Error(outcome.code);
      const state = await signer.state();
      expect(verifyNote(outcome.checkpoint.note, state?.keys ?? []).ok).toBe(true);
      expect(state?.memory).toEqual({ kind: 'last', checkpoint: outcome.checkpoint });
    }
    await signer.close();
  });

  it('signs nothing that is not proved to continue the last checkpoint it signed', async () => {
    const signer = signerOf();
    const nodes = await nodesOf(entriesUpTo(20));
    const other = await nodesOf([...entriesUpTo(9), Buffer.from('forged'), ...entriesUpTo(10)]);
    await signAt(signer, nodes, 10);
    const kept = await signer.state();
    expect(codeOf(await signAt(signer, other, 20))).toBe('log-forked');
    expect(codeOf(await signAt(signer, other, 10))).toBe('log-forked');
    expect(codeOf(await signAt(signer, nodes, 9))).toBe('log-behind-signer');
    const next = { ...(await headAt(nodes, 20)), origin: 'other.example' };
    expect(await signer.signCheckpoint({ next, after: undefined, proof: [] })).toEqual({
      kind: 'refused',
      code: 'signer-origin-differs',
    });
    expect(await signer.state()).toEqual(kept);
    await signer.close();
  });

  it('never signs two heads of which one does not begin with the other, whatever it is asked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(2), fc.nat(12), fc.boolean()), { maxLength: 12 }),
        async (asked) => {
          const signer = signerOf();
          const logs = await Promise.all(
            [0, 1, 2].map((fork) =>
              nodesOf(
                entriesUpTo(12).map((entry, index) => (index < 4 ? entry : leafHash(Buffer.of(fork, index)))),
              ),
            ),
          );
          const signed: { readonly fork: number; readonly size: number }[] = [];
          for (const [fork, size, honest] of asked) {
            const nodes = logs[fork] ?? (() => leafHash(Buffer.of(0)));
            const outcome = honest
              ? await signAt(signer, nodes, size)
              : await signer
                  .create(origin)
                  .then(async () =>
                    signer.signCheckpoint({ next: await headAt(nodes, size), after: undefined, proof: [] }),
                  );
            if (outcome.kind === 'signed') signed.push({ fork, size });
          }
          for (const [place, later] of signed.entries())
            for (const earlier of signed.slice(0, place)) {
              expect(earlier.size).toBeLessThanOrEqual(later.size);
              expect(earlier.fork === later.fork || earlier.size <= 4).toBe(true);
            }
          await signer.close();
        },
      ),
      { numRuns: 20 },
    );
  });

  it('signs nothing for a caller who knows an older checkpoint than it remembers', async () => {
    const signer = signerOf();
    const nodes = await nodesOf(entriesUpTo(20));
    await signAt(signer, nodes, 5);
    const after = await headAt(nodes, 5);
    const proof = await proveConsistency(nodes, 5, 8);
    await signAt(signer, nodes, 7);
    expect(await signer.signCheckpoint({ next: await headAt(nodes, 8), after, proof })).toEqual({
      kind: 'refused',
      code: 'signer-moved',
    });
    await signer.close();
  });

  it('signs with the older key too while keys change, and with the new one alone once it is retired', async () => {
    const signer = signerOf();
    const nodes = await nodesOf(entriesUpTo(3));
    const [older] = (await signer.create(origin)).keys;
    const rotated = await signer.rotate();
    expect(rotated.keys[1]).toEqual(older);
    const outcome = await signAt(signer, nodes, 1);
    if (outcome.kind === 'refused') throw new Error(outcome.code);
    expect(outcome.checkpoint.note.signatures.map(({ id }) => id)).toEqual(rotated.keys.map(({ id }) => id));
    expect(verifyNote(outcome.checkpoint.note, [older]).ok).toBe(true);
    expect((await signer.retire(older.id)).keys).toEqual([rotated.keys[0]]);
    expect((await signer.retire(rotated.keys[0].id)).keys).toHaveLength(1);
    expect(codeOf(await signAt(signer, nodes, 3))).toBe('signed');
    await signer.close();
  });

  it('signs a manifest, and no text that is a checkpoint’s', async () => {
    const signer = signerOf();
    const { keys } = await signer.create(origin);
    const signatures = await signer.signManifest('{"a":1}\n');
    expect(verifyNote({ text: '{"a":1}\n', signatures }, keys).ok).toBe(true);
    const forged = `${origin}\n5\n${Buffer.alloc(32).toString('base64')}\n`;
    await expect(signer.signManifest(forged)).rejects.toThrow(RangeError);
    await signer.close();
  });
});

describe('a signer whose key came without its memory', () => {
  it('signs nothing until it is given the last checkpoint, and only one that its own key signed', async () => {
    const nodes = await nodesOf(entriesUpTo(20));
    const key = generateSigningKey(origin);
    const before = memoryAuditSigner({ keys: [key], memory: { kind: 'new' } });
    const last = await signAt(before, nodes, 10);
    const stranger = await signAt(memoryAuditSigner(), nodes, 10);
    if (last.kind === 'refused' || stranger.kind === 'refused') throw new Error('not signed');

    const again = importSigningKey(origin, key.exported);
    const signer = memoryAuditSigner({ keys: [again], memory: { kind: 'unknown' } });
    expect(codeOf(await signAt(signer, nodes, 20))).toBe('signer-memory-missing');
    expect(await signer.adopt(stranger.checkpoint)).toBe(false);
    expect(await signer.adopt(last.checkpoint)).toBe(true);
    expect(await signer.adopt(last.checkpoint)).toBe(false);
    expect(codeOf(await signAt(signer, nodes, 9))).toBe('log-behind-signer');
    expect(codeOf(await signAt(signer, nodes, 20))).toBe('signed');
  });

  it('came back from a copy: it knows what was signed by then, and is given no older head for the last one', async () => {
    const nodes = await nodesOf(entriesUpTo(20));
    const keys = [generateSigningKey(origin)] as const;
    const before = memoryAuditSigner({ keys, memory: { kind: 'new' } });
    const signed = async (size: number) => {
      const outcome = await signAt(before, nodes, size);
      if (outcome.kind === 'refused') throw new Error(outcome.code);
      return outcome.checkpoint;
    };
    const [first, known, last] = [await signed(5), await signed(10), await signed(15)];
    const signer = memoryAuditSigner({ keys, memory: { kind: 'unknown', atLeast: known } });
    expect(await signer.adopt(first)).toBe(false);
    expect(codeOf(await signAt(signer, nodes, 20))).toBe('signer-memory-missing');
    expect(await signer.adopt(last)).toBe(true);
    expect(codeOf(await signAt(signer, nodes, 20))).toBe('signed');
  });
});

describe('a signer in a file', () => {
  it('remembers across processes, and two that use one file see each other', async () => {
    const path = newFile();
    const nodes = await nodesOf(entriesUpTo(20));
    const [one, two] = [fileAuditSigner(path), fileAuditSigner(path)];
    const first = await signAt(one, nodes, 10);
    if (first.kind === 'refused') throw new Error(first.code);
    expect(await two.state()).toEqual(await one.state());
    expect(codeOf(await signAt(two, nodes, 9))).toBe('log-behind-signer');
    expect(codeOf(await signAt(two, nodes, 12))).toBe('signed');
    expect(codeOf(await signAt(one, nodes, 11))).toBe('log-behind-signer');
    await Promise.all([one.close(), two.close()]);
    const later = fileAuditSigner(path);
    const state = await later.state();
    expect(state?.memory.kind === 'last' && state.memory.checkpoint.size).toBe(12);
    await later.close();
  });

  it('is for its owner’s eyes alone, and holds no key in clear under a master key', async () => {
    const path = newFile();
    const signer = fileAuditSigner(path, { masterKey });
    await signer.create(origin);
    await signer.close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const without = fileAuditSigner(path);
    await expect(without.state()).rejects.toMatchObject({ code: 'signer-unavailable' });
    await without.close();
    const wrong = fileAuditSigner(path, { masterKey: Buffer.alloc(32, 4) });
    await expect(wrong.state()).rejects.toMatchObject({ code: 'signer-unavailable' });
    await wrong.close();
  });

  it('that is no such file is told by its code, and is not written over', async () => {
    const path = join(folder, 'not-a-signer');
    writeFileSync(path, 'hello, this is no database at all, only some text');
    const signer = fileAuditSigner(path);
    await expect(signer.create(origin)).rejects.toMatchObject({ code: 'signer-unavailable' });
    expect(statSync(path).size).toBe(49);
    await signer.close();
  });

  it('that is of one byte, or another program’s database, is refused by its code and left untouched', async () => {
    const byte = join(folder, 'one-byte');
    writeFileSync(byte, 'x');
    const other = join(folder, 'other.db');
    const raw = new DatabaseSync(other);
    raw.exec('CREATE TABLE contacts (name TEXT)');
    raw.close();
    for (const path of [byte, other]) {
      const [before, mode] = [readFileSync(path), statSync(path).mode];
      const signer = fileAuditSigner(path);
      await expect(signer.create(origin)).rejects.toMatchObject({ code: 'signer-unavailable' });
      await signer.close();
      expect([readFileSync(path).equals(before), statSync(path).mode]).toEqual([true, mode]);
    }
  });

  it('signs the same bytes again for the same head', async () => {
    const path = newFile();
    const nodes = await nodesOf(entriesUpTo(4));
    const signer = fileAuditSigner(path);
    const [first, second] = [await signAt(signer, nodes, 4), await signAt(signer, nodes, 4)];
    if (first.kind === 'refused' || second.kind === 'refused') throw new Error('not signed');
    expect(formatNote(second.checkpoint.note)).toBe(formatNote(first.checkpoint.note));
    await signer.close();
    copyFileSync(path, `${path}.copy`);
    const copy = fileAuditSigner(`${path}.copy`);
    expect((await copy.state())?.memory.kind).toBe('last');
    await copy.close();
  });
});
