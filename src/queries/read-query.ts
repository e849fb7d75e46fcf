import { readBy, type By } from '../application/commands/actors.js';
import { readOptions } from '../application/commands/read-options.js';
import { copyOf, isSignal, reading } from '../application/host-values.js';
import { actorInvalid } from '../application/commands/refusals.js';
import type { PersonalDigests } from '../application/identity/fingerprint.js';
import { isReference } from '../application/identity/reference.js';
import type { ReadAllOptions, StoredEvent } from '../application/ports/event-store.js';
import { isEventType, schemas, type EventType } from '../application/schema/catalogue.js';
import { channels, languages, type Channel, type Language } from '../domain/complaint/vocabulary.js';
import { readInstant, type Instant } from '../domain/kernel/instant.js';
import type { Bilingual } from '../domain/texts/language.js';
import type { AsOfInstants } from './case-view.js';
import type { HistoriesAsked } from './histories.js';
import { mostEvents } from './events.js';
import { between, forms, nearHint, oneOf, queryInvalid, unreadable } from './query-faults.js';

/** A part of a query as plain data, each property read once. Throws `query-invalid` where it cannot be read. */
export const copyOfQuery = <Value>(what: string, given: Value): Value => {
  const read = copyOf(given);
  if (!read.ok) throw unreadable(what);
  return read.value;
};

/** What a look at a part of a query finds. Throws `query-invalid` where looking at it throws. */
export const lookedAtQuery = <Found>(what: string, look: () => Found): Found => {
  const read = reading(look);
  if (!read.ok) throw unreadable(what);
  return read.value;
};

/** Who asks. Throws `actor-invalid` for anything that is not a well-formed actor: it sees nothing. */
export const actorOf = (by: unknown): By => {
  const read = readBy(by);
  if (read === undefined) throw actorInvalid();
  return read;
};

/** The parts of an argument by name. Throws `query-invalid` for what is no object, and for a name that is not known. */
export const readQuery = (
  what: string,
  given: unknown,
  names: readonly string[],
  form: Bilingual = forms.object,
): Readonly<Record<string, unknown>> => {
  const read = readOptions(given, names);
  if (read.ok) return read.values;
  if (read.reason === 'not-readable') throw unreadable(what);
  throw read.at === ''
    ? queryInvalid(what, given, form)
    : queryInvalid(what, read.at, nearHint(read.at, names));
};

/** A moment of a query. Throws `query-invalid` under the name it was given by. */
export const instantOfQuery = (what: string, given: unknown): Instant | undefined => {
  if (given === undefined) return undefined;
  const at = readInstant(given);
  if (at === undefined) throw queryInvalid(what, given, forms.moment);
  return at;
};

/** What ends a long call. Throws `query-invalid` for what is no `AbortSignal`. */
export const signalOfQuery = (given: unknown): AbortSignal | undefined => {
  const signal = lookedAtQuery('signal', () => (isSignal(given) ? given : undefined));
  if (given !== undefined && signal === undefined) throw queryInvalid('signal', given, forms.signal);
  return signal;
};

/** Characters: more than the values of a person in an event take, which is 60,000 bytes at most. */
const longestSealed = 100_000;

const isSealed = (given: unknown): boolean =>
  given === undefined ||
  (typeof given === 'object' &&
    given !== null &&
    Object.values(given).every((each: unknown) => typeof each === 'string' && each.length <= longestSealed));

const isStored = (given: unknown): boolean =>
  typeof given === 'object' && given !== null && (!('sealed' in given) || isSealed(given.sealed));

/** Stored events, read once. Throws `query-invalid` for what is no list of them. */
export const eventsOfQuery = (given: readonly StoredEvent[]): readonly StoredEvent[] => {
  const events = copyOfQuery('events', given);
  const areEvents: boolean = Array.isArray(events) && events.every(isStored);
  if (!areEvents) throw queryInvalid('events', events, forms.list);
  return events;
};

/** As of when a case is asked for. Throws `query-invalid`. */
export const asOfInstants = (given: unknown): AsOfInstants => {
  const { at, knownAt } = readQuery('options', given, ['at', 'knownAt']);
  return { at: instantOfQuery('at', at), knownAt: instantOfQuery('knownAt', knownAt) };
};

/** One word of a closed list. Throws `query-invalid`. */
export const wordOfQuery = <Word extends string>(
  what: string,
  given: unknown,
  words: readonly Word[],
): Word => {
  const word = words.find((each) => each === given);
  if (word === undefined) throw queryInvalid(what, given, oneOf(words));
  return word;
};

/** Characters: more than a folio as people type it, a name of ours or a position of any store has. */
const longestName = 1_000;
/** Control characters and half characters stand in no name. */
const unfitForName = /[\p{Cc}\p{Cs}]/u;

