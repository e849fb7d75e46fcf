import type { Rule } from './fault.js';

/** The rules in force for one kind of call. Each is used up as it strikes; of several that fit, the oldest strikes. */
export interface FaultQueue<Fault> {
  readonly add: (rule: Rule<string, Fault>) => void;
  readonly clear: () => void;
  /** The fault that strikes a call on this stream, if one does. */
  readonly strike: (stream: string) => Fault | undefined;
  /** How many faults struck so far. */
  readonly struck: () => number;
}

export const createFaultQueue = <Fault>(): FaultQueue<Fault> => {
  let armed: { readonly rule: Rule<string, Fault>; wait: number; left: number }[] = [];
  let struck = 0;
  return {
    add: (rule) => void armed.push({ rule, wait: rule.after ?? 0, left: rule.times ?? 1 }),
    clear: () => {
      armed = [];
    },
    strike: (stream) => {
      const fitting = armed.filter(({ rule }) => stream.startsWith(rule.stream ?? ''));
      const next = fitting.find(({ wait }) => wait === 0);
      for (const each of fitting) each.wait = Math.max(0, each.wait - 1);
      if (next === undefined) return undefined;
      next.left -= 1;
      armed = armed.filter(({ left }) => left > 0);
      struck += 1;
      return next.rule.fault;
    },
    struck: () => struck,
  };
};
