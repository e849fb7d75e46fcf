import { storeError } from '../../application/errors/store-error.js';
import { isSameFile } from '../shared/file-place.js';

/** Throws `copy-is-store` where a copy would take the place of the file that it is made of. */
export const mustBeApart = (store: string, copy: string): void => {
  if (isSameFile(store, copy)) throw storeError('copy-is-store', { path: copy });
};
