import { fault } from '../faults.js';
import type { Session } from './session.js';

/** Ends with the work, or with `interrupted` as soon as the user wants to stop; the work is then left to itself. */
export const unlessInterrupted = async <Result>(
  work: Promise<Result>,
  { signal }: Pick<Session, 'signal'>,
): Promise<Result> => {
  let stop = (): void => undefined;
  const interrupted = new Promise<never>((_, reject) => {
    stop = () => {
      reject(fault('interrupted'));
    };
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([work, interrupted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
};
