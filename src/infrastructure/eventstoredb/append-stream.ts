import type {
  AppendOutcome,
  AppendRequest,
  Position,
  StoredEvent,
} from '../../application/ports/event-store.js';
import { storeError } from '../../application/errors/store-error.js';
import { oversized, prepareAppend, type PreparedAppend } from '../../application/schema/append-check.js';
import type { Timers } from '../../application/ports/timers.js';
import { conflictAt, isAsExpected } from '../shared/expectation.js';
import type { Call, CallOutcome } from './calls.js';
import type { AppendResult, ExactRevision, ProposedEvent } from './client.js';
import { proposedEvent } from './envelope.js';
import { horizon } from './horizon.js';
import { isWhatWasSent } from './read-back.js';
import { earlier, unknownStream, type KnownStream, type KnownStreams } from './known-streams.js';
import { positionOf } from './log-position.js';
import type { Tuning } from './tuning.js';

interface AppendParts {
  readonly call: Call;
  readonly streams: KnownStreams;
  /** Reads what a stream has from this revision on, and takes it in. */
  readonly read: (stream: string, from: number) => Promise<readonly StoredEvent[]>;
  readonly timers: Timers;
  readonly tuning: Tuning;
}

type Found = Extract<AppendOutcome, { readonly kind: 'duplicate' }>;

interface Sent {
  readonly result: AppendResult;
  readonly sentAt: number;
  /** How far the log had come before, where what was known of the stream was old. */
  readonly before: Position | undefined;
}

const exactly = (revision: number): ExactRevision => (revision === -1 ? 'no_stream' : BigInt(revision));

const appendedAt = ({ revision, position }: Found): AppendOutcome => ({
  kind: 'appended',
  revision,
  position,
});

const checkSize = (bodies: readonly string[], limit: number): void => {
  const bytes = bodies.reduce((sum, body) => sum + Buffer.byteLength(body), 0);
  if (bytes > limit) throw storeError('append-too-large', { bytes, limit });
};

/**
 * Stores one append at an exact revision, whatever its expectation was: only then does the server know an append that
 * it has already. Where the outcome of an attempt is in doubt the very same append is sent again, and where another
 * one came between, our own command is looked for before anything is said. One at a time for each stream.
 */
