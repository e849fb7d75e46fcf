import type { Refusal } from '../faults/fault.js';
import { accessDenied, notLeader, serverNotReady, serverTooBusy } from './rpc-errors.js';
import type { RpcError } from './rpc-errors.js';

/** Lets a refusal strike a call: by an error, by a reset, or by nothing at all. */
export const refuse = (
  fault: Refusal,
  call: { readonly reset: () => void; readonly fail: (error: RpcError) => void },
): void => {
  switch (fault.kind) {
    case 'not-leader': {
      call.fail(notLeader(fault.leader));
      return;
    }
    case 'not-ready': {
      call.fail(serverNotReady());
      return;
    }
    case 'busy': {
      call.fail(serverTooBusy());
      return;
    }
    case 'access-denied': {
      call.fail(accessDenied());
      return;
    }
    case 'reset': {
      call.reset();
      return;
    }
    case 'no-reply':
      return;
  }
};
