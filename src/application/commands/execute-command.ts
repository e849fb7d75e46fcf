import type { Decider } from '../../domain/kernel/decider.js';
import type { Decision, Refused } from '../../domain/kernel/decision.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { CommandOf, EventOf } from '../../domain/kernel/message.js';
import { couldBeSame, type Fingerprint } from '../identity/fingerprint.js';
import type { EventStore, NewEvent, StoredEvent, StreamName } from '../ports/event-store.js';
import type { Codec, Envelope } from '../schema/codec.js';
import type { ClockRefusal } from '../schema/wrong-clock.js';
import { oneAtATime } from './one-at-a-time.js';
import { noneAccepted, type Accepted, type Giver } from './accepted.js';
import { recordedOf } from './recorded.js';
import { createStreamCache, type CachedStream } from './stream-cache.js';

/** Who asks for what, and how it hangs together with the rest. */
export interface CommandMeta {
  readonly commandId: string;
  readonly actor: string;
  readonly role: string;
  /** The party that the actor is or acts for, where that is not the actor. */
  readonly party?: string | undefined;
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
  /** What it asks: an id that stands for another command is refused (`command-id-reused`). Absent: not compared. */
  readonly fingerprint?: Fingerprint;
}

export interface Executable<Commands, State, Context> {
  readonly stream: StreamName;
  readonly meta: CommandMeta;
  /** What the clock said when the command came. It is read once: an attempt that is decided anew has the same now. */
  readonly now: Instant;
  /**
   * Why the caller may not give this command, asked before anything is told of an earlier one with its id: the outcome
   * of a command goes only to who may give it.
   */
  readonly mayGive?: (state: State) => Refused | null;
  /** The command, made once it is known to be new: whatever it costs, a duplicate costs nothing. */
  readonly command: (state: State) => CommandOf<Commands> | Promise<CommandOf<Commands>>;
  /** What the decision is told besides; asked anew for each attempt, where it looks at other streams. */
  readonly context: (occurredAt: Instant, state: State) => Context | Promise<Context>;
}

export type Execution =
  | ({ readonly ok: true; readonly revision: number; readonly duplicate: boolean } & Pick<
      Accepted,
      'firstRevision' | 'types' | 'position' | 'occurredAt'
    >)
  | (Extract<Decision<never>, { readonly ok: false }> & { readonly ok: false });

/** The aggregate as the executor needs it: the decider, and which stored events are its own. */
export interface Executed<Commands, Events, State, Context, Code extends string> {
  readonly decider: Decider<Commands, Events, State, Context, Code>;
  readonly isEvent: (event: StoredEvent) => event is StoredEvent & EventOf<Events>;
}

const attempts = 16;

/**
 * Load, decide, append: the one path by which anything changes. First is asked whether the caller may give the command,
 * then whether it was accepted before: then it gives its first outcome (I-25), and another command with its id is
 * refused. A conflict is decided anew on what is there now; a refusal is only given on the newest state.
 */