const isName = (given: unknown): given is string =>
  typeof given === 'string' && given.length <= longestName && !unfitForName.test(given);

/**
 * A text that names something, such as a folio. Throws `query-invalid` for what cannot be a name; what it names, the query
 * finds.
 */
export const nameOfQuery = (what: string, given: unknown): string => {
  if (!isName(given)) throw queryInvalid(what, given, typeof given === 'string' ? undefined : forms.text);
  return given;
};

/** A reference of the host's, such as the id of a command. Throws `query-invalid` for what no command would take as one. */
export const referenceOfQuery = (what: string, given: unknown): string => {
  if (typeof given !== 'string' || !isReference(given)) throw queryInvalid(what, given, forms.reference);
  return given;
};

/** More persons than one command speaks of. */
const mostDigests = 1_000;

const isDigests = (given: unknown): given is PersonalDigests => {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false;
  const digests: readonly unknown[] = Object.values(given);
  return digests.length <= mostDigests && digests.every((each) => typeof each === 'string');
};

/** Digests of personal values by person, read once. Throws `query-invalid` for what is none. */
export const digestsOfQuery = (given: unknown): PersonalDigests => {
  const digests = copyOfQuery('digests', given);
  if (!isDigests(digests)) throw queryInvalid('digests', digests, forms.object);
  return digests;
};

/** The language that a text is asked for in. Throws `query-invalid`. */
export const languageOfQuery = (options: unknown): Language | undefined => {
  const { language } = readQuery('options', options, ['language']);
  return language === undefined ? undefined : wordOfQuery('language', language, languages);
};

/** As of when clocks are asked for, and in which language. Throws `query-invalid`. */
export const clocksAsked = (
  options: unknown,
): { readonly asOf: AsOfInstants; readonly language: Language | undefined } => {
  const { at, knownAt, language } = readQuery('options', options, ['at', 'knownAt', 'language']);
  return {
    asOf: { at: instantOfQuery('at', at), knownAt: instantOfQuery('knownAt', knownAt) },
    language: language === undefined ? undefined : wordOfQuery('language', language, languages),
  };
};

const textOfQuery = (what: string, given: unknown): string | undefined =>
  given === undefined ? undefined : nameOfQuery(what, given);

/** Types of events that the catalogue knows: of a misspelt one, nothing would be found, and no mistake be seen. */
const eventTypesOfQuery = (given: unknown): readonly EventType[] | undefined => {
  if (given === undefined) return undefined;
  const types = copyOfQuery('types', given);
  if (!Array.isArray(types)) throw queryInvalid('types', types, forms.list);
  return types.map((each: unknown) => {
    if (typeof each !== 'string') throw queryInvalid('types', each, forms.text);
    if (!isEventType(each)) throw queryInvalid('types', each, nearHint(each, Object.keys(schemas)));
    return each;
  });
};

/** Which events are asked for. Throws `query-invalid`; whether the numbers will do, the store says (`read-invalid`). */
export const readEventsQuery = (
  options: unknown,
): Pick<ReadAllOptions, 'after' | 'limit' | 'types'> & { readonly folio?: string } => {
  const { limit, after, types, folio } = readQuery('options', options, ['limit', 'after', 'types', 'folio']);
  if (typeof limit !== 'number') throw queryInvalid('limit', limit, between(1, mostEvents));
  return {
    limit,
    after: textOfQuery('after', after),
    types: eventTypesOfQuery(types),
    folio: textOfQuery('folio', folio),
  };
};

/** Which letters that are due are asked for; without a limit, those of a thousand events. Throws `query-invalid`. */
export const dueNoticesAsked = (
  options: unknown,
): {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly channels?: readonly Channel[] | undefined;
} => {
  const {
    after,
    limit = 1000,
    channels: named,
  } = readQuery('options', options, ['after', 'limit', 'channels']);
  if (typeof limit !== 'number') throw queryInvalid('limit', limit, between(1, mostEvents));
  const given = named === undefined ? undefined : copyOfQuery('channels', named);
  if (given !== undefined && !Array.isArray(given)) throw queryInvalid('channels', given, forms.list);
  return {
    after: textOfQuery('after', after),
    limit,
    channels: given?.map((each: unknown) => wordOfQuery('channels', each, channels)),
  };
};

/** Which complaints are asked for with all their events. Throws `query-invalid`. */
export const readHistoriesQuery = (options: unknown): HistoriesAsked => {
  const { limit, after, asOf, ...dates } = readQuery('options', options, [
    ...['limit', 'after', 'asOf', 'at', 'knownAt'],
  ]);
  if (typeof limit !== 'number') throw queryInvalid('limit', limit, between(1, mostEvents));
  return {
    ...asOfInstants(dates),
    limit,
    after: textOfQuery('after', after),
    asOf: instantOfQuery('asOf', asOf),
  };
};
