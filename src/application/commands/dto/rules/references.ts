import { isReference } from '../../../identity/reference.js';
import { canonicalId } from '../../../identity/uuid.js';
import { asItIs, missingOr, type Rule } from './rule.js';

const longest = 200;
const outsidePattern = /^[A-Za-z0-9<][!-~]{0,199}$/;

/** A name that every object answers to would be found in tables that do not hold it. */
const isOwnName = (value: string): boolean => !(value in Object.prototype);

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
  holds: (value): value is string =>
    typeof value === 'string' && outsidePattern.test(value) && isOwnName(value),
  finds: (value) => missingOr(value, { code: 'not-an-outside-reference', details: { max: longest } }),
  says: { es: 'referencia de otro sistema', en: 'reference of another system' },
};
