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
}

export const told = { to: 'parties', words: {} } as const;
export const explainedToTheHouse = { to: 'parties', words: { explanation: 'house' } } as const;
export const ofTheHouse = { to: 'house', words: {} } as const;
