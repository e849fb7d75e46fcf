import type { Timers } from '../../application/ports/timers.js';
import { storeError } from '../../application/ports/store-error.js';

/**
 * Waits no longer than this for work that may never end: the clients set no deadline of their own on what matters.
 * Throws `store-unavailable`; what the work does later is nobody's any more.
 */
export const within = async <Result>(
  timers: Timers,
  milliseconds: number,
  work: Promise<Result>,
): Promise<Result> => {
  let takeBack: () => void = () => undefined;
  const tooLong = new Promise<never>((_, reject) => {
    takeBack = timers.after(milliseconds, () => {
      reject(storeError('store-unavailable', { reason: `no answer within ${String(milliseconds)} ms` }));
    });
  });
  // Both may fail after the race is over: by then nobody waits for them.
  work.catch(() => undefined);
  tooLong.catch(() => undefined);
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    takeBack();
  }
};
