import type { RejectionText } from '../../../../domain/kernel/rejection-text.js';
import type { Found } from '../fault.js';

/** What a field may hold. One rule a field: a value is cleaned, then looked at once. */
export interface Rule<T> {
  /** The value as it is kept: well-formed text, canonical instants. Gives back what it does not understand. */
  readonly clean: (value: unknown) => unknown;
  readonly holds: (value: unknown) => value is T;
  /** Why a cleaned value does not hold. */
  readonly finds: (value: unknown) => readonly Found[];
  /** What it may hold, in words, for the reference. */
  readonly says: RejectionText;
  readonly optional: boolean;
  /** True where the value, or each item of it, is a DTO with fields of its own. */
  readonly nested: boolean;
  /** Fields of that DTO. */
  readonly fields?: ReadonlyMap<string, Rule<unknown>>;
  /** True where it holds what a person said, or is known by: such a value is stored sealed alone. */
  readonly personal?: true;
  /** True where it holds a moment. */
  readonly moment?: true;
}

export const isRule = (value: unknown): value is Rule<unknown> =>
  typeof value === 'object' && value !== null && 'clean' in value && 'holds' in value && 'finds' in value;

/** What a rule says of a value that is not there, or not what it wants. */
export const missingOr = (value: unknown, found: Found): readonly Found[] =>
  value === undefined ? [{ code: 'missing' }] : [found];

export const asItIs = (value: unknown): unknown => value;

/** The same rule for a field that may be absent. `null` is not absent: it is a value of the wrong kind. */
export const optional = <T>(rule: Rule<T>): Rule<T | undefined> => ({
  ...rule,
  holds: (value): value is T | undefined => value === undefined || rule.holds(value),
  optional: true,
});
