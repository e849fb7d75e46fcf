import { hash } from 'node:crypto';

/**
 * Digests of the personal values that a command was given, by the person whose they are; under `''` of those that no
 * part of the input gives to a person by name. They are kept where those values are: sealed with that person's key.
 */
export type PersonalDigests = Readonly<Record<string, string>>;

/** What a command asked, in short: the same for two inputs that say the same, whenever they were sent. */
export interface Fingerprint {
  /** Digest of what may stand in clear, and of the names of the personal fields that were given. */
  readonly open: string;
  /** Absent where no personal value was given. */
  readonly personal?: PersonalDigests;
}

/** 132 bits: enough that no two inputs meet by chance, and short enough to stand in every event. */
const digits = 22;

/** A digest of a list of values, as text. */
export const digestOf = (values: readonly unknown[]): string =>
  hash('sha256', JSON.stringify(values), 'base64url').slice(0, digits);

/** Whether a command that was stored could have asked the same. What is not known of either of them counts as equal. */
export const couldBeSame = (asked: PersonalDigests | undefined, stored: PersonalDigests): boolean =>
  Object.entries(asked ?? {}).every(
    ([person, digest]) => stored[person] === undefined || stored[person] === digest,
  );