export const createExecutor = <Commands, Events, State, Context, Code extends string>(
  { decider, isEvent }: Executed<Commands, Events, State, Context, Code>,
  {
    store,
    codec,
    cached = 5_000,
    clockRefusal = () => null,
  }: {
    readonly store: EventStore;
    readonly codec: Codec;
    readonly cached?: number;
    /** Asked once the caller is known to be allowed to ask (default: any clock will do). */
    readonly clockRefusal?: ClockRefusal | undefined;
  },
): {
  readonly execute: (executable: Executable<Commands, State, Context>) => Promise<Execution>;
  readonly load: (stream: StreamName) => Promise<CachedStream<State>>;
  /** Like `load`, with what other programs appended since. */
  readonly current: (stream: StreamName) => Promise<CachedStream<State>>;
} => {
  const cache = createStreamCache<State>(cached);
  const inTurn = oneAtATime();
  const unknown: CachedStream<State> = {
    state: decider.initial,
    revision: -1,
    recordedAt: undefined,
    accepted: noneAccepted(),
  };

  const foldedOn = (known: CachedStream<State>, events: readonly StoredEvent[]): CachedStream<State> => {
    let { state, revision, recordedAt, accepted } = known;
    for (const event of events) {
      const { commandId, actor, role, party } = event.metadata;
      if (isEvent(event)) state = decider.evolve(state, event, recordedOf(event));
      const before = accepted.get(commandId);
      accepted = accepted.with(commandId, {
        firstRevision: before?.firstRevision ?? event.revision,
        types: [...(before?.types ?? []), event.type],
        position: event.position,
        occurredAt: before?.occurredAt ?? event.occurredAt,
        fingerprint: event.metadata.fingerprint,
        by: { actor, role, party },
      });
      revision = event.revision;
      recordedAt = event.recordedAt;
    }
    return { state, revision, recordedAt, accepted };
  };

  /** What is known now, with whatever others appended since. */
  const refreshed = async (stream: StreamName, known: CachedStream<State>): Promise<CachedStream<State>> => {
    const newer = await store.read(stream, { from: known.revision + 1 });
    if (newer.length === 0) return known;
    const next = foldedOn(known, newer);
    cache.set(stream, next);
    return next;
  };

  const load = async (stream: StreamName): Promise<CachedStream<State>> =>
    cache.get(stream) ?? (await refreshed(stream, unknown));

  const current = async (stream: StreamName): Promise<CachedStream<State>> =>
    refreshed(stream, await load(stream));

  const again = (
    { firstRevision, types, position, occurredAt }: Accepted,
    duplicate: boolean,
  ): Execution => ({
    ok: true,
    revision: firstRevision + types.length - 1,
    duplicate,
    firstRevision,
    types,
    position,
    occurredAt,
  });

  const stored = (
    stream: StreamName,
    known: CachedStream<State>,
    events: readonly [NewEvent, ...NewEvent[]],
    proposed: readonly EventOf<Events>[],
    position: string,
  ): Execution => {
    const first = known.revision + 1;
    const { occurredAt, metadata, recordedAt } = events[0];
    const { actor, role, party } = metadata;
    let { state } = known;
    proposed.forEach((event, index) => {
      const told = events[index] ?? events[0];
      state = decider.evolve(state, event, recordedOf({ ...told, revision: first + index }));
    });
    const accepted = {
      firstRevision: first,
      types: events.map(({ type }) => type),
      position,
      occurredAt,
      fingerprint: metadata.fingerprint,
      by: { actor, role, party },
    };
    const all = known.accepted.with(metadata.commandId, accepted);
    cache.set(stream, { state, revision: first + events.length - 1, recordedAt, accepted: all });
    return again(accepted, false);
  };

  /** The outcome of the command that was accepted with this id, unless it asked something else. */
  const repeated = async (
    stream: StreamName,
    { commandId, fingerprint }: CommandMeta,
    accepted: Accepted,
  ): Promise<Execution> => {
    if (fingerprint === undefined || accepted.fingerprint === undefined) return again(accepted, true);
    const reused = { ok: false, code: 'command-id-reused', details: { commandId } } as const;
    if (fingerprint.open !== accepted.fingerprint) return reused;
    const { personal } = fingerprint;
    if (personal === undefined) return again(accepted, true);
    const { firstRevision: from, types } = accepted;
    const events = await store.read(stream, { from, to: from + types.length - 1 });
    return couldBeSame(personal, await codec.digestsIn(events)) ? again(accepted, true) : reused;
  };

  /** The events of a decision, each with the time of its own fact. */
  const dated = <E extends EventOf<Events>>(
    [first, ...rest]: readonly [E, ...E[]],
    circumstances: Context,
  ): readonly [E & { occurredAt?: Instant }, ...(E & { occurredAt?: Instant })[]] => {
    const { timeOf } = decider;
    if (timeOf === undefined) return [first, ...rest];
    const one = (event: E) => ({ ...event, occurredAt: timeOf(event, circumstances) });
    return [one(first), ...rest.map(one)];
  };

  /** Why nothing may be added to the stream as it is, whatever the command says. */
  const placeRefusal = (meta: CommandMeta, now: Instant, known: CachedStream<State>): Refused | null =>
    revisionRefusal(meta, known) ?? clockRefusal(now, known.recordedAt);

  /** Decides a command on what is known, and stores what follows; `undefined` where another append came first. */
  const decideAndStore = async (
    { stream, meta, now, mayGive, command, context }: Executable<Commands, State, Context>,
    known: CachedStream<State>,
  ): Promise<Execution | undefined> => {
    const occurredAt = meta.occurredAt ?? now;
    const made = context(occurredAt, known.state);
    const circumstances = made instanceof Promise ? await made : made;
    const decision =
      mayGive?.(known.state) ??
      placeRefusal(meta, now, known) ??
      decider.decide(await command(known.state), known.state, circumstances);
    if (!decision.ok) return decision;
    const proposed = dated(decision.events, circumstances);
    const encoding = codec.encode(proposed, envelopeOf(stream, meta, known, now, occurredAt));
    const events = 'then' in encoding ? await encoding : encoding;
    const expect = known.revision === -1 ? 'none' : known.revision;
    const outcome = await store.append({ stream, expect, commandId: meta.commandId, events });
    return outcome.kind === 'appended'
      ? stored(stream, known, events, decision.events, outcome.position)
      : undefined;
  };

  /**
   * The command that was accepted with this id, where the caller may be told of it. Who gave it may, also where it
   * handed on what they were in charge of.
   */
  const earlier = (
    { meta, mayGive }: Executable<Commands, State, Context>,
    { accepted, state }: CachedStream<State>,
  ): Accepted | undefined => {
    const found = accepted.get(meta.commandId);
    if (found === undefined || isGiver(found, meta)) return found;
    return mayGive === undefined || mayGive(state) === null ? found : undefined;
  };

  const run = async (executable: Executable<Commands, State, Context>): Promise<Execution> => {
    const { stream, meta } = executable;
    let known = cache.get(stream) ?? (await load(stream));
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const before = earlier(executable, known);
      if (before !== undefined) return repeated(stream, meta, before);
      const execution = await decideAndStore(executable, known);
      if (execution?.ok === true) return execution;
      const newer = await refreshed(stream, known);
      if (execution !== undefined && newer === known) return execution;
      known = newer;
    }
    return { ok: false, code: 'too-busy', details: { stream, attempts } };
  };

  return { execute: (executable) => inTurn(executable.stream, () => run(executable)), load, current };
};

