import { reasonOf } from '../../errors/reason-of.js';
import type { Logger } from '../../ports/logger.js';
import type { StaffNotice, StaffNotifier } from '../../ports/staff-notices.js';
import type { Timers } from '../../ports/timers.js';
import { deadlinesProcess } from './due-lapse.js';

interface DeliveryParts {
  readonly notifier: StaffNotifier;
  readonly timers: Timers;
  readonly logger: Logger;
}

/** Seconds that a host has for a notice. */
const longest = 30;

/**
 * Delivers notices, each for as long as a host has for it and no longer than its run: a mail server that never answers
 * holds up neither the deadlines nor the end of the program. False where it was not delivered.
 */
export const noticeDelivery =
  ({ notifier, timers, logger }: DeliveryParts) =>
  async (notice: StaffNotice, signal: AbortSignal): Promise<boolean> => {
    let stopWaiting = (): void => undefined;
    const givenUp = new Promise<never>((_resolve, reject) => {
      const onAbort = (): void => reject(new Error('the run was ended'));
      const cancel = timers.after(longest * 1_000, () => reject(new Error(`no answer within ${longest} s`)));
      signal.addEventListener('abort', onAbort, { once: true });
      stopWaiting = () => {
        cancel();
        signal.removeEventListener('abort', onAbort);
      };
    });
    const given = async (): Promise<void> => notifier.deliver(notice);
    try {
      await Promise.race([given(), givenUp]);
      return true;
    } catch (fault) {
      const [process, reason] = [deadlinesProcess, reasonOf(fault)];
      logger.warn('notice not delivered', { process, key: notice.key, reason });
      return false;
    } finally {
      stopWaiting();
    }
  };
