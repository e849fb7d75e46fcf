import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import type { Contender } from '../entry.js';

const nothing = Buffer.alloc(0);
const tag = Buffer.alloc(16);

/** Gives back what it is given. */
const passesThrough = () => ({
  setAAD: () => undefined,
  setAuthTag: () => undefined,
  getAuthTag: () => tag,
  update: (data: string | Buffer, _from?: string, to?: BufferEncoding) => {
    const bytes = Buffer.from(data);
    return to === undefined ? bytes : bytes.toString(to);
  },
  final: (to?: BufferEncoding) => (to === undefined ? nothing : ''),
});

const names = ['createCipheriv', 'createDecipheriv'] as const;

/** Turns encryption off in this process: ciphers pass on what they get. Gives what turns it on again. */
export const turnCiphersOff = (): (() => void) => {
  const kept = names.map((name) => crypto[name]);
  const put = (ciphers: readonly unknown[]): void => {
    names.forEach((name, index) => Reflect.set(crypto, name, ciphers[index]));
    syncBuiltinESMExports();
  };
  put(names.map(() => passesThrough));
  return () => put(kept);
};

/** The same commands with encryption off, and keys that are kept nowhere. */
export const run = async (contender: Contender, folder: string): Promise<number> => {
  turnCiphersOff();
  const { scriptRate } = await import('../script.js');
  return scriptRate(contender, folder, 'memory:');
};
