import type { Published } from '../../domain/sla/clocks/read-clocks.js';

/** The policies and calendars that rows count by: those of every provider that was opened over them. */
export interface KnownVersions extends Published {
  /** Adds more of them, which are asked before what was known. */
  readonly learn: (published: Published) => void;
}

export const knownVersions = (): KnownVersions => {
  const all: Published[] = [];
  const found = <Value>(ask: (published: Published) => Value | undefined): Value | undefined => {
    for (const published of all) {
      const value = ask(published);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  return {
    policyOf: (ref) => found(({ policyOf }) => policyOf(ref)),
    calendarOf: (ref) => found(({ calendarOf }) => calendarOf(ref)),
    learn: (published) => {
      if (!all.includes(published)) all.unshift(published);
    },
  };
};
