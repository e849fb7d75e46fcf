import { isEqual, textOf, wholeNumber, fromBase64, type Hashing } from './bytes.js';
import { isJson, parseCanonical, type Json } from './canonical.js';
import { faultAt, isFault } from './fault.js';
import { compareNames, type Files } from './manifest.js';
import type { Head } from './note.js';
import { hashAt, isIncluded, leafOf, levelsOf, rootOfRow, tilePath, tilesOf, type Tile } from './tree.js';
import type { Tell } from './steps.js';

/** An event of the log, as far as the reader looks at it. */
export interface LoggedEvent {
  readonly stream: string;
  readonly revision: number;
  readonly folio: string | undefined;
  readonly json: Json;
}

/** Reads an entry; `undefined` where it is no event, or not in the one spelling of RFC 8785. */
export const parseEvent = (bytes: Uint8Array): LoggedEvent | undefined => {
  const json = parseCanonical(bytes);
  const { stream, revision, type, data } = json ?? {};
  if (json === undefined || typeof stream !== 'string') return undefined;
  if (typeof revision !== 'number' || !Number.isSafeInteger(revision)) return undefined;
  const folio = type === 'FolioAssigned' && isJson(data) ? data['folio'] : undefined;
  return { stream, revision, folio: typeof folio === 'string' ? folio : undefined, json };
};

/** The entries of a bundle of entries, each after its length; `undefined` where the lengths do not add up. */
export const entriesOf = (bytes: Uint8Array): readonly Uint8Array[] | undefined => {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const start = at + 2;
    const end = start + 256 * (bytes[at] ?? 0) + (bytes[at + 1] ?? 0);
    if (start > bytes.length || end > bytes.length) return undefined;
    entries.push(bytes.subarray(start, end));
    at = end;
  }
  return entries;
};

/** A proof (C2SP tlog-proof): a place, hashes from the leaf up, and the head as its file has it. */
interface Proof {
  readonly index: number;
  readonly hashes: readonly Uint8Array[];
  readonly head: string;
}

const parseProof = (text: string): Proof | undefined => {
  const end = text.indexOf('\n\n');
  const [first, indexLine = '', ...lines] = text.slice(0, Math.max(0, end)).split('\n');
  const index = indexLine.startsWith('index ') ? wholeNumber(indexLine.slice(6)) : undefined;
  const hashes = lines.map((line) => fromBase64(line) ?? new Uint8Array());
  const areHashes = lines.length <= 63 && hashes.every(({ length }) => length === 32);
  if (first !== 'c2sp.org/tlog-proof@v1' || index === undefined || !areHashes) return undefined;
  return { index, hashes, head: text.slice(end + 2) };
};

/** A proof of this head, for the leaf; gives its place. Throws `proof-malformed`, `proof-mismatch`. */
export const checkProof = async (
  { hashing, files, head: { size, root }, own }: Checking,
  name: string,
  leaf: Uint8Array,
  isPlace: (index: number) => boolean,
): Promise<Proof> => {
  const proof = parseProof(textOf(await files.read(name)) ?? '');
  if (proof === undefined) throw faultAt('proof-malformed', name);
  const { index, hashes, head } = proof;
  if (head !== own || !isPlace(index) || !isIncluded(hashing, { index, size, leaf, root }, hashes))
    throw faultAt('proof-mismatch', name);
  return proof;
};

/** What the checks of entries work with. */
export interface Checking {
  readonly hashing: Hashing;
  readonly files: Files;
  readonly head: Head;
  /** The head as its file has it. */
  readonly own: string;
  readonly tell: Tell;
}

/** Where the entries of a stream begin, and which revision comes next. */
export interface Stream {
  readonly first: number;
  readonly next: number;
  readonly folio: string | undefined;
}

/** The last entry of a folio, and of which stream it is. */
export interface LastEntry {
  readonly stream: string;
  readonly index: number;
  readonly leaf: Uint8Array;
}

/** What the entries say of the requests in them. */
export interface Requests {
  readonly streams: ReadonlyMap<string, Stream>;
  readonly folios: ReadonlyMap<string, LastEntry>;
}

const readHashes = async ({ files }: Checking, tile: Tile): Promise<Uint8Array> => {
  const bytes = await files.read(tilePath(tile));
  if (bytes.length !== 32 * tile.width) throw faultAt('tile-malformed', tilePath(tile));
  return bytes;
};

