import type { SubscribeFault } from '../faults/fault.js';
import type { LoggedEvent, Position } from '../log/event.js';
import { caughtUpMessage, checkpointMessage, confirmationMessage, eventMessage } from '../grpc/messages.js';
import type { Outlet } from '../grpc/outlet.js';
import { consumerTooSlow } from '../grpc/rpc-errors.js';

/** What a subscription sends, with what goes wrong in it. */
export interface Emission {
  readonly confirm: (id: string) => void;
  readonly event: (event: LoggedEvent) => void;
  readonly checkpoint: (position: Position) => void;
  readonly caughtUp: () => void;
  /** Whether anything more is sent: false once it ended, failed, fell silent or was left. */
  readonly goesOn: () => boolean;
}

export const createEmission = (
  outlet: Outlet,
  fault: SubscribeFault | undefined,
  reset: () => void,
): Emission => {
  let sent = 0;
  let isSilent = false;
  let firstCheckpoint: Position | undefined;
  const goesOn = () => outlet.isOpen() && !isSilent;

  const strikeWhenDue = (event: LoggedEvent | undefined): void => {
    if (fault === undefined || !('afterEvents' in fault) || sent !== fault.afterEvents) return;
    switch (fault.kind) {
      case 'end': {
        outlet.end();
        return;
      }
      case 'silent':
        isSilent = true;
        return;
      case 'slow-consumer': {
        outlet.fail(consumerTooSlow());
        return;
      }
      case 'reset-later': {
        reset();
        return;
      }
      case 'repeat-event':
        if (event !== undefined) outlet.send(eventMessage(event));
    }
  };

  return {
    confirm: (id) => {
      outlet.send(confirmationMessage(id));
      strikeWhenDue(undefined);
    },
    event: (event) => {
      if (!goesOn()) return;
      outlet.send(eventMessage(event));
      sent += 1;
      strikeWhenDue(event);
    },
    checkpoint: (position) => {
      if (!goesOn()) return;
      firstCheckpoint ??= position;
      outlet.send(checkpointMessage(position));
      if (fault?.kind === 'repeat-checkpoints') outlet.send(checkpointMessage(position));
      if (fault?.kind === 'old-checkpoints') outlet.send(checkpointMessage(firstCheckpoint));
    },
    caughtUp: () => {
      if (goesOn() && fault?.kind !== 'no-caught-up') outlet.send(caughtUpMessage());
    },
    goesOn,
  };
};
