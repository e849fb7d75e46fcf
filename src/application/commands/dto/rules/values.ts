import { firstMomentOfLogs, readInstant, type Instant } from '../../../../domain/kernel/instant.js';
import { asItIs, missingOr, type Rule } from './rule.js';

const canonical = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * A moment, given as a `Date` or as any ISO 8601 date-time that names its offset. Cleaning reads it, once, for reading is what costs:
 * what could not be read is `null` from then on.
 */
export const moment: Rule<Instant> = {
  clean: (value) => (value === undefined ? undefined : (readInstant(value, firstMomentOfLogs) ?? null)),
  holds: (value): value is Instant => typeof value === 'string' && canonical.test(value),
  finds: (value) => missingOr(value, { code: 'not-an-instant' }),
  says: { es: 'fecha y hora ISO 8601 con zona', en: 'ISO 8601 date and time with offset' },
  optional: false,
  nested: false,
  moment: true,
};

/** A whole number that JSON holds exactly, within limits. */
export const whole = (min: number, max: number): Rule<number> => ({
  clean: (value) => (value === 0 ? 0 : value),
  holds: (value): value is number => Number.isSafeInteger(value) && isBetween(value, min, max),
  finds: (value) =>
    Number.isSafeInteger(value)
      ? [{ code: 'number-out-of-range', details: { min, max } }]
      : missingOr(value, { code: 'not-a-whole-number' }),
  says: { es: `entero de ${min} a ${max}`, en: `whole number from ${min} to ${max}` },
  optional: false,
  nested: false,
});

const isBetween = (value: unknown, min: number, max: number): boolean =>
  typeof value === 'number' && value >= min && value <= max;

/** A whole number of which there is one at least: what a charge is complained of for cannot be nothing. */
export const moreThanNothing = (max: number): Rule<number> => {
  const rule = whole(1, max);
  return {
    ...rule,
    finds: (value) =>
      Number.isSafeInteger(value) && Number(value) < 1 ? [{ code: 'nothing-or-less' }] : rule.finds(value),
  };
};

export const yesOrNo: Rule<boolean> = {
  clean: asItIs,
  holds: (value): value is boolean => typeof value === 'boolean',
  finds: (value) => missingOr(value, { code: 'not-yes-or-no' }),
  says: { es: 'verdadero o falso', en: 'true or false' },
  optional: false,
  nested: false,
};

/** One word of a closed list. */
export const oneOf = <const T extends string | number>(allowed: readonly T[]): Rule<T> => ({
  clean: asItIs,
  holds: (value): value is T => allowed.some((each) => each === value),
  finds: (value) =>
    missingOr(value, {
      code: 'not-one-of',
      details: { allowed },
      ...(typeof value === 'string' && { typed: value }),
    }),
  says: {
    es: allowed.map((each) => `\`${each}\``).join(', '),
    en: allowed.map((each) => `\`${each}\``).join(', '),
  },
  optional: false,
  nested: false,
});

/** A closed list that the domain names only as a type: a word left out, or one too many, does not compile. */
export const anyOf = <T extends string>(words: Readonly<Record<T, true>>): Rule<T> => {
  const isWord = (word: string): word is T => Object.hasOwn(words, word);
  return oneOf(Object.keys(words).filter(isWord));
};

/** A list of at most `max` items, each of which holds. Of a longer one no more is read than shows that it is longer. */
export const listOf = <T>(rule: Rule<T>, max: number): Rule<readonly T[]> => ({
  clean: (value) => {
    if (Array.isArray(value)) return Array.from(value.slice(0, max + 1), rule.clean);
    // What is no list is not kept: class-validator would walk into a map or a set, and fail in it.
    return value === undefined ? undefined : null;
  },
  holds: (value): value is readonly T[] =>
    Array.isArray(value) && value.length <= max && value.every((item) => rule.holds(item)),
  finds: (value) => {
    if (!Array.isArray(value)) return missingOr(value, { code: 'not-a-list' });
    if (value.length > max) return [{ code: 'list-too-long', details: { max } }];
    return value.flatMap((item: unknown, index) =>
      rule.holds(item)
        ? []
        : rule.finds(item).map((found) => ({ ...found, at: `[${index}]${found.at ?? ''}` })),
    );
  },
  says: { es: `lista de hasta ${max}: ${rule.says.es}`, en: `list of at most ${max}: ${rule.says.en}` },
  optional: false,
  nested: rule.nested,
  fields: rule.fields,
  personal: rule.personal,
});
