import type rpc from '@eventstore/db-client/generated/status_pb.js';
import type { AppendFault } from '../faults/fault.js';
import type { WriteOutcome } from '../log/event-log.js';
import { accessDeniedStatus, busyStatus, notReadyStatus, timeoutStatus } from './batch-status.js';
import { notLeader } from './rpc-errors.js';
import type { RpcError } from './rpc-errors.js';

/** What a fault can do with an append. */
interface Struck {
  readonly commit: () => WriteOutcome;
  readonly reply: (outcome: WriteOutcome) => void;
  readonly refuse: (why: rpc.Status) => void;
  readonly reset: () => void;
  /** Ends the whole call, with all its appends. */
  readonly fail: (error: RpcError) => void;
  /** Ends the whole call with OK. */
  readonly end: () => void;
}

export const strikeBatch = (fault: AppendFault, append: Struck): void => {
  if ('committed' in fault && fault.committed) append.commit();
  switch (fault.kind) {
    case 'not-leader': {
      append.fail(notLeader(fault.leader));
      return;
    }
    case 'not-ready': {
      append.refuse(notReadyStatus());
      return;
    }
    case 'busy': {
      append.refuse(busyStatus());
      return;
    }
    case 'access-denied': {
      append.refuse(accessDeniedStatus());
      return;
    }
    case 'timeout': {
      append.refuse(timeoutStatus());
      return;
    }
    case 'reset': {
      append.reset();
      return;
    }
    case 'end': {
      append.end();
      return;
    }
    case 'no-reply':
      return;
    case 'late-reply': {
      const outcome = append.commit();
      setTimeout(() => append.reply(outcome), fault.ms).unref();
    }
  }
};
