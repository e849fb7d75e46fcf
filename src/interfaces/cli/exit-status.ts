import type { RefusalKind } from '../../domain/kernel/refusal.js';

/** 0 done; 1 refused by a rule or a fault found; 2 wrong use or bad input; 3 a part cannot be used. */
export type ExitStatus = 0 | 1 | 2 | 3;

export const done: ExitStatus = 0;

const statuses: Readonly<Record<RefusalKind, ExitStatus>> = {
  rule: 1,
  forbidden: 1,
  'not-found': 1,
  conflict: 1,
  invalid: 2,
  unavailable: 3,
};

/** The exit status that a refusal or a fault of that kind stands for. */
export const statusOf = (kind: RefusalKind): ExitStatus => statuses[kind];
