import { codeOf } from '../../../application/errors/code-of.js';
import { systemTimers } from '../../../infrastructure/shared/system/system-timers.js';
import { interrupted } from '../faults.js';
import type { Session } from '../session/session.js';
import type { Subcommand } from './subcommand.js';

/** Milliseconds that the work has to come to a safe place and close what it opened; the user is answered within a second. */
const longest = 600;

/** How work ends that was told to stop: parts that were in the middle of something call that a fault of theirs. */
const endedBySignal: ReadonlySet<string> = new Set([
  ...['interrupted', 'store-failed', 'store-closed', 'rows-behind'],
]);

/**
 * Ends with the work; where the user interrupts, soon and whatever it does: work that has not ended by itself by then is left
 * to itself, as where the process is killed. Then throws `interrupted`, with what the subcommand says of it.
 */
export const soonInterrupted = async <Result>(
  work: Promise<Result>,
  { signal }: Pick<Session, 'signal'>,
  { ifInterrupted }: Pick<Subcommand, 'ifInterrupted'>,
): Promise<Result> => {
  let takeBack = (): void => undefined;
  let begin = (): void => undefined;
  const late = new Promise<never>((_, reject) => {
    begin = () => {
      takeBack = systemTimers.after(longest, () => {
        reject(interrupted(ifInterrupted));
      });
    };
    if (signal.aborted) begin();
    else signal.addEventListener('abort', begin, { once: true });
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    const isEnded = signal.aborted && endedBySignal.has(codeOf(error) ?? '');
    throw isEnded ? interrupted(ifInterrupted) : error;
  } finally {
    signal.removeEventListener('abort', begin);
    takeBack();
  }
};
