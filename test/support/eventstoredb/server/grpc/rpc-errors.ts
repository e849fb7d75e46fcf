import { Metadata, status } from '@grpc/grpc-js';
import type { Expected } from '../log/event.js';
import type { Leader } from '../faults/fault.js';

/** How a call ends in an error: code, text, and the trailers by which the clients tell what it means. */
export interface RpcError {
  readonly code: status;
  readonly details: string;
  readonly metadata: Metadata;
}

const rpcError = (
  code: status,
  details: string,
  trailers: Readonly<Record<string, string>> = {},
): RpcError => {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return { code, details, metadata };
};

export const notLeader = ({ host, port }: Leader): RpcError =>
  rpcError(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  });

export const serverNotReady = (): RpcError => rpcError(status.UNAVAILABLE, 'Server Is Not Ready');

export const serverTooBusy = (): RpcError => rpcError(status.UNAVAILABLE, 'Server Is Too Busy');

export const accessDenied = (): RpcError =>
  rpcError(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });

export const timedOut = (): RpcError => rpcError(status.ABORTED, 'Operation timed out');

export const deadlineExceeded = (): RpcError => rpcError(status.DEADLINE_EXCEEDED, 'Deadline exceeded');

export const consumerTooSlow = (): RpcError =>
  rpcError(
    status.ABORTED,
    'Operation timed out: Consumer too slow to handle event while live. Client resubscription required.',
  );

export const streamDeleted = (stream: string): RpcError =>
  rpcError(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

export const maximumAppendSizeExceeded = (limit: number): RpcError =>
  rpcError(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  });

export const handlerThrew = (): RpcError => rpcError(status.UNKNOWN, 'Exception was thrown by handler.');

export const unreadable = (what: 'Stream' | 'All'): RpcError =>
  rpcError(status.UNKNOWN, `Unexpected Read${what}Result: Error`);

const expectedNumbers = { any: -2, 'no-stream': -1, 'stream-exists': -4 } as const;

export const wrongExpectedVersion = (stream: string, expected: Expected, current: number): RpcError => {
  const believed = typeof expected === 'number' ? expected : expectedNumbers[expected];
  return rpcError(
    status.FAILED_PRECONDITION,
    `Delete failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${believed}, Actual version: ${current}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': String(believed),
      'actual-version': String(current),
    },
  );
};
