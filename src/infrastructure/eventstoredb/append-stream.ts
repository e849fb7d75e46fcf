import type {
  AppendOutcome,
  AppendRequest,
  Position,
  StoredEvent,
} from '../../application/ports/event-store.js';
import { isStoreError, storeError } from '../../application/errors/store-error.js';
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
  /** Reads a stream from this revision on, and records what is known of it; gives up at the deadline. */
  readonly read: (stream: string, from: number, deadline: number) => Promise<readonly StoredEvent[]>;
  readonly timers: Timers;
  readonly tuning: Tuning;
}

/** Stores one append; gives up at the deadline (by the timers' clock). */
export type AppendStream = (request: AppendRequest, deadline: number) => Promise<AppendOutcome>;

/** One append while it is under way. */
interface Appending extends PreparedAppend {
  readonly deadline: number;
}

type Found = Extract<AppendOutcome, { readonly kind: 'duplicate' }>;

interface Sent {
  readonly result: AppendResult;
  readonly sentAt: number;
  /** How far the log had come before, if what was known of the stream was old. */
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
 * Stores one append at an exact revision, whatever its expectation was: only then does the server recognise an append
 * that it has already. If the outcome of an attempt is in doubt, the very same append is sent again; if another append
 * came between, the stream is searched for our own events before anything is answered. One at a time for each stream.
 */
export const appendStream = ({ call, streams, read, timers, tuning }: AppendParts): AppendStream => {
  const seen = horizon(timers, tuning.freshFor);
  const isFresh = ({ seenAt }: KnownStream): boolean => timers.now() - seenAt <= tuning.freshFor;

  const ledgerOf = (stream: string): KnownStream => streams.get(stream) ?? unknownStream();

  const lookAt = async (stream: string, from: number, deadline: number): Promise<KnownStream> => {
    await read(stream, from, deadline);
    return ledgerOf(stream);
  };

  /**
   * What is known of a stream; read again if that was some time ago, unless the position of the next append will tell
   * whether it was there already.
   */
  const current = ({ stream, deadline }: Appending): KnownStream | Promise<KnownStream> => {
    const known = streams.get(stream);
    const isEnough = known !== undefined && (isFresh(known) || seen.position() !== undefined);
    return isEnough ? known : lookAt(stream, (known?.revision ?? -1) + 1, deadline);
  };

  /**
   * Events that begin a stream go by their own ids: the server then also refuses them if the stream was deleted. Later
   * ones go by their content.
   */
  const proposedAt = ({ stream, events, bodies }: Appending, revision: number): ProposedEvent[] =>
    events.map((event, index) => proposedEvent(stream, event, revision === -1 ? undefined : bodies[index]));

  const send = (appending: Appending, revision: number): Promise<CallOutcome<AppendResult>> => {
    const { stream, deadline } = appending;
    const proposed = proposedAt(appending, revision);
    const exact = exactly(revision);
    const options = { expectedRevision: exact, streamState: exact, requiresLeader: true };
    return call((client) => client.appendToStream(stream, proposed, options), deadline);
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

  /** Where the events are of an append that the server says it has. */
  const foundFrom = async (
    first: number,
    { stream, commandId, deadline }: Appending,
  ): Promise<{ readonly found: Found; readonly events: readonly StoredEvent[] }> => {
    const events = await read(stream, first, deadline);
    const found = earlier(ledgerOf(stream), commandId);
    if (found?.kind === 'duplicate') return { found, events };
    // The server has an event that cannot be read any more: the stream was deleted, and perhaps begun again behind it.
    if (events[0]?.revision !== first) throw storeError('stream-gone', { stream });
    throw storeError('store-unavailable', { reason: 'append-unplaced' });
  };

  /**
   * A stream begins once, and what its first command was told (a folio) stays. If two hosts begin it with the same
   * command, the server takes the second append for the first sent again, whatever differs: so it is read back.
   */
  const begun = async (appending: Appending, sentAt: number): Promise<AppendOutcome> => {
    const { found, events } = await foundFrom(0, appending);
    if (!isWhatWasSent(events, appending, 0)) return found;
    seen.note(found.position, sentAt);
    return appendedAt(found);
  };

  const placed = (
    appending: Appending,
    known: KnownStream,
    { result, sentAt, before }: Sent,
  ): AppendOutcome | Promise<AppendOutcome> => {
    const { position: logPosition, nextExpectedRevision } = result;
    const first = known.revision + 1;
    if (
      logPosition === undefined ||
      Number(nextExpectedRevision) !== known.revision + appending.events.length
    )
      return foundFrom(first, appending).then(({ found }) => appendedAt(found));
    const position = positionOf(logPosition);
    // It lies where the log had come to before: another process sent the very same append, and was first.
    if (before !== undefined && position <= before)
      return foundFrom(first, appending).then(({ found }) => found);
    return first === 0 ? begun(appending, sentAt) : stored(appending, known, position, sentAt);
  };

  /**
   * What a conflict means. If the stream has our command, it was stored by an attempt of ours whose answer was lost, or
   * by another process: it is ours only if its content is what was sent.
   */
  const afterConflict = async (
    appending: Appending,
    { revision }: KnownStream,
    attempts: number,
  ): Promise<AppendOutcome | undefined> => {
    const { stream, commandId, expect, deadline } = appending;
    const events = await read(stream, revision + 1, deadline);
    const newer = ledgerOf(stream);
    const found = earlier(newer, commandId);
    if (found?.kind === 'duplicate')
      return attempts > 1 && isWhatWasSent(events, appending, found.firstRevision)
        ? appendedAt(found)
        : found;
    return isAsExpected(expect, newer.revision) ? undefined : conflictAt(newer.revision);
  };

  const attempt = async (appending: Appending, known: KnownStream): Promise<AppendOutcome | undefined> => {
    const tooLarge = oversized(appending, known.revision + 1);
    if (tooLarge !== undefined) throw tooLarge;
    const sentAt = timers.now();
    const before = isFresh(known) ? undefined : seen.position();
    const outcome = await send(appending, known.revision);
    // A client that was told not to throw answers a conflict with `success: false`.
    return outcome.kind === 'done' && outcome.result.success
      ? placed(appending, known, { result: outcome.result, sentAt, before })
      : afterConflict(appending, known, outcome.attempts);
  };

  /**
   * The server counts events that it does not give: another append is on its way to the other nodes, or they were
   * removed. The whole stream is read again after growing pauses; in the end they count as removed.
   */
  const lookAgain = async ({ stream, deadline }: Appending, tries: number): Promise<KnownStream> => {
    const pause = tuning.firstPause * 2 ** tries;
    // What is left after the pause must do for the read.
    if (2 * pause > deadline - timers.now()) throw storeError('stream-gone', { stream });
    await new Promise<void>((resolve) => timers.after(pause, resolve));
    streams.forget(stream);
    return lookAt(stream, 0, deadline);
  };

  const append = async (appending: Appending): Promise<AppendOutcome> => {
    const { expect, commandId, deadline } = appending;
    let known = await current(appending);
    for (let unread = 0; ;) {
      const before = earlier(known, commandId);
      if (before !== undefined) return before;
      if (!isAsExpected(expect, known.revision)) {
        known = await lookAt(appending.stream, known.revision + 1, deadline);
        const found = earlier(known, commandId);
        if (found !== undefined) return found;
        if (!isAsExpected(expect, known.revision)) return conflictAt(known.revision);
      }
      const { revision } = known;
      const outcome = await attempt(appending, known);
      if (outcome !== undefined) return outcome;
      known = await current(appending);
      if (known.revision === revision) known = await lookAgain(appending, unread++);
    }
  };

  return async (request, deadline) => {
    const prepared = prepareAppend(request);
    checkSize(prepared.bodies, tuning.largestAppend);
    try {
      return await append({ ...prepared, deadline });
    } catch (error) {
      // Its outcome is unknown: the next append reads the stream first.
      streams.forget(prepared.stream);
      // A read that failed after the append was sent leaves the append in doubt.
      throw isStoreError(error) && error.code === 'store-unavailable'
        ? storeError(error.code, error.details, error)
        : error;
    }
  };
};
