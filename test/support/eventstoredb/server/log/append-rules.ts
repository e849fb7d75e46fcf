import type { Expected } from './event.js';

/** What the rules look at in a stream. `last` is -1 where nothing was ever written to it. */
export interface StreamView {
  readonly last: number;
  readonly softDeleted: boolean;
  readonly tombstoned: boolean;
  /** The id of the event at a revision, wherever it is kept. */
  readonly idAt: (revision: number) => string | undefined;
  /** The revision under which the server remembers an id: only of recent events of this stream. */
  readonly remembered: (id: string) => number | undefined;
}

/** What becomes of an append. A repeat writes nothing and is answered with the revision of the first time. */
export type Verdict =
  | { readonly kind: 'write' }
  | { readonly kind: 'repeat'; readonly last: number }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'gone' };

const write: Verdict = { kind: 'write' };
const conflict: Verdict = { kind: 'conflict' };

const withoutRevision = (ids: readonly string[], stream: StreamView): Verdict => {
  const places = ids.map(stream.remembered);
  const last = places.at(-1);
  if (places[0] === undefined) return write;
  return last === undefined || places.includes(undefined) ? conflict : { kind: 'repeat', last };
};

const behind = (expected: number, ids: readonly string[], stream: StreamView): Verdict => {
  const known = ids.map((id, index) => stream.idAt(expected + 1 + index) === id);
  if (known.length > 0 && known.every(Boolean)) return { kind: 'repeat', last: expected + ids.length };
  return known[0] === false && expected === -1 && stream.softDeleted ? write : conflict;
};

/**
 * The rules of a soft delete: there must be a stream, deleted or not, and it must end where the writer believes.
 */
export const judgeSoftDelete = (expected: Expected, stream: StreamView): Verdict =>
  stream.last < 0 && !stream.tombstoned ? conflict : judgeAppend(expected, [], stream);

/**
 * The rules of an append, row by row as the server decides them (eventstoredb.md, 4.3 and 6): ids are looked at only
 * where the writer's revision is behind the stream, and against any revision only while the server remembers them.
 */
export const judgeAppend = (expected: Expected, ids: readonly string[], stream: StreamView): Verdict => {
  if (stream.tombstoned) return { kind: 'gone' };
  if (expected === 'stream-exists' && stream.softDeleted) return { kind: 'gone' };
  if (expected === 'stream-exists' && stream.last < 0) return conflict;
  if (expected === 'any' || expected === 'stream-exists') return withoutRevision(ids, stream);
  const revision = expected === 'no-stream' ? -1 : expected;
  if (revision > stream.last) return conflict;
  return revision === stream.last ? write : behind(revision, ids, stream);
};