const isGiver = ({ by }: Accepted, { actor, role, party }: Giver): boolean =>
  by.actor === actor && by.role === role && by.party === party;

const revisionRefusal = (
  { expectedRevision }: CommandMeta,
  { revision }: { readonly revision: number },
):
  | { readonly ok: false; readonly code: string; readonly details: { expected: number; actual: number } }
  | undefined =>
  expectedRevision === undefined || expectedRevision === revision
    ? undefined
    : { ok: false, code: 'revision-conflict', details: { expected: expectedRevision, actual: revision } };

const envelopeOf = (
  stream: StreamName,
  meta: CommandMeta,
  known: { readonly revision: number; readonly recordedAt: Instant | undefined },
  now: Instant,
  occurredAt: Instant,
): Envelope => {
  const { commandId, actor, role, party, provider, zone, source, fingerprint } = meta;
  return {
    stream,
    revision: known.revision + 1,
    occurredAt,
    zone,
    now,
    lastRecordedAt: known.recordedAt,
    grace: meta.grace,
    digests: fingerprint?.personal,
    metadata: {
      commandId,
      correlationId: meta.correlationId ?? commandId,
      causationId: meta.causationId ?? commandId,
      actor,
      role,
      ...(party === undefined ? undefined : { party }),
      provider,
      ...(source === undefined ? undefined : { source }),
      ...(fingerprint === undefined ? undefined : { fingerprint: fingerprint.open }),
    },
  };
};
