import { codedError } from '../errors/coded-error.js';
import type { EventStore, Position, StoredEvent } from '../ports/event-store.js';
import type { KeptLog, LoggedEntry } from '../ports/kept-log.js';
import { leafHash, sameBytes, type Hash } from '../audit/merkle/hash.js';
import type { Checkpoint } from '../audit/notes/checkpoint.js';
import { encodeEntryBundle } from '../audit/tiles/entry-bundle.js';
import { tileWidth } from '../audit/tiles/tile-path.js';
import type { ReadTile } from '../audit/tiles/tile-source.js';
import { growingTree, type GrowingTree } from './growing-tree.js';
import type { LogFault } from './log-fault.js';
import { entryBytes, namespaceEvents, providerEntries, type LogScope } from './provider-entries.js';
import { streamOrder } from './stream-order.js';

/** A log that agrees with its store, and with what was signed. */
export interface ComparedLog {
  readonly size: number;
  readonly root: Hash;
  /** Its tiles at any size that it had. Throws `audit-log-moved` where the store was changed meanwhile. */
  readonly readTile: ReadTile;
}

export type Compared =
  { readonly ok: true; readonly log: ComparedLog } | { readonly ok: false; readonly fault: LogFault };

export interface LogParts {
  readonly store: Pick<EventStore, 'readAll' | 'read'>;
  readonly kept: KeptLog;
  readonly scope: LogScope;
}

/** Entries that are read from, and added to, the kept log at a time. */
const batchSize = 1_024;

const moved = () =>
  codedError('audit-log-moved', {
    es: 'El almacén o la bitácora cambiaron mientras se leían. Repita.',
    en: 'The store or the log changed while they were read. Repeat.',
  });

const hashInStore = async (
  { store }: LogParts,
  { stream, revision }: LoggedEntry,
): Promise<Hash | undefined> => {
  const [event] = await store.read(stream, { from: revision, to: revision }).catch(() => []);
  return event === undefined ? undefined : leafHash(entryBytes(event));
};

const at = (code: LogFault['code'], place: number, { stream, revision }: LoggedEntry): LogFault => ({
  code,
  at: place,
  event: { stream, revision },
});

/** What was done to the store, where another event stands at a place than was logged there. */
const faultBetween = async (
  parts: LogParts,
  place: number,
  logged: LoggedEntry,
  found: LoggedEntry,
): Promise<LogFault> => {
  if (found.stream === logged.stream && found.revision === logged.revision)
    return at('log-event-altered', place, logged);
  const elsewhere = await hashInStore(parts, logged);
  if (elsewhere === undefined) return at('log-event-removed', place, logged);
  if (!sameBytes(elsewhere, logged.hash)) return at('log-event-altered', place, logged);
  const isLogged = (await parts.kept.placeOf(found.hash)) !== undefined;
  return isLogged ? at('log-event-moved', place, logged) : at('log-event-inserted', place, found);
};

/** The first entries of a kept log, one at a time. */
const keptEntries = (kept: KeptLog, size: number) => {
  let first = 0;
  let entries: readonly LoggedEntry[] = [];
  return async (place: number): Promise<LoggedEntry | undefined> => {
    if (place >= size) return undefined;
    if (place >= first + entries.length) {
      first = place;
      entries = await kept.read(place, batchSize);
    }
    return entries[place - first];
  };
};

/** Root over the first entries of a kept log; `undefined` where it has fewer. */
const keptRootAt = async (kept: KeptLog, size: number): Promise<Hash | undefined> => {
  const tree = growingTree();
  while (tree.size() < size) {
    const entries = await kept.read(tree.size(), Math.min(batchSize, size - tree.size()));
    if (entries.length === 0) return undefined;
    for (const { hash } of entries) tree.append(hash);
  }
  return tree.root();
};

/** A difference is the store's, unless the kept log itself is not what was signed. */
const whoseFault = async (
  { kept }: LogParts,
  fault: LogFault,
  signed: Checkpoint | undefined,
): Promise<LogFault> => {
  if (signed === undefined || fault.at >= signed.size) return fault;
  const root = await keptRootAt(kept, signed.size);
  return root === undefined || sameBytes(root, signed.root) ? fault : { code: 'log-altered', at: fault.at };
};

interface Passed {
  readonly tree: GrowingTree;
  /** Root at the signed size; `undefined` where there are fewer entries. */
  readonly signedRoot: Hash | undefined;
  /** By tile of entries: where in the store it begins. */
  readonly tileStarts: readonly (Position | undefined)[];
  readonly fault: LogFault | undefined;
}

const entryOf = (event: StoredEvent): LoggedEntry => {
  const { stream, revision } = event;
  return { hash: leafHash(entryBytes(event)), stream, revision };
};

/** An event at a place where the log has another, or none yet, and what is wrong with it there. */
interface Held {
  /** `undefined` for an event of another provider, which is no entry of this log. */
  readonly entry: LoggedEntry | undefined;
  readonly fault: LogFault | undefined;
}

