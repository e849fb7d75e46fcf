import type { PersonRef } from '../../kernel/message.js';
import type { ComplaintEvents, ComplaintEventType, PersonalField } from '../events.js';
import type { Fact } from '../evolve.js';
import { life } from '../life.js';
import type { Disclosed, Words } from './disclosed.js';

/**
 * Of every event whether a party is told of it, and of every personal value whose words they are. Free text of staff is
 * for the house unless it is said in a field for the user (`forUser`). An event or a field without its line does not
 * compile.
 */
const disclosures: { readonly [T in ComplaintEventType]: Disclosed<ComplaintEvents[T], PersonalField<T>> } =
  life.disclosed;

/** True for what a party is told of their own request: everything but the house's own notes and signals. */
export const isForParties = (event: Fact<ComplaintEventType>): boolean =>
  event.type === 'NoteAdded' ? event.data.visibility === 'user' : disclosures[event.type].to === 'parties';

/** The names of the fields of an event's data that the house alone is told. */
export const houseFieldsOf = (type: ComplaintEventType): readonly string[] =>
  disclosures[type].houseFields ?? [];

const isNamed = (data: object, field: string, party: PersonRef): boolean => {
  const named: unknown = Object.entries(data).find(([name]) => name === field)?.[1];
  return Array.isArray(named) && named.includes(party);
};

/** The names of the fields of an event's data that this party is not told. */
export const fieldsHiddenFrom = (
  { type, data }: { readonly type: ComplaintEventType; readonly data: object },
  party: PersonRef,
): readonly string[] => {
  const { toSome } = disclosures[type];
  return toSome === undefined || isNamed(data, toSome.named, party)
    ? houseFieldsOf(type)
    : [...houseFieldsOf(type), toSome.field];
};

const wordsOf = (type: ComplaintEventType): Readonly<Record<string, Words>> => disclosures[type].words;

/**
 * What a personal value of an event is, by who said it. Whatever is said in an event that a party is not told of is the
 * house's, and so is a field that is not known.
 */
export const wordsIn = (
  event: Fact<ComplaintEventType>,
  field: string,
  role: string,
): Exclude<Words, 'speaker'> => {
  if (!isForParties(event)) return 'house';
  const all = wordsOf(event.type);
  const words = Object.hasOwn(all, field) ? all[field] : undefined;
  if (words === 'speaker') return role === 'user' || 'saidBy' in event.data ? 'user' : 'house';
  return words ?? 'house';
};

/** True where an event has a field of its own for what the user is told. */
export const hasWordsForUser = (type: ComplaintEventType): boolean => Object.hasOwn(wordsOf(type), 'forUser');
