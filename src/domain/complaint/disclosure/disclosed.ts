/**
 * What a personal value is to those who may read it: the name of a party; how a person is reached; where they live;
 * words said by or to the user; words that are the user's where a user said them, and the house's where staff did; and
 * words for the house.
 */
export type Words = 'name' | 'contact' | 'address' | 'user' | 'speaker' | 'house';

/** Who is told of an event, and of what in it. */
export interface Disclosed<Data, Field extends string> {
  /** The parties are told of it, or the house alone. */
  readonly to: 'parties' | 'house';
  /** What each personal value of it is. */
  readonly words: Readonly<Record<Field, Words>>;
  /** Fields of its data that the house alone is told, because the event that changes them is hidden. */
  readonly houseFields?: readonly (keyof Data & string)[];
  /** A field of its data that only those parties are told whom another field names. */
  readonly toSome?: { readonly field: keyof Data & string; readonly named: keyof Data & string };
}

export const told = { to: 'parties', words: {} } as const;
export const explainedToTheHouse = { to: 'parties', words: { explanation: 'house' } } as const;
/** Of another complaint's folio, those alone are told who are its parties too. */
export const toldOfTheOther = {
  to: 'parties',
  words: {},
  houseFields: ['toldTo'],
  toSome: { field: 'of', named: 'toldTo' },
} as const;
export const ofTheHouse = { to: 'house', words: {} } as const;
