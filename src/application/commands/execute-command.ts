import type { Decider } from '../../domain/kernel/decider.js';
import type { Decision } from '../../domain/kernel/decision.js';
import { millisecondsOf, type Instant } from '../../domain/kernel/instant.js';
import type { CommandOf, EventOf } from '../../domain/kernel/message.js';
import type { EventStore, NewEvent, StoredEvent, StreamName } from '../ports/event-store.js';
import type { Codec, Envelope } from '../schema/codec.js';
import { oneAtATime } from './one-at-a-time.js';
import { noneAccepted, type Accepted } from './accepted.js';
import { createStreamCache, type KnownStream } from './stream-cache.js';

/** Who asks for what, and how it hangs together with the rest. */
export interface CommandMeta {
  readonly commandId: string;
  readonly actor: string;
  readonly role: string;
  readonly provider: string;
  readonly zone: string;
  /** When it happened; where absent, now. */
  readonly occurredAt?: Instant;
  readonly correlationId?: string;
  readonly causationId?: string;
  readonly source?: string;
  /** How many milliseconds before the clock it may have happened without being marked as dated back (default 0). */
  readonly grace?: number;
  /** The revision the caller decided on. Where it is another by now the command is refused, never decided anew. */
  readonly expectedRevision?: number;
}

export interface Executable<Commands, State, Context> {
  readonly stream: StreamName;
  readonly meta: CommandMeta;
  /** What the clock said when the command came. It is read once: an attempt that is decided anew has the same now. */
  readonly now: Instant;
  /** The command, made once it is known to be new: whatever it costs, a duplicate costs nothing. */
  readonly command: (state: State) => CommandOf<Commands> | Promise<CommandOf<Commands>>;
  readonly context: (occurredAt: Instant) => Context;
}

export type Execution =
  | ({ readonly ok: true; readonly revision: number; readonly duplicate: boolean } & Accepted)
  | (Extract<Decision<never>, { readonly ok: false }> & { readonly ok: false });

/** The aggregate as the executor needs it: the decider, and which stored events are its own. */
export interface Executed<Commands, Events, State, Context, Code extends string> {
  readonly decider: Decider<Commands, Events, State, Context, Code>;
  readonly isEvent: (event: StoredEvent) => event is StoredEvent & EventOf<Events>;
}

const attempts = 16;

/**
 * Load, decide, append: the one path by which anything changes. A conflict is decided anew on what is there now; a
 * command seen before gives its first outcome (I-25); a refusal is only given on the newest state.
 */
