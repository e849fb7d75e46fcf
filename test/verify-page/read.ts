import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';
import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Hashing } from '../../verify-page/reader/bytes.js';
import type { Head } from '../../verify-page/reader/note.js';
import { parseTrust, type Policy } from '../../verify-page/reader/policy.js';
import { folderSource, type Slices, type Source } from '../../verify-page/reader/source.js';
import { verify, type Verdict } from '../../verify-page/reader/verify.js';
import { zipSource } from '../../verify-page/reader/zip.js';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/** What the page's reader needs, by Node: the page itself brings its own. */
export const nodeHashing: Hashing = {
  sha256,
  digest: sha256,
  verifies: (publicKey, message, signature) => {
    const x = Buffer.from(publicKey).toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verifySignature(null, message, key, signature);
  },
};

/** Bytes in the place of a file that was chosen. */
export const slicesOf = (bytes: Uint8Array): Slices => ({
  size: bytes.length,
  slice: (from, to) => ({
    arrayBuffer: () => Promise.resolve(Uint8Array.from(bytes.subarray(from, to)).buffer),
  }),
});

const filesIn = (root: string): ReadonlyMap<string, Slices> => {
  const files = new Map<string, Slices>();
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }))
    if (lstatSync(join(root, name)).isFile()) files.set(name, slicesOf(readFileSync(join(root, name))));
  return files;
};

/** Opens a folder or a ZIP as the page does. */
export const openAsPage = (path: string): Promise<Source> =>
  lstatSync(path).isDirectory()
    ? Promise.resolve(folderSource(filesIn(path)))
    : zipSource(slicesOf(readFileSync(path)));

/** A key or a policy as the page reads it. */
export const trustOf = (text: string): Policy => {
  const policy = parseTrust(nodeHashing, Buffer.from(text));
  if (typeof policy === 'number') throw new RangeError(`line ${policy}`);
  return policy;
};

/** What the page's reader says of a bundle. */
export const readAsPage = (
  path: string,
  { policy, from }: { readonly policy?: Policy; readonly from?: Head } = {},
): Promise<Verdict> =>
  verify(
    nodeHashing,
    () => openAsPage(path),
    { policy, from },
    () => undefined,
  );
