export type { By } from '../application/actors.js';
export * from './builders-people.js';
export * from './builders-times.js';
export * from './builders-terms.js';
export * from './builders-events.js';
export * from './builders-commands.js';
export { happened, on, storyOf, type Past, type RecordedEvent, type Step, type Told } from './history.js';
export type { Outcome } from './outcome.js';
export { given, type Story } from './specification.js';
