import type {
  AppendOptions,
  AppendResult,
  EventStoreDbClient,
  ProposedEvent,
  RecordedEvent,
  ResolvedEvent,
} from '../../../src/infrastructure/eventstoredb/index.js';

import { parsedMetadata } from './parsed-metadata.js';

/** One append as the client was asked for it. */
export interface AskedAppend {
  readonly stream: string;
  readonly events: readonly ProposedEvent[];
  readonly options: AppendOptions;
}

/** What a client answers to its next append: nothing said means that it stores it. */
export type Answer =
  | { readonly kind: 'fail'; readonly error: unknown; readonly stored?: true }
  | { readonly kind: 'silent'; readonly stored?: true }
  /** A conflict, said without an error. */
  | { readonly kind: 'refuse' };

export interface FakeClient extends EventStoreDbClient {
  readonly asked: AskedAppend[];
  readonly reads: number[];
  /** Answers for the appends to come, in order. */
  readonly answers: Answer[];
  readonly isDisposed: () => boolean;
}

/** A server's streams, which several fake clients may share. */
export type FakeLog = Map<string, RecordedEvent[]>;

export const wrongExpectedVersion = (actual: bigint | 'no_stream'): Error =>
  Object.assign(new Error(''), { type: 'wrong-expected-version', actualVersion: actual });

export const unavailable = (): Error =>
  Object.assign(new Error('gone away'), { type: 'unavailable', code: 14 });

/** No answer told what became of it, and the connection is as it was. */
export const unanswered = (): Error =>
  Object.assign(new Error('too late'), { type: 'deadline-exceeded', code: 4 });

const store = (log: FakeLog, { stream, events, options }: AskedAppend): AppendResult => {
  const recorded = log.get(stream) ?? [];
  const revision = recorded.length - 1;
  const expected = options.expectedRevision === 'no_stream' ? -1 : Number(options.expectedRevision);
  const again = recorded.slice(expected + 1, expected + 1 + events.length);
  const isAgain = again.length === events.length && again.every(({ id }, index) => id === events[index]?.id);
  if (!isAgain) {
    if (expected !== revision) throw wrongExpectedVersion(revision < 0 ? 'no_stream' : BigInt(revision));
    for (const { id, type, data, metadata } of events) {
      const place = BigInt([...log.values()].reduce((sum, { length }) => sum + length, 1)) * 100n;
      const next = log.get(stream) ?? [];
      next.push({
        id,
        streamId: stream,
        revision: BigInt(next.length),
        type,
        data,
        metadata: parsedMetadata(metadata),
        position: { commit: place, prepare: place },
      });
      log.set(stream, next);
    }
  }
  const last = log.get(stream)?.[expected + events.length];
  return {
    success: true,
    nextExpectedRevision: BigInt(expected + events.length),
    ...(last?.position === undefined ? undefined : { position: last.position }),
  };
};

async function* entriesOf(events: readonly RecordedEvent[]): AsyncGenerator<ResolvedEvent> {
  await Promise.resolve();
  for (const event of events) yield { event };
}

const notAsked = (): never => {
  throw new Error('not asked of this client');
};

/** A client that answers as it is told to, and keeps the rules of exact revisions. */
export const fakeClient = (log: FakeLog = new Map()): FakeClient => {
  const asked: AskedAppend[] = [];
  const reads: number[] = [];
  const answers: Answer[] = [];
  let disposed = false;
  return {
    asked,
    reads,
    answers,
    isDisposed: () => disposed,
    appendToStream: async (stream, events, options) => {
      await Promise.resolve();
      const append = { stream, events, options };
      asked.push(append);
      const answer = answers.shift();
      if (answer === undefined) return store(log, append);
      if (answer.kind === 'refuse') return { success: false, nextExpectedRevision: 1n };
      if (answer.stored) store(log, append);
      if (answer.kind === 'fail') throw answer.error;
      return new Promise(() => undefined);
    },
    readStream: (stream, { fromRevision, maxCount }) => {
      const from = Number(fromRevision);
      reads.push(from);
      return entriesOf((log.get(stream) ?? []).slice(from, from + maxCount));
    },
    readAll: notAsked,
    subscribeToAll: notAsked,
    dispose: () => {
      disposed = true;
      return Promise.resolve();
    },
  };
};

/** The same on a server that has taken away what comes before this revision. */
export const truncatedClient = (log: FakeLog, before: number): FakeClient => {
  const client = fakeClient(log);
  return {
    ...client,
    readStream: (stream, options) =>
      client.readStream(stream, {
        ...options,
        fromRevision: BigInt(Math.max(before, Number(options.fromRevision))),
      }),
  };
};
