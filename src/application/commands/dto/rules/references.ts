import { isOutsideReference, isReference, longestOutsideReference } from '../../../identity/reference.js';
import { canonicalId } from '../../../identity/uuid.js';
import { asItIs, missingOr, type Rule } from './rule.js';

/** A pseudonym or an id of ours. */
export const reference: Rule<string> = {
  clean: asItIs,
  holds: (value): value is string => typeof value === 'string' && isReference(value),
  finds: (value) => missingOr(value, { code: 'not-a-reference' }),
  says: { es: 'referencia (seudónimo)', en: 'reference (pseudonym)' },
  optional: false,
  nested: false,
};

const versionPattern = /^[^@]+@[1-9]\d*$/;

/** A calendar or a policy in one of its versions, `id@version`. */
export const versionReference: Rule<string> = {
  ...reference,
  holds: (value): value is string =>
    typeof value === 'string' && isReference(value) && versionPattern.test(value),
  finds: (value) => missingOr(value, { code: 'not-a-version' }),
  says: { es: 'versión publicada, `id@versión`', en: 'published version, `id@version`' },
};

/** The id of a command: a UUID in whatever letters is one and the same (design: Identity). */
export const commandReference: Rule<string> = {
  ...reference,
  clean: (value) => (typeof value === 'string' ? canonicalId(value) : value),
};

/** A number that another party gave: an authority's file, a Message-ID, a clause. Printable ASCII. */
export const outsideReference: Rule<string> = {
  ...reference,
  holds: (value): value is string => typeof value === 'string' && isOutsideReference(value),
  finds: (value) =>
    missingOr(value, { code: 'not-an-outside-reference', details: { max: longestOutsideReference } }),
  says: { es: 'referencia de otro sistema', en: 'reference of another system' },
};
