import { prefixOf, type StreamKind } from '../identity/stream-name.js';
import type { EventStore, Revision, StoredEvent, StreamName } from '../ports/event-store.js';
import type { LogFault } from './log-fault.js';
import type { LogScope } from './provider-entries.js';

/** Streams by whose first name several providers of one store may write: to each other's no more, but once they did. */
const sharedKinds: readonly StreamKind[] = ['calendar', 'policy', 'store-loss'];

/** Streams that are remembered; of one that was forgotten a single event is read again. */
const mostRemembered = 16_384;

interface Seen {
  /** Whether the last event that was seen of the stream is the provider's. */
  readonly isOwn: boolean;
  readonly next: Revision;
}

/** What an event does to the order of its stream; `undefined` where it follows the one before. */
export type OutOfOrder = Pick<Required<LogFault>, 'code' | 'event'>;

const remembering = () => {
  const streams = new Map<StreamName, Seen>();
  return {
    get: (stream: StreamName): Seen | undefined => streams.get(stream),
    keep: (stream: StreamName, seen: Seen): void => {
      // What is written to last is forgotten last.
      streams.delete(stream);
      streams.set(stream, seen);
      if (streams.size <= mostRemembered) return;
      const [oldest] = streams.keys();
      if (oldest !== undefined) streams.delete(oldest);
    },
  };
};

const outOfOrder = (code: LogFault['code'], stream: StreamName, revision: Revision): OutOfOrder => ({
  code,
  event: { stream, revision },
});

/**
 * Follows the revisions of each stream through the events of all providers, in the store's order: a log that takes its
 * provider's events alone would not see what was put into one of its streams in another's name, though every reader of
 * that stream is given it, and what is recorded after it would be logged over a gap that no reader of a bundle accepts.
 */
export const streamOrder = (
  store: Pick<EventStore, 'read'>,
  { provider, namespace }: LogScope,
): ((event: StoredEvent) => Promise<OutOfOrder | undefined>) => {
  const seen = remembering();
  const shared = sharedKinds.map((kind) => prefixOf(namespace, kind));

  const isOfProvider = ({ metadata }: StoredEvent): boolean => metadata.provider === provider;

  const readOne = async (stream: StreamName, revision: Revision): Promise<StoredEvent | undefined> =>
    (await store.read(stream, { from: revision, to: revision })).at(0);

  /** The stream belongs to whom its first event is of. */
  const faultOfForeign = async ({ stream, revision }: StoredEvent): Promise<OutOfOrder | undefined> => {
    if (revision === 0 || shared.some((prefix) => stream.startsWith(prefix))) return undefined;
    const known = seen.get(stream);
    const first = known === undefined ? await readOne(stream, 0) : undefined;
    const isOurs = known?.isOwn ?? (first !== undefined && isOfProvider(first));
    return isOurs ? outOfOrder('log-event-inserted', stream, revision) : undefined;
  };

  const beforeOf = async ({ stream, revision, position }: StoredEvent): Promise<Seen | undefined> => {
    const known = seen.get(stream);
    if (known !== undefined) return known;
    const before = await readOne(stream, revision - 1);
    if (before === undefined) return undefined;
    return { isOwn: isOfProvider(before), next: before.position < position ? revision : revision + 1 };
  };

  const faultOfOwn = async (event: StoredEvent): Promise<OutOfOrder | undefined> => {
    const { stream, revision } = event;
    if (revision === 0) return undefined;
    const before = await beforeOf(event);
    if (before === undefined) return outOfOrder('log-event-removed', stream, revision - 1);
    if (before.next < revision) return outOfOrder('log-event-removed', stream, before.next);
    if (before.next > revision) return outOfOrder('log-event-moved', stream, revision);
    return before.isOwn ? undefined : outOfOrder('log-event-inserted', stream, revision);
  };

  return async (event) => {
    const isOwn = isOfProvider(event);
    const fault = await (isOwn ? faultOfOwn(event) : faultOfForeign(event));
    seen.keep(event.stream, { isOwn, next: event.revision + 1 });
    return fault;
  };
};
