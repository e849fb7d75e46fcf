import { laterOf, millisecondsOf, type Instant } from '../../domain/kernel/instant.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import type { Personal } from '../../domain/kernel/message.js';
import { eventIdOf } from '../identity/derived-ids.js';
import type { PersonalDigests } from '../identity/fingerprint.js';
import type { EventMetadata, NewEvent, StoredEvent, StreamName } from '../ports/event-store.js';
import type { KeyVault } from '../ports/key-vault.js';
import { isJsonObject } from './json-object.js';
import { seal, unseal } from './sealing.js';

/** An event as a decision proposes it. */
export interface ProposedEvent {
  readonly type: string;
  readonly data: unknown;
  /** When it happened, where that is not when the command's own act did. */
  readonly occurredAt?: Instant;
  readonly personal?: Personal;
}

/** What all events of one command share. */
export interface Envelope {
  readonly stream: StreamName;
  /** Revision of the first event: a ciphertext is bound to its place. */
  readonly revision: number;
  readonly occurredAt: Instant;
  readonly zone: string;
  readonly now: Instant;
  /** When the stream's last event was recorded: time never runs backwards within a stream. */
  readonly lastRecordedAt: Instant | undefined;
  /** Of the personal values that the command was given: each is sealed with its person's first values. */
  readonly digests?: PersonalDigests;
  /** How many milliseconds before the clock a fact may lie without being marked as dated back. */
  readonly grace?: number;
  readonly metadata: Omit<EventMetadata, 'index' | 'commandSize' | 'backdated'>;
}

/**
 * The only place where what a decision proposes becomes what a store keeps: ids are derived, personal values are
 * sealed with their person's key, and nothing personal is left in the clear (design: promise 9).
 */
export interface Codec {
  readonly encode: (
    proposed: readonly [ProposedEvent, ...ProposedEvent[]],
    envelope: Envelope,
  ) => readonly [NewEvent, ...NewEvent[]] | Promise<readonly [NewEvent, ...NewEvent[]]>;
  /** Opens the personal values of an event, by person. A person whose key is gone is absent. */
  readonly open: (event: StoredEvent) => Promise<Readonly<Record<string, JsonObject>>>;
  /** Digests of what the command of these events was given, as far as the keys are held. */
  readonly digestsIn: (events: readonly StoredEvent[]) => Promise<PersonalDigests>;
}

/** Beside a person's values. No field of an event can have this name. */
const asked = '$asked';

const isText = (value: unknown): value is string => typeof value === 'string';

const hasValues = (fields: JsonObject): boolean => Object.values(fields).some((value) => value !== undefined);

/**
 * A person's values with the digests of what they were made of: their own, and once that of what has no person's name.
 * What was put in is taken off the list.
 */
const withDigests = (fields: JsonObject, person: string, digests: Map<string, string>): JsonObject => {
  const here: Record<string, string> = {};
  for (const whose of [person, '']) {
    const digest = digests.get(whose);
    if (digest === undefined) continue;
    here[whose] = digest;
    digests.delete(whose);
  }
  return Object.keys(here).length === 0 ? fields : { ...fields, [asked]: here };
};

const isBackdated = (occurredAt: Instant, now: Instant, grace = 0): boolean =>
  occurredAt < now && millisecondsOf(now) - millisecondsOf(occurredAt) > grace;

const personsIn = (proposed: readonly ProposedEvent[]): string[] => {
  const persons = new Set<string>();
  for (const { personal } of proposed) {
    if (personal === undefined) continue;
    for (const [person, fields] of Object.entries(personal)) if (hasValues(fields)) persons.add(person);
  }
  return [...persons];
};

export const createCodec = (vault: KeyVault, versionOf: (type: string) => number): Codec => {
  const sealAll = (
    event: ProposedEvent,
    stream: StreamName,
    revision: number,
    digests: Map<string, string>,
  ): Record<string, string> | undefined => {
    if (event.personal === undefined) return undefined;
    const sealed: Record<string, string> = {};
    for (const [person, fields] of Object.entries(event.personal)) {
      const key = hasValues(fields) ? vault.cachedKey(person) : undefined;
      if (key !== undefined)
        sealed[person] = seal(
          key,
          { stream, type: event.type, revision, person },
          withDigests(fields, person, digests),
        );
    }
    return Object.keys(sealed).length === 0 ? undefined : sealed;
  };

  const encodeNow = (
    proposed: readonly [ProposedEvent, ...ProposedEvent[]],
    {
      stream,
      revision,
      occurredAt: commanded,
      zone,
      now,
      grace,
      lastRecordedAt,
      digests,
      metadata,
    }: Envelope,
  ): readonly [NewEvent, ...NewEvent[]] => {
    const recordedAt = lastRecordedAt === undefined ? now : laterOf(now, lastRecordedAt);
    const unsealed = new Map(digests === undefined ? [] : Object.entries(digests));
    const one = (event: ProposedEvent, index: number): NewEvent => {
      const sealed = sealAll(event, stream, revision + index, unsealed);
      const { occurredAt = commanded } = event;
      const backdated = isBackdated(occurredAt, now, grace) ? ({ backdated: true } as const) : undefined;
      return {
        id: eventIdOf(stream, metadata.commandId, index),
        type: event.type,
        version: versionOf(event.type),
        occurredAt,
        zone,
        recordedAt,
        data: isJsonObject(event.data) ? event.data : {},
        ...(sealed === undefined ? undefined : { sealed }),
        metadata: { ...metadata, ...backdated, index, commandSize: proposed.length },
      };
    };
    const [first, ...rest] = proposed;
    return [one(first, 0), ...rest.map((event, index) => one(event, index + 1))];
  };

  const encode: Codec['encode'] = (proposed, envelope) => {
    const missing = personsIn(proposed).filter((person) => vault.cachedKey(person) === undefined);
    if (missing.length === 0) return encodeNow(proposed, envelope);
    return Promise.all(missing.map((person) => vault.keyFor(person))).then(() =>
      encodeNow(proposed, envelope),
    );
  };

  const openAll = async (event: StoredEvent): Promise<Readonly<Record<string, JsonObject>>> => {
    const opened: Record<string, JsonObject> = {};
    for (const [person, ciphertext] of Object.entries(event.sealed ?? {})) {
      const key = await vault.existingKey(person);
      const { stream, type, revision } = event;
      const fields =
        key === undefined ? undefined : unseal(key, { stream, type, revision, person }, ciphertext);
      if (fields !== undefined) opened[person] = fields;
    }
    return opened;
  };

  const open: Codec['open'] = async (event) =>
    Object.fromEntries(
      Object.entries(await openAll(event)).map(([person, { [asked]: _digests, ...fields }]) => [
        person,
        fields,
      ]),
    );

  const digestsIn: Codec['digestsIn'] = async (events) => {
    const found: Record<string, string> = {};
    for (const event of events)
      for (const { [asked]: digests } of Object.values(await openAll(event)))
        if (isJsonObject(digests))
          for (const [person, digest] of Object.entries(digests)) if (isText(digest)) found[person] = digest;
    return found;
  };

  return { encode, open, digestsIn };
};
