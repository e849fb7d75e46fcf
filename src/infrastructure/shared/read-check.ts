import type { ReadAllOptions, ReadStreamOptions } from '../../application/ports/event-store.js';
import { storeError, type StoreError } from '../../application/errors/store-error.js';
import { isInstant } from '../../domain/kernel/instant.js';
import { largestPage } from './query-check.js';

const invalid = (at: string, reason: string): StoreError => storeError('read-invalid', { at, reason });

const mostFilters = 1_000;

/** Checks what is asked of a stream. Throws `read-invalid`. */
export const checkReadStream = ({ from, to, at, knownAt }: ReadStreamOptions): void => {
  for (const [name, revision] of Object.entries({ from, to }))
    if (revision !== undefined && !(Number.isSafeInteger(revision) && revision >= 0))
      throw invalid(name, 'not a revision');
  for (const [name, instant] of Object.entries({ at, knownAt }))
    if (instant !== undefined && !isInstant(instant)) throw invalid(name, 'not an instant');
};

const isListOfTexts = (list: readonly string[]): boolean =>
  Array.isArray(list) && list.length <= mostFilters && list.every((text) => typeof text === 'string');

/** Checks what is asked of the whole store. Throws `read-invalid`. */
export const checkReadAll = ({ limit, types, prefixes }: ReadAllOptions): void => {
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > largestPage)
    throw invalid('limit', `1 to ${String(largestPage)}`);
  for (const [name, list] of Object.entries({ types, prefixes }))
    if (list !== undefined && !isListOfTexts(list)) throw invalid(name, 'not a list of texts');
};
