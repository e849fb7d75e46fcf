import {
  parseConnectionString,
  type ConnectionString,
} from '../infrastructure/eventstoredb/connection-string.js';
import { known } from './check-options.js';
import { longestPlace, missingOption, unsupported } from '../application/errors/option-faults.js';
import { pathIn } from './option-faults.js';

/** Where events lie: a file, the memory of this process, or a server by its connection string. */
export type StoreUrl = 'memory:' | `sqlite:${string}` | ConnectionString;

/** Where keys lie: a file, or the memory of this process. */
export type KeysUrl = 'memory:' | `file:${string}`;

/** Where rows that lie apart from their events do: a file, or the memory of this process. */
export type RowsUrl = 'memory:' | `sqlite:${string}`;

/** A text that comes from outside. Throws `option-invalid` where there is none, or far too much of it. */
const given = (option: keyof typeof known, text: unknown): string => {
  if (text === undefined || text === null || text === '') throw missingOption(option, known[option]);
  if (typeof text !== 'string' || text.length > longestPlace) throw unsupported(option, text, known[option]);
  return text;
};

/**
 * The URL of a store from a text that the compiler does not know, such as a variable of the environment:
 * `openQuejas({ store: parseStoreUrl(process.env.QUEJAS_STORE), … })`. Throws `option-invalid` where the text is missing
 * or its scheme is unknown.
 */
export const parseStoreUrl = (text: string | undefined): StoreUrl => {
  const url = given('store', text);
  if (url === 'memory:') return url;
  return parseConnectionString(url) ?? `sqlite:${pathIn('store', 'sqlite', url, known.store)}`;
};

/**
 * The URL of a key vault from a text that the compiler does not know. Throws `option-invalid` where the text is missing
 * or its scheme is unknown.
 */
export const parseKeysUrl = (text: string | undefined): KeysUrl => {
  const url = given('keys', text);
  return url === 'memory:' ? url : `file:${pathIn('keys', 'file', url, known.keys)}`;
};

/**
 * The URL of rows from a text that the compiler does not know. Throws `option-invalid` where the text is missing or its
 * scheme is unknown; `inline` and `none` are no URLs.
 */
export const parseRowsUrl = (text: string | undefined): RowsUrl => {
  const url = given('rows', text);
  return url === 'memory:' ? url : `sqlite:${pathIn('rows', 'sqlite', url, known.rows)}`;
};
