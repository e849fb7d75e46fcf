import { createHash } from 'node:crypto';

const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest();

/** Largest power of two below n, as RFC 6962 2.1 has it. */
const k = (n: number): number => (n <= 2 ? 1 : 2 * k(Math.ceil(n / 2)));

/** MTH of RFC 6962, 2.1, word for word. */
export const naiveRoot = (entries: readonly Uint8Array[]): Buffer => {
  if (entries.length === 0) return sha256();
  const [first = Buffer.alloc(0)] = entries;
  if (entries.length === 1) return sha256(Buffer.from([0]), first);
  const half = k(entries.length);
  return sha256(Buffer.from([1]), naiveRoot(entries.slice(0, half)), naiveRoot(entries.slice(half)));
};

/** PATH of RFC 6962, 2.1.1, word for word. */
export const naivePath = (m: number, entries: readonly Uint8Array[]): readonly Buffer[] => {
  if (entries.length <= 1) return [];
  const half = k(entries.length);
  const [left, right] = [entries.slice(0, half), entries.slice(half)];
  return m < half
    ? [...naivePath(m, left), naiveRoot(right)]
    : [...naivePath(m - half, right), naiveRoot(left)];
};

/** SUBPROOF of RFC 6962, 2.1.2, word for word. */
const naiveSubproof = (m: number, entries: readonly Uint8Array[], whole: boolean): readonly Buffer[] => {
  if (m === entries.length) return whole ? [] : [naiveRoot(entries)];
  const half = k(entries.length);
  const [left, right] = [entries.slice(0, half), entries.slice(half)];
  return m <= half
    ? [...naiveSubproof(m, left, whole), naiveRoot(right)]
    : [...naiveSubproof(m - half, right, false), naiveRoot(left)];
};

/** PROOF of RFC 6962, 2.1.2. */
export const naiveConsistency = (m: number, entries: readonly Uint8Array[]): readonly Buffer[] =>
  naiveSubproof(m, entries, true);
