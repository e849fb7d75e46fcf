import type { KeyObject } from 'node:crypto';
import { laterOf, millisecondsOf, type Instant } from '../../domain/kernel/instant.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import type { Personal } from '../../domain/kernel/message.js';
import { eventIdOf } from '../identity/derived-ids.js';
import type { PersonalDigests } from '../identity/fingerprint.js';
import type { KeyAnswer, Keyring } from '../ports/keyring.js';
import type { EventMetadata, NewEvent, StoredEvent, StreamName } from '../ports/event-store.js';
import { isJsonObject } from './json-object.js';
import { isBeyondBelief } from './wrong-clock.js';
import { isCodedError } from '../errors/coded-error.js';
import { vaultLocked } from '../errors/key-faults.js';
import { noVault, seal, unseal } from './sealing.js';

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
  /**
   * When the stream's last event was recorded: time does not run backwards within a stream, unless a clock was more than
   * a day ahead.
   */
  readonly lastRecordedAt: Instant | undefined;
  /** Of the personal values that the command was given: each is sealed with its person's first values. */
  readonly digests?: PersonalDigests;
  /** How many milliseconds before the clock a fact may lie without being marked as dated back. */
  readonly grace?: number;
  readonly metadata: Omit<EventMetadata, 'index' | 'commandSize' | 'backdated'>;
}

/**
 * What there is of a person's values in an event: the values; or why there are none to read. Only what was destroyed was
 * erased: a key that is missing may be found again, and a ciphertext that is damaged may be in a back-up.
 */
export type SealedReading =
  | { readonly kind: 'opened'; readonly fields: JsonObject }
  | { readonly kind: 'destroyed' | 'key-missing' | 'ciphertext-invalid' };

/**
 * The only place where what a decision proposes becomes what a store keeps: ids are derived, personal values are
 * sealed with their person's key, and nothing personal is left in the clear (design: promise 9).
 */
export interface Codec {
  readonly encode: (
    proposed: readonly [ProposedEvent, ...ProposedEvent[]],
    envelope: Envelope,
  ) => readonly [NewEvent, ...NewEvent[]] | Promise<readonly [NewEvent, ...NewEvent[]]>;
  /** Makes the keys that these events are to be sealed with, where there are none: what hinders that is thrown before. */
  readonly haveKeys: (proposed: readonly ProposedEvent[]) => Promise<void>;
  /** What there is of the personal values of an event, by person. */
  readonly read: (event: StoredEvent) => Promise<Readonly<Record<string, SealedReading>>>;
  /** The personal values of an event that can be opened, by person. */
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

/** In a vault that cannot be used, every key is missing to who reads; of one that is held for a moment it is not known. */
const withoutVault = (fault: unknown): KeyAnswer => {
  if (isCodedError(fault) && fault.code === 'keys-unavailable' && fault.details['reason'] !== vaultLocked)
    return { kind: 'missing' };
  throw fault;
};

/** Persons' keys for one command. */
type Keys = ReadonlyMap<string, KeyObject>;

export const createCodec = (
  keyring: Pick<Keyring, 'keyFor' | 'keyAtHand' | 'lookUp' | 'vaultTag'>,
  versionOf: (type: string) => number,
): Codec => {
  const sealAll = (
    event: ProposedEvent,
    stream: StreamName,
    revision: number,
    digests: Map<string, string>,
    keys: Keys,
    vault: Buffer,
  ): Record<string, string> | undefined => {
    if (event.personal === undefined) return undefined;
    const sealed: Record<string, string> = {};
    for (const [person, fields] of Object.entries(event.personal)) {
      const key = hasValues(fields) ? keys.get(person) : undefined;
      if (key !== undefined)
        sealed[person] = seal(
          key,
          { stream, type: event.type, revision, person },
          withDigests(fields, person, digests),
          vault,
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
    keys: Keys,
    vault: Buffer,
  ): readonly [NewEvent, ...NewEvent[]] => {
    const isLater = lastRecordedAt !== undefined && !isBeyondBelief(now, lastRecordedAt);
    const recordedAt = isLater ? laterOf(now, lastRecordedAt) : now;
    const unsealed = new Map(digests === undefined ? [] : Object.entries(digests));
    const one = (event: ProposedEvent, index: number): NewEvent => {
      const sealed = sealAll(event, stream, revision + index, unsealed, keys, vault);
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
    const keys = new Map<string, KeyObject>();
    const missing = personsIn(proposed).filter((person) => {
      const key = keyring.keyAtHand(person);
      if (key !== undefined) keys.set(person, key);
      return key === undefined;
    });
    const vault = keys.size === 0 ? noVault : keyring.vaultTag();
    if (missing.length === 0 && !('then' in vault)) return encodeNow(proposed, envelope, keys, vault);
    return (async () => {
      await Promise.all(missing.map(async (person) => keys.set(person, await keyring.keyFor(person))));
      return encodeNow(proposed, envelope, keys, await keyring.vaultTag());
    })();
  };

  const haveKeys: Codec['haveKeys'] = async (proposed) => {
    const missing = personsIn(proposed).filter((person) => keyring.keyAtHand(person) === undefined);
    await Promise.all(missing.map((person) => keyring.keyFor(person)));
  };

  const readingOf = async (
    { stream, type, revision }: StoredEvent,
    person: string,
    ciphertext: string,
  ): Promise<SealedReading> => {
    const answer = await keyring.lookUp(person).catch(withoutVault);
    if (answer.kind === 'destroyed') return answer;
    if (answer.kind === 'missing') return { kind: 'key-missing' };
    const fields = unseal(
      answer.key,
      { stream, type, revision, person },
      ciphertext,
      await keyring.vaultTag(),
    );
    if (fields === 'foreign') return { kind: 'key-missing' };
    return fields === 'invalid' ? { kind: 'ciphertext-invalid' } : { kind: 'opened', fields };
  };

  const withoutDigests = (reading: SealedReading): SealedReading => {
    if (reading.kind !== 'opened') return reading;
    const { [asked]: _digests, ...fields } = reading.fields;
    return { kind: 'opened', fields };
  };

  const readAll = async (event: StoredEvent): Promise<readonly (readonly [string, SealedReading])[]> => {
    const readings: (readonly [string, SealedReading])[] = [];
    for (const [person, ciphertext] of Object.entries(event.sealed ?? {}))
      readings.push([person, await readingOf(event, person, ciphertext)]);
    return readings;
  };

  const read: Codec['read'] = async (event) =>
    Object.fromEntries(
      (await readAll(event)).map(([person, reading]) => [person, withoutDigests(reading)] as const),
    );

  const open: Codec['open'] = async (event) =>
    Object.fromEntries(
      Object.entries(await read(event)).flatMap(([person, reading]) =>
        reading.kind === 'opened' ? [[person, reading.fields] as const] : [],
      ),
    );

  const digestsIn: Codec['digestsIn'] = async (events) => {
    const found: Record<string, string> = {};
    for (const event of events)
      for (const [, reading] of await readAll(event)) {
        const digests = reading.kind === 'opened' ? reading.fields[asked] : undefined;
        if (isJsonObject(digests))
          for (const [person, digest] of Object.entries(digests)) if (isText(digest)) found[person] = digest;
      }
    return found;
  };

  return { encode, haveKeys, read, open, digestsIn };
};
