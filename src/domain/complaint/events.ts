import type { EventOf } from '../kernel/message.js';
import type { life } from './life.js';

/** Every event of a complaint and what it tells, in the order in which a complaint is lived. */
export type ComplaintEvents = NonNullable<typeof life.shapes>['events'];

/** For every event the personal values sealed beside it, and whose they are. */
export type ComplaintSealed = typeof life.events;

/** Name of an event of a complaint. */
export type ComplaintEventType = keyof ComplaintEvents;

/** A fact about one complaint; what is personal in it is sealed when it is stored. */
export type ComplaintEvent<T extends ComplaintEventType = ComplaintEventType> = EventOf<
  ComplaintEvents,
  T,
  ComplaintSealed
>;

/** Name of a personal value that is sealed beside an event of this type; one that is misspelt does not compile. */
export type PersonalField<T extends ComplaintEventType = ComplaintEventType> = {
  [K in T]: keyof ComplaintSealed[K] & string;
}[T];
