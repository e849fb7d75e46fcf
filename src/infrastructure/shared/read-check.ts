import type { ReadAllOptions, ReadStreamOptions } from '../../application/ports/event-store.js';
import { invalidStoreInput, type StoreError } from '../../application/errors/store-error.js';
import { isInstant } from '../../domain/kernel/instant.js';
import type { RejectionText } from '../../domain/kernel/rejection-text.js';
import { largestPage, withinRange } from './query-check.js';

const invalid = (at: string, reason: RejectionText): StoreError =>
  invalidStoreInput('read-invalid', { at }, reason);

const mostFilters = 1_000;

/** Checks what is asked of a stream. Throws `read-invalid`. */
export const checkReadStream = ({ from, to, at, knownAt }: ReadStreamOptions): void => {
  for (const [name, revision] of Object.entries({ from, to }))
    if (revision !== undefined && !(Number.isSafeInteger(revision) && revision >= 0))
      throw invalid(name, { es: 'no es una revisión', en: 'not a revision' });
  for (const [name, instant] of Object.entries({ at, knownAt }))
    if (instant !== undefined && !isInstant(instant))
      throw invalid(name, { es: 'no es un instante', en: 'not an instant' });
};

const isListOfTexts = (list: readonly string[]): boolean =>
  Array.isArray(list) && list.length <= mostFilters && list.every((text) => typeof text === 'string');

/** Checks what is asked of the whole store. Throws `read-invalid`. */
export const checkReadAll = ({ limit, types, prefixes }: ReadAllOptions): void => {
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > largestPage)
    throw invalid('limit', withinRange(1, largestPage));
  for (const [name, list] of Object.entries({ types, prefixes }))
    if (list !== undefined && !isListOfTexts(list))
      throw invalid(name, { es: 'no es una lista de textos', en: 'not a list of texts' });
};
