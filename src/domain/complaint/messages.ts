/** What the stages record and what they take: the shapes of all events and commands. */
export type * from './filing/messages.js';
export type * from './triage/messages.js';
export type * from './follow-up/messages.js';
export type * from './parties/messages.js';
export type * from './penalty/messages.js';
export type * from './visit/messages.js';
export type * from './diagnosis/messages.js';
export type * from './repair/messages.js';
export type * from './ruling/messages.js';
export type * from './compensation/messages.js';
export type * from './notice/messages.js';
export type * from './service/messages.js';
export type * from './escalation/messages.js';
export type * from './authority/messages.js';
export type * from './deadlines/messages.js';
export type * from './ending/messages.js';
export type * from './correction/messages.js';
export type { Excepted } from './separation-of-duties.js';