/** The first entry that is not what the hashes say. */
const firstChanged = async (
  { hashing }: Checking,
  read: () => Promise<Uint8Array>,
  hashes: Uint8Array,
): Promise<number> => {
  const entries = entriesOf(await read()) ?? [];
  return Math.max(
    0,
    entries.findIndex((entry, place) => !isEqual(leafOf(hashing, entry), hashAt(hashes, place))),
  );
};

const readEntries = async (
  checking: Checking,
  tile: Tile,
  hashes: Uint8Array,
  readAgain: (name: string) => Promise<Uint8Array>,
): Promise<readonly Uint8Array[]> => {
  const name = tilePath({ ...tile, level: 'entries' });
  try {
    const entries = entriesOf(await checking.files.read(name));
    if (entries?.length !== tile.width) throw faultAt('tile-malformed', name);
    return entries;
  } catch (error) {
    if (!isFault(error) || error.fault.code !== 'file-changed') throw error;
    const place = await firstChanged(checking, () => readAgain(name), hashes);
    throw faultAt('file-changed', name, 256 * tile.index + place);
  }
};

/** Revisions without a gap, and the last entry of each folio that was given from `start` on. */
const takenFrom = (start: number) => {
  const streams = new Map<string, Stream>();
  const folios = new Map<string, LastEntry>();
  const begun = (index: number, { revision }: LoggedEvent): Stream => ({
    ...{ first: index, folio: undefined },
    next: start === 0 ? 0 : revision,
  });
  const take = (index: number, event: LoggedEvent, leaf: Uint8Array, file: string): void => {
    const { stream, revision } = event;
    const { first, next, folio: given } = streams.get(stream) ?? begun(index, event);
    if (revision !== next) throw faultAt('entry-gap', file, index);
    const folio = index < start ? undefined : (event.folio ?? given);
    streams.set(stream, { first, next: next + 1, folio });
    if (folio !== undefined) folios.set(folio, { stream, index, leaf });
  };
  return { requests: { streams, folios }, take };
};

/** Every entry and every tile from `start` on. */
export const checkTiles = async (
  checking: Checking,
  start: number,
  readAgain: (name: string) => Promise<Uint8Array>,
): Promise<Requests> => {
  const { hashing, files, head, tell } = checking;
  const { size } = head;
  // A head may claim a size whose tiles no memory holds: more than there are files are not asked for.
  const most = files.manifest.names.length;
  const levels = levelsOf(size).map((level) => tilesOf(level, size, start, most));
  const entryTiles = tilesOf(0, size, start, most).map((tile): Tile => ({ ...tile, level: 'entries' }));
  compareNames(
    files.manifest.names.filter((name) => /^(tile|entries)\//.test(name)),
    [...levels.flat(), ...entryTiles].map(tilePath),
  );
  const { requests, take } = takenFrom(start);
  const checkEntries = async (tile: Tile, hashes: Uint8Array): Promise<void> => {
    const file = tilePath({ ...tile, level: 'entries' });
    for (const [place, entry] of (await readEntries(checking, tile, hashes, readAgain)).entries()) {
      const index = 256 * tile.index + place;
      const leaf = leafOf(hashing, entry);
      if (!isEqual(leaf, hashAt(hashes, place))) throw faultAt('entry-mismatch', file, index);
      const event = parseEvent(entry);
      if (event === undefined) throw faultAt('entry-malformed', file, index);
      take(index, event, leaf, file);
    }
    const count = Math.max(0, 256 * tile.index + tile.width - start);
    await tell({ name: 'entries', state: 'running', count, of: size - start });
  };
  let below = new Map<number, Uint8Array>();
  for (const [level, tiles] of levels.entries()) {
    const roots = new Map<number, Uint8Array>();
    for (const tile of tiles) {
      const hashes = await readHashes(checking, tile);
      for (let place = 0; place < tile.width; place += 1) {
        const number = 256 * tile.index + place;
        const expected = below.get(number);
        if (expected !== undefined && !isEqual(expected, hashAt(hashes, place)))
          throw faultAt('tile-mismatch', tilePath(tile), number);
      }
      if (level === 0) await checkEntries(tile, hashes);
      if (tile.width === 256) roots.set(tile.index, rootOfRow(hashing, hashes));
    }
    below = roots;
  }
  return requests;
};
