import { statSync } from 'node:fs';
import { storeError } from '../../application/errors/store-error.js';

/** True where two paths lead to one file, by whatever names. */
const isSameFile = (one: string, other: string): boolean => {
  const [first, second] = [one, other].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return first !== undefined && second !== undefined && first.dev === second.dev && first.ino === second.ino;
};

/** Throws `copy-is-store` where a copy would take the place of the file that it is made of. */
export const mustBeApart = (store: string, copy: string): void => {
  if (isSameFile(store, copy)) throw storeError('copy-is-store', { path: copy });
};