/** Holds an event against what was logged at its place, and against the events before it in its stream. */
const holding = (parts: LogParts) => {
  const orderOf = streamOrder(parts.store, parts.scope);

  const orderFault = async (event: StoredEvent, place: number): Promise<LogFault | undefined> => {
    const wrong = await orderOf(event);
    return wrong && { code: wrong.code, at: place, event: wrong.event };
  };

  const holdForeign = async (event: StoredEvent, place: number, logged?: LoggedEntry): Promise<Held> => {
    const fault = await orderFault(event, place);
    if (fault === undefined || logged === undefined) return { entry: undefined, fault };
    // It may be an entry of this log whose provider was changed.
    return { entry: undefined, fault: await faultBetween(parts, place, logged, entryOf(event)) };
  };

  return async (event: StoredEvent, place: number, logged: LoggedEntry | undefined): Promise<Held> => {
    if (event.metadata.provider !== parts.scope.provider) return holdForeign(event, place, logged);
    const entry = entryOf(event);
    if (logged !== undefined && !sameBytes(logged.hash, entry.hash))
      return { entry, fault: await faultBetween(parts, place, logged, entry) };
    return { entry, fault: await orderFault(event, place) };
  };
};

/** Goes through the store once, each event held against the kept log; what is new is given to `take`. */
const pass = async (
  parts: LogParts,
  signedSize: number,
  take: (entry: LoggedEntry) => Promise<void>,
): Promise<Passed> => {
  const tree = growingTree();
  const tileStarts: (Position | undefined)[] = [];
  const hold = holding(parts);
  const loggedAt = keptEntries(parts.kept, await parts.kept.size());
  let signedRoot = signedSize === 0 ? tree.root() : undefined;
  let before: Position | undefined;
  const result = (fault?: LogFault): Passed => ({ tree, signedRoot, tileStarts, fault });
  for await (const event of namespaceEvents(parts.store, parts.scope.namespace)) {
    const place = tree.size();
    const logged = await loggedAt(place);
    const { entry, fault } = await hold(event, place, logged);
    if (fault !== undefined) return result(fault);
    if (entry === undefined) continue;
    if (logged === undefined) await take(entry);
    if (place % tileWidth === 0) tileStarts.push(before);
    tree.append(entry.hash);
    if (tree.size() === signedSize) signedRoot = tree.root();
    before = event.position;
  }
  const missing = await loggedAt(tree.size());
  return result(missing && at('log-tail-cut', tree.size(), missing));
};

const signedFault = ({ tree, signedRoot }: Passed, signed: Checkpoint | undefined): LogFault | undefined => {
  if (signed === undefined) return undefined;
  if (signedRoot === undefined) return { code: 'log-behind-signer', at: tree.size() };
  return sameBytes(signedRoot, signed.root) ? undefined : { code: 'log-forked', at: signed.size };
};

/** Adds what is new to the kept log, by batches. */
const adding = (kept: KeptLog, from: number) => {
  let size = from;
  let held: LoggedEntry[] = [];
  const flush = async (): Promise<void> => {
    if (held.length === 0) return;
    if (!(await kept.append(size, held))) throw moved();
    size += held.length;
    held = [];
  };
  return {
    take: async (entry: LoggedEntry): Promise<void> => {
      held.push(entry);
      if (held.length >= batchSize) await flush();
    },
    flush,
  };
};

const tilesOf = ({ store, kept, scope }: LogParts, { tree, tileStarts }: Passed): ReadTile => {
  const hashesAt = async (from: number, width: number): Promise<readonly Hash[]> => {
    const hashes = (await kept.read(from, width)).map(({ hash }) => hash);
    if (hashes.length < width) throw moved();
    return hashes;
  };
  const entriesAt = async (index: number, width: number): Promise<Uint8Array> => {
    const hashes = await hashesAt(index * tileWidth, width);
    const entries: Uint8Array[] = [];
    for await (const { bytes } of providerEntries(store, scope, { after: tileStarts[index], limit: width })) {
      const expected = hashes[entries.length];
      if (expected === undefined || !sameBytes(leafHash(bytes), expected)) throw moved();
      entries.push(bytes);
      if (entries.length === width) break;
    }
    if (entries.length < width) throw moved();
    return encodeEntryBundle(entries);
  };
  return async ({ level, index, width }) => {
    if (level === 'entries') return entriesAt(index, width);
    if (level > 0) return tree.tile({ level, index, width });
    return Buffer.concat(await hashesAt(index * tileWidth, width));
  };
};

/**
 * Holds a store against its log, both ways, and against what was signed last; events that are new are added to the log.
 * The first event is named that was changed, taken away, put in or moved, and the first one of an end that was cut off.
 */
export const compareLog = async (parts: LogParts, signed: Checkpoint | undefined): Promise<Compared> => {
  const { kept } = parts;
  const signedSize = signed?.size ?? 0;
  if ((await kept.size()) < signedSize) {
    // The log was lost: nothing of a store is taken for it that is not what was signed.
    const looked = await pass(parts, signedSize, () => Promise.resolve());
    const fault = looked.fault ?? signedFault(looked, signed);
    if (fault !== undefined) return { ok: false, fault };
  }
  const added = adding(kept, await kept.size());
  const passed = await pass(parts, signedSize, added.take);
  if (passed.fault !== undefined) return { ok: false, fault: await whoseFault(parts, passed.fault, signed) };
  const fault = signedFault(passed, signed);
  if (fault !== undefined) return { ok: false, fault };
  await added.flush();
  const { tree } = passed;
  return { ok: true, log: { size: tree.size(), root: tree.root(), readTile: tilesOf(parts, passed) } };
};
