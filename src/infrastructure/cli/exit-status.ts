import { isUsageFault } from './faults.js';

/** 0 done; 1 refused by a rule or a fault found; 2 wrong use or bad input; 3 a part cannot be used. */
export type ExitStatus = 0 | 1 | 2 | 3;

/** What the library and its parts say of input that they cannot take; every other fault of theirs is a part's. */
const badInput: ReadonlySet<string> = new Set([
  'append-invalid',
  'event-too-large',
  'input-invalid',
  'backup-invalid',
  'log-invalid',
  'log-unreadable',
  'mapping-invalid',
  'mapping-unknown',
  'no-mapping',
  'profile-invalid',
  'profile-unreadable',
  'provider-unknown',
]);

const refusals: ReadonlySet<string> = new Set(['interrupted', 'not-filed']);

/** The exit status that a fault's code stands for. */
export const statusOfFault = (code: string): ExitStatus => {
  if (refusals.has(code)) return 1;
  return isUsageFault(code) || badInput.has(code) ? 2 : 3;
};

/** The exit status of a command that the library refused: what it could not read is the caller's fault. */
export const statusOfRefusal = (code: string): ExitStatus => (badInput.has(code) ? 2 : 1);
