import { dirname } from 'node:path';
import { isCodedError } from '../../application/errors/coded-error.js';
import { copyUnwritable } from '../../application/errors/key-faults.js';
import { storeError } from '../../application/errors/store-error.js';
import { isMissing } from './file-place.js';
import { isBusy, isDamaged } from './sqlite-result.js';
import { whyOf } from './why-of.js';

/**
 * Writes a copy. What its place does not take is no fault of what is copied: `copy-unwritable`, or `store-folder-missing`
 * where there is no folder. That the file which is copied is damaged or held is thrown as it is.
 */
export const intoCopy = async <Result>(
  target: string,
  write: () => Promise<Result> | Result,
): Promise<Result> => {
  try {
    return await write();
  } catch (error) {
    if (isCodedError(error) || isDamaged(error) || isBusy(error)) throw error;
    const folder = dirname(target);
    if (isMissing(folder)) throw storeError('store-folder-missing', { path: target, folder }, error);
    throw copyUnwritable(target, whyOf(error, target), error);
  }
};