export const appendStream = ({ call, streams, read, timers, tuning }: AppendParts) => {
  const seen = horizon(timers, tuning.freshFor);
  const isFresh = ({ seenAt }: KnownStream): boolean => timers.now() - seenAt <= tuning.freshFor;

  const ledgerOf = (stream: string): KnownStream => streams.get(stream) ?? unknownStream();

  const lookAt = async (stream: string, from: number): Promise<KnownStream> => {
    await read(stream, from);
    return ledgerOf(stream);
  };

  /**
   * What is known of a stream, looked at again where that was some time ago; unless the place that the next append gets
   * will tell whether it was there already.
   */
  const current = (stream: string): KnownStream | Promise<KnownStream> => {
    const known = streams.get(stream);
    const isEnough = known !== undefined && (isFresh(known) || seen.position() !== undefined);
    return isEnough ? known : lookAt(stream, (known?.revision ?? -1) + 1);
  };

  const send = (
    { stream }: AppendRequest,
    events: ProposedEvent[],
    revision: number,
  ): Promise<CallOutcome<AppendResult>> => {
    const exact = exactly(revision);
    const options = { expectedRevision: exact, streamState: exact, requiresLeader: true };
    return call((client) => client.appendToStream(stream, events, options));
  };

  const stored = (
    { events, commandId }: PreparedAppend,
    known: KnownStream,
    position: Position,
    sentAt: number,
  ): AppendOutcome => {
    const firstRevision = known.revision + 1;
    const revision = known.revision + events.length;
    seen.note(position, sentAt);
    known.revision = revision;
    known.seenAt = timers.now();
    known.commands.set(commandId, { firstRevision, revision, position });
    return { kind: 'appended', revision, position };
  };

  /** What the ledger says of an append of which the server said that it is there; and what was read from there on. */
  const foundAmong = (
    events: readonly StoredEvent[],
    { stream, commandId }: PreparedAppend,
    first: number,
  ): Found => {
    const found = earlier(ledgerOf(stream), commandId);
    if (found?.kind === 'duplicate') return found;
    // The server knows what nobody can read any more: the stream was deleted, and perhaps begun again behind it.
    if (events[0]?.revision !== first) throw storeError('stream-gone', { stream });
    throw storeError('store-unavailable', { reason: 'append-unplaced' });
  };

  /**
   * A stream begins once, and what its first command was told (a folio) is told on. Where two hosts begin it with the
   * same command the server takes the second for the first sent again, whatever differs in it: so it is read back.
   */
  const begun = async (prepared: PreparedAppend, sentAt: number): Promise<AppendOutcome> => {
    const events = await read(prepared.stream, 0);
    const found = foundAmong(events, prepared, 0);
    if (!isWhatWasSent(events, prepared)) return found;
    seen.note(found.position, sentAt);
    return appendedAt(found);
  };

  const placed = (
    prepared: PreparedAppend,
    known: KnownStream,
    { result, sentAt, before }: Sent,
  ): AppendOutcome | Promise<AppendOutcome> => {
    const { position: place, nextExpectedRevision } = result;
    const first = known.revision + 1;
    const lookFor = async (): Promise<Found> =>
      foundAmong(await read(prepared.stream, first), prepared, first);
    if (place === undefined || Number(nextExpectedRevision) !== known.revision + prepared.events.length)
      return lookFor().then(appendedAt);
    const position = positionOf(place);
    // It lies where the log had come to before: another process sent the same command, and was first.
    if (before !== undefined && position <= before) return lookFor();
    return first === 0 ? begun(prepared, sentAt) : stored(prepared, known, position, sentAt);
  };

  /** What a conflict means once the stream was looked at: ours after all, or really another's. */
  const afterConflict = (
    known: KnownStream,
    { commandId }: AppendRequest,
    attempts: number,
  ): AppendOutcome | undefined => {
    const found = earlier(known, commandId);
    return found?.kind !== 'duplicate' || attempts === 1 ? found : appendedAt(found);
  };

  const attempt = async (
    prepared: PreparedAppend,
    known: KnownStream,
  ): Promise<AppendOutcome | undefined> => {
    const { stream, events, expect } = prepared;
    const tooLarge = oversized(prepared, known.revision + 1);
    if (tooLarge !== undefined) throw tooLarge;
    const proposed = events.map((event) => proposedEvent(stream, event));
    const sentAt = timers.now();
    const before = isFresh(known) ? undefined : seen.position();
    const outcome = await send(prepared, proposed, known.revision);
    // A client that was told not to throw says a conflict so.
    if (outcome.kind === 'done' && outcome.result.success)
      return placed(prepared, known, { result: outcome.result, sentAt, before });
    const newer = await lookAt(stream, known.revision + 1);
    const found = afterConflict(newer, prepared, outcome.attempts);
    if (found !== undefined) return found;
    return isAsExpected(expect, newer.revision) ? undefined : conflictAt(newer.revision);
  };

  /**
   * The server counts events that it does not give: another's append is on its way to the other nodes, or they were
   * taken away. All is looked at again after a pause, and in the end it is the latter.
   */
  const lookAgain = async (stream: string, began: number, tries: number): Promise<KnownStream> => {
    const left = began + tuning.patience - timers.now();
    if (left <= 0) throw storeError('stream-gone', { stream });
    const pause = Math.min(left, tuning.firstPause * 2 ** tries);
    await new Promise<void>((resolve) => timers.after(pause, resolve));
    streams.forget(stream);
    return lookAt(stream, 0);
  };

  return async (request: AppendRequest): Promise<AppendOutcome> => {
    const prepared = prepareAppend(request);
    checkSize(prepared.bodies, tuning.largestAppend);
    const { stream, expect, commandId } = prepared;
    try {
      const began = timers.now();
      let known = await current(stream);
      for (let unread = 0; ;) {
        const before = earlier(known, commandId);
        if (before !== undefined) return before;
        if (!isAsExpected(expect, known.revision)) {
          const from = known.revision + 1;
          known = await lookAt(stream, from);
          const found = earlier(known, commandId);
          if (found !== undefined) return found;
          if (!isAsExpected(expect, known.revision)) return conflictAt(known.revision);
        }
        const { revision } = known;
        const outcome = await attempt(prepared, known);
        if (outcome !== undefined) return outcome;
        known = await current(stream);
        if (known.revision === revision) known = await lookAgain(stream, began, unread++);
      }
    } catch (error) {
      // What became of it is not known: the next append looks first.
      streams.forget(stream);
      throw error;
    }
  };
};
