import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isUint8Array } from 'node:util/types';
import { isMissing, whyNoFile } from '../shared/file-place.js';
import { makeOnce, replaceWhole } from './whole-file.js';
import { makeFolder } from '../shared/make-folder.js';

/**
 * Where the key comes from that wraps all others: its 32 bytes; a file with them (raw, or as base64), made where there is
 * none and no vault either; a variable of the environment with their base64; or a function of the host's, such as one that
 * asks a key management service.
 */
export type MasterKey =
  Uint8Array | `file:${string}` | `env:${string}` | (() => Uint8Array | Promise<Uint8Array>);

const length = 32;

/** A master key, however it is written; a host's function may give anything. Throws `master-length` for what are not 32 bytes. */
const bytesOf = (given: unknown): Buffer => {
  if (!isUint8Array(given)) throw new Error('master-length');
  if (given.length === length) return Buffer.from(given);
  const decoded = Buffer.from(Buffer.from(given).toString('latin1').trim(), 'base64');
  if (decoded.length !== length) throw new Error('master-length');
  return decoded;
};

/** A place that a master key is read from. */
export interface MasterPlace {
  /** The key, and the one that a change under way is about to put in its place; none where there is none. */
  readonly candidates: () => Promise<readonly Buffer[]>;
  /** The file that it lies in, where it lies in one. */
  readonly file: string | undefined;
  /** Makes the key where there is none; absent where that is the host's to do. */
  readonly make?: () => void;
  /** Keeps the next key beside the one in use, before anything is wrapped by it. */
  readonly prepare?: (next: Buffer) => void;
  /** The next key is the one in use from now on. */
  readonly settle?: () => void;
}

const inFile = (file: string): MasterPlace => {
  const next = `${file}.next`;
  const read = (from: string): Buffer => {
    const reason = whyNoFile(from);
    if (reason !== undefined) throw new Error(reason);
    return bytesOf(readFileSync(from));
  };
  return {
    file,
    candidates: () => Promise.resolve([file, next].filter((each) => !isMissing(each)).map(read)),
    make: () => {
      if (!isMissing(file)) return;
      makeFolder(dirname(file), 0o700);
      makeOnce(file, (draft) => writeFileSync(draft, randomBytes(length), { flush: true }));
    },
    prepare: (key) => replaceWhole(next, key),
    settle: () => {
      if (existsSync(next)) renameSync(next, file);
    },
  };
};

/** The place of a master key: beside the vault where nothing is said. */
export const masterPlace = (vault: string, given: MasterKey | undefined): MasterPlace => {
  if (given === undefined) return inFile(`${vault}.master`);
  if (typeof given === 'function')
    return { file: undefined, candidates: async () => [bytesOf(await given())] };
  if (typeof given !== 'string')
    return { file: undefined, candidates: () => Promise.resolve([bytesOf(given)]) };
  if (given.startsWith('file:')) return inFile(given.slice('file:'.length));
  const name = given.slice('env:'.length);
  return {
    file: undefined,
    candidates: () => {
      const value = process.env[name] ?? '';
      return Promise.resolve(value === '' ? [] : [bytesOf(Buffer.from(value))]);
    },
  };
};

/** A new key. */
export const newMasterKey = (): Buffer => randomBytes(length);
