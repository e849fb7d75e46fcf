import { isUsageFault } from './faults.js';

/** 0 done; 1 refused by a rule or a fault found; 2 wrong use or bad input; 3 a part cannot be used. */
export type ExitStatus = 0 | 1 | 2 | 3;

export const done: ExitStatus = 0;

/** What the library and its parts say of input that they cannot take; every other fault of theirs is a part's. */
const badInput =
  /^(log|mapping|profile|input|option|query|read)-|^(no-mapping|provider-unknown|copy-corrupt|copy-is-store|event-too-large|append-invalid)$/;

const refusals: ReadonlySet<string> = new Set([
  'interrupted',
  'folio-unknown',
  'folio-malformed',
  'folio-check-failed',
  'folio-other-provider',
  'nothing-to-tell',
  'migrate-conflict',
  'migrate-differs',
]);

/** The exit status that a fault's code stands for. */
export const statusOfFault = (code: string): ExitStatus => {
  if (refusals.has(code)) return 1;
  return isUsageFault(code) || badInput.test(code) ? 2 : 3;
};

/** The exit status of a command that the library refused: what it could not read is the caller's fault. */
export const statusOfRefusal = (code: string): ExitStatus => (badInput.test(code) ? 2 : 1);
