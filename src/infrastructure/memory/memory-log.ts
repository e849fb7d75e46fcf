import type {
  AppendOutcome,
  NewEvent,
  Page,
  ReadAllOptions,
  ReadStreamOptions,
  StoredEvent,
  StreamName,
} from '../../application/ports/event-store.js';
import { registerEntryOf } from '../../application/folio/register-entry.js';
import { oversized, type PreparedAppend } from '../../application/schema/append-check.js';
import { decodeBody } from '../../application/schema/wire.js';
import { conflictAt, isAsExpected } from '../shared/expectation.js';
import { numberOf, positionOf } from '../shared/position.js';
import { isAsOf } from '../../application/schema/as-of.js';
import { checkReadAll, checkReadStream } from '../shared/read-check.js';

interface Entry {
  readonly stream: StreamName;
  readonly type: string;
  readonly revision: number;
  readonly place: number;
  readonly body: string;
}

interface Stream {
  readonly entries: Entry[];
  /** First and last revision of each command. */
  readonly commands: Map<string, readonly [number, number]>;
}

/** Events as texts: what is read is a new object each time, so that no caller can change what is stored. */
export interface MemoryLog {
  /** Judges an append. `projectInline` sees its events before they count as stored: where it throws, nothing was. */
  readonly append: (
    append: PreparedAppend,
    projectInline: (events: readonly StoredEvent[]) => void,
  ) => AppendOutcome;
  readonly read: (stream: StreamName, options?: ReadStreamOptions) => readonly StoredEvent[];
  readonly readAll: (options: ReadAllOptions) => Page;
  readonly last: () => number;
  /** The stream of the complaint with this folio. */
  readonly withFolio: (scope: string, folio: string) => StreamName | undefined;
}

const eventOf = ({ stream, revision, place, body }: Entry): StoredEvent =>
  Object.assign(decodeBody(body), { stream, revision, position: positionOf(place) });

const folioKey = (scope: string, folio: string): string => JSON.stringify([scope, folio]);

export const memoryLog = (): MemoryLog => {
  const folios = new Map<string, StreamName>();
  const streams = new Map<StreamName, Stream>();
  const all: Entry[] = [];

  const earlier = (stream: Stream | undefined, commandId: string): AppendOutcome | undefined => {
    const taken = stream?.commands.get(commandId);
    if (stream === undefined || taken === undefined) return undefined;
    const [firstRevision, revision] = taken;
    const place = stream.entries[revision]?.place ?? 0;
    return { kind: 'duplicate', firstRevision, revision, position: positionOf(place) };
  };

  const register = (name: StreamName, events: readonly NewEvent[]): void => {
    for (const event of events) {
      const entry = registerEntryOf(name, event);
      if (entry === undefined) continue;
      const key = folioKey(entry.scope, entry.folio);
      if (!folios.has(key)) folios.set(key, name);
    }
  };

  const append: MemoryLog['append'] = (request, projectInline) => {
    const { stream: name, expect, commandId, events, bodies } = request;
    const known = streams.get(name);
    const before = earlier(known, commandId);
    if (before !== undefined) return before;
    const head = (known?.entries.length ?? 0) - 1;
    if (!isAsExpected(expect, head)) return conflictAt(head);
    const tooLarge = oversized(request, head + 1);
    if (tooLarge !== undefined) throw tooLarge;

    const entries = events.map((event, index): Entry => {
      const body = bodies[index] ?? '';
      return {
        stream: name,
        type: event.type,
        revision: head + 1 + index,
        place: all.length + 1 + index,
        body,
      };
    });
    projectInline(entries.map(eventOf));
    register(name, events);
    const stream = known ?? { entries: [], commands: new Map<string, readonly [number, number]>() };
    if (known === undefined) streams.set(name, stream);
    stream.entries.push(...entries);
    all.push(...entries);
    const revision = head + entries.length;
    stream.commands.set(commandId, [head + 1, revision]);
    return { kind: 'appended', revision, position: positionOf(all.length) };
  };

  const read: MemoryLog['read'] = (name, options = {}) => {
    checkReadStream(options);
    const { from = 0, to = Number.MAX_SAFE_INTEGER } = options;
    const entries = streams.get(name)?.entries ?? [];
    return entries
      .slice(from, Math.min(to, entries.length) + 1)
      .map(eventOf)
      .filter((event) => isAsOf(event, options));
  };

  const readAll: MemoryLog['readAll'] = (options) => {
    checkReadAll(options);
    const { limit, types, prefixes } = options;
    const wanted = types === undefined ? undefined : new Set(types);
    const events: StoredEvent[] = [];
    let seen = numberOf(options.after);
    for (; seen < all.length && events.length < limit; seen += 1) {
      const entry = all[seen];
      if (entry === undefined || wanted?.has(entry.type) === false) continue;
      if (prefixes?.some((prefix) => entry.stream.startsWith(prefix)) === false) continue;
      events.push(eventOf(entry));
    }
    return { events, next: seen === 0 ? undefined : positionOf(seen), caughtUp: seen >= all.length };
  };

  return {
    append,
    read,
    readAll,
    last: () => all.length,
    withFolio: (scope, folio) => folios.get(folioKey(scope, folio)),
  };
};
