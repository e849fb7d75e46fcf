import { canonicalize } from 'json-canonicalize';
import { textOfBytes } from '../../application/audit/notes/strict-text.js';

/** What a bundle's writer and reader look at in an entry. */
export interface Entry {
  readonly stream: string;
  readonly revision: number;
  /** Where the entry gives its stream a folio. */
  readonly folio?: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const folioOf = ({ type, data }: Readonly<Record<string, unknown>>): string | undefined => {
  const folio = type === 'FolioAssigned' && isRecord(data) ? data['folio'] : undefined;
  return typeof folio === 'string' ? folio : undefined;
};

const parse = (text: string | undefined): unknown => {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What is looked at in an entry, of the value that its bytes write. */
export const entryOf = (value: unknown): Entry | undefined => {
  if (!isRecord(value)) return undefined;
  const { stream, revision } = value;
  if (typeof stream !== 'string' || typeof revision !== 'number' || !Number.isSafeInteger(revision))
    return undefined;
  const folio = folioOf(value);
  return { stream, revision, ...(folio !== undefined && { folio }) };
};

/** The value that the bytes of an entry write; `undefined` where they are no JSON. */
export const valueOf = (bytes: Uint8Array): unknown => parse(textOfBytes(bytes));

/** Reads an entry that was written by us. */
export const readEntry = (bytes: Uint8Array): Entry | undefined => entryOf(valueOf(bytes));

/** The one spelling of RFC 8785; `undefined` where a number is too large for any. */
const canonical = (value: unknown): string | undefined => {
  try {
    return canonicalize(value);
  } catch {
    return undefined;
  }
};

/** Within how many objects and lists a value lies at most: no answer is to depend on what a reader's stack holds. */
const deepest = 100;

/** The keys of every object stand in the order of RFC 8785, and no value lies deeper than so many levels. */
const isInOrder = (value: unknown, levels: number): boolean => {
  if (levels < 0) return false;
  if (Array.isArray(value)) return value.every((each) => isInOrder(each, levels - 1));
  if (!isRecord(value)) return true;
  let last = '';
  for (const key of Object.keys(value)) {
    if (key < last || !isInOrder(value[key], levels - 1)) return false;
    last = key;
  }
  return true;
};

const isWithin = (value: unknown, levels: number): boolean =>
  levels >= 0 &&
  (typeof value !== 'object' ||
    value === null ||
    Object.values(value).every((each) => isWithin(each, levels - 1)));

/**
 * True for the one spelling of what was read from it. What `JSON.stringify` writes is that spelling where the keys are in
 * order, and is had in half the time; where it is not, RFC 8785 is asked itself.
 */
const isCanonical = (value: unknown, text: string): boolean => {
  if (isInOrder(value, deepest) && JSON.stringify(value) === text) return true;
  return isWithin(value, deepest) && canonical(value) === text;
};

/** Reads an entry strictly: `undefined` where it is no event, nests too deep, or is not in the one spelling of RFC 8785. */
export const parseEntry = (bytes: Uint8Array): Entry | undefined => {
  const text = textOfBytes(bytes);
  const value = parse(text);
  const entry = entryOf(value);
  return entry !== undefined && text !== undefined && isCanonical(value, text) ? entry : undefined;
};
