/** What an event of a complaint names, for the entries that show one. */
export type * from './messages.js';
export type * from './shapes.js';
export type { ComplaintEvent, ComplaintEvents, ComplaintEventType, ComplaintSealed } from './events.js';
export type { personalFields } from './personal-fields.js';
export type { EventOf, PersonalFields, Recorded } from '../kernel/message.js';
export type { Money } from '../kernel/money.js';
