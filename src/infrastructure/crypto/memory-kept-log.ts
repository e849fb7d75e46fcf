import { sameBytes } from '../../application/audit/merkle/hash.js';
import type { SignedCheckpoint } from '../../application/audit/notes/checkpoint.js';
import type { KeptLog, LoggedEntry } from '../../application/ports/kept-log.js';

/** A log that lives as long as the process: for tests and trials. */
export const memoryKeptLog = (): KeptLog => {
  const entries: LoggedEntry[] = [];
  const heads = new Map<number, SignedCheckpoint>();
  return {
    size: () => Promise.resolve(entries.length),
    read: (from, limit) => Promise.resolve(entries.slice(from, from + limit)),
    placeOf: (hash) => {
      const place = entries.findIndex((entry) => sameBytes(entry.hash, hash));
      return Promise.resolve(place === -1 ? undefined : place);
    },
    append: (size, added) => {
      if (size !== entries.length) return Promise.resolve(false);
      entries.push(...added);
      return Promise.resolve(true);
    },
    keepHead: (head) => {
      heads.set(head.size, head);
      return Promise.resolve();
    },
    heads: () => Promise.resolve([...heads.values()].sort((one, other) => one.size - other.size)),
    close: () => Promise.resolve(),
  };
};
