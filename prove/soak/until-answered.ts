import { setTimeout as rest } from 'node:timers/promises';
import { isCodedError, type CommandResult } from 'quejas';

const pause = 250;

/** Sends a command, with the same id, until an answer says what became of it. Throws what no repetition would change. */
export const untilAnswered = async (
  send: () => Promise<CommandResult>,
  { fault, isOver }: { readonly fault: (code: string) => void; readonly isOver: () => boolean },
): Promise<CommandResult> => {
  for (;;) {
    try {
      return await send();
    } catch (error) {
      if (!isCodedError(error) || error.code !== 'store-unavailable' || isOver()) throw error;
      fault(error.code);
      await rest(pause);
    }
  }
};
