import { storeError } from '../../application/errors/store-error.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import { useCount } from './use-count.js';

/** A part that may be used until it is closed. */
export interface UntilClosed {
  /** Throws `store-closed` after `close()`. */
  readonly using: <Result>(work: () => Result | Promise<Result>) => Promise<Result>;
  readonly isClosed: () => boolean;
  /** Ends when everything that was begun before is done, and what is left to do at the end. */
  readonly close: () => Promise<void>;
}

export const untilClosed = (
  details: JsonObject = {},
  atTheEnd: () => void | Promise<void> = () => undefined,
): UntilClosed => {
  const inUse = useCount();
  let closing: Promise<void> | undefined;

  const shut = async (): Promise<void> => {
    await inUse.ended();
    await atTheEnd();
  };

  return {
    using: async (work) => {
      if (closing !== undefined) throw storeError('store-closed', details);
      inUse.begin();
      try {
        return await work();
      } finally {
        inUse.end();
      }
    },
    isClosed: () => closing !== undefined,
    close: () => (closing ??= shut()),
  };
};