export const createExecutor = <Commands, Events, State, Context, Code extends string>(
  { decider, isEvent }: Executed<Commands, Events, State, Context, Code>,
  { store, codec, cached = 20_000 }: { store: EventStore; codec: Codec; cached?: number },
): {
  readonly execute: (executable: Executable<Commands, State, Context>) => Promise<Execution>;
  readonly load: (stream: StreamName) => Promise<KnownStream<State>>;
} => {
  const cache = createStreamCache<State>(cached);
  const inTurn = oneAtATime();
  const unknown: KnownStream<State> = {
    state: decider.initial,
    revision: -1,
    recordedAt: undefined,
    accepted: noneAccepted(),
  };

  const followed = (known: KnownStream<State>, events: readonly StoredEvent[]): KnownStream<State> => {
    let { state, revision, recordedAt, accepted } = known;
    for (const event of events) {
      const { commandId, actor, role } = event.metadata;
      if (isEvent(event)) state = decider.evolve(state, event, { ...event, actor, role });
      const before = accepted.get(commandId);
      accepted = accepted.with(commandId, {
        firstRevision: before?.firstRevision ?? event.revision,
        types: [...(before?.types ?? []), event.type],
        position: event.position,
      });
      revision = event.revision;
      recordedAt = event.recordedAt;
    }
    return { state, revision, recordedAt, accepted };
  };

  /** What is known now, with whatever others appended since. */
  const refreshed = async (stream: StreamName, known: KnownStream<State>): Promise<KnownStream<State>> => {
    const newer = await store.read(stream, { from: known.revision + 1 });
    if (newer.length === 0) return known;
    const next = followed(known, newer);
    cache.set(stream, next);
    return next;
  };

  const load = async (stream: StreamName): Promise<KnownStream<State>> =>
    cache.get(stream) ?? (await refreshed(stream, unknown));

  const again = (accepted: Accepted, duplicate: boolean): Execution => ({
    ok: true,
    revision: accepted.firstRevision + accepted.types.length - 1,
    duplicate,
    ...accepted,
  });

  const stored = (
    stream: StreamName,
    known: KnownStream<State>,
    events: readonly [NewEvent, ...NewEvent[]],
    proposed: readonly EventOf<Events>[],
    position: string,
  ): Execution => {
    const first = known.revision + 1;
    let { state } = known;
    proposed.forEach((event, index) => {
      const { occurredAt, metadata } = events[0];
      const { actor, role } = metadata;
      state = decider.evolve(state, event, { revision: first + index, occurredAt, actor, role });
    });
    const accepted = { firstRevision: first, types: events.map(({ type }) => type), position };
    const all = known.accepted.with(events[0].metadata.commandId, accepted);
    cache.set(stream, {
      state,
      revision: first + events.length - 1,
      recordedAt: events[0].recordedAt,
      accepted: all,
    });
    return again(accepted, false);
  };

  const run = async ({
    stream,
    meta,
    now,
    command,
    context,
  }: Executable<Commands, State, Context>): Promise<Execution> => {
    let known = await load(stream);
    const occurredAt = meta.occurredAt ?? now;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const before = known.accepted.get(meta.commandId);
      if (before !== undefined) return again(before, true);
      const refusal = revisionRefusal(meta, known);
      const decision =
        refusal ?? decider.decide(await command(known.state), known.state, context(occurredAt));
      if (!decision.ok) {
        const newer = await refreshed(stream, known);
        if (newer === known) return decision;
        known = newer;
        continue;
      }
      const encoding = codec.encode(decision.events, envelopeOf(stream, meta, known, now, occurredAt));
      const events = 'then' in encoding ? await encoding : encoding;
      const expect = known.revision === -1 ? 'none' : known.revision;
      const outcome = await store.append({ stream, expect, commandId: meta.commandId, events });
      if (outcome.kind === 'appended')
        return stored(stream, known, events, decision.events, outcome.position);
      known = await refreshed(stream, known);
    }
    return { ok: false, code: 'too-busy', details: { stream, attempts } };
  };

  return { execute: (executable) => inTurn(executable.stream, () => run(executable)), load };
};

const revisionRefusal = (
  { expectedRevision }: CommandMeta,
  { revision }: { readonly revision: number },
):
  | { readonly ok: false; readonly code: string; readonly details: { expected: number; actual: number } }
  | undefined =>
  expectedRevision === undefined || expectedRevision === revision
    ? undefined
    : { ok: false, code: 'revision-conflict', details: { expected: expectedRevision, actual: revision } };

const isBackdated = (occurredAt: Instant, now: Instant, grace = 0): boolean =>
  occurredAt < now && millisecondsOf(now) - millisecondsOf(occurredAt) > grace;

const envelopeOf = (
  stream: StreamName,
  meta: CommandMeta,
  known: { readonly revision: number; readonly recordedAt: Instant | undefined },
  now: Instant,
  occurredAt: Instant,
): Envelope => {
  const { commandId, actor, role, provider, zone, source } = meta;
  return {
    stream,
    revision: known.revision + 1,
    occurredAt,
    zone,
    now,
    lastRecordedAt: known.recordedAt,
    metadata: {
      commandId,
      correlationId: meta.correlationId ?? commandId,
      causationId: meta.causationId ?? commandId,
      actor,
      role,
      provider,
      ...(source === undefined ? undefined : { source }),
      ...(isBackdated(occurredAt, now, meta.grace) ? { backdated: true } : undefined),
    },
  };
};
