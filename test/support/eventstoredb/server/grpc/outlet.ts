import type { ServerWritableStream } from '@grpc/grpc-js';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { RpcError } from './rpc-errors.js';

export type ReadCall = ServerWritableStream<streams.ReadReq, streams.ReadResp>;

/** What a read is sent through. It takes messages as fast as the client takes them. */
export interface Outlet {
  /** Sends a message; false asks to wait for `ready` before the next one. */
  readonly send: (message: streams.ReadResp) => boolean;
  /** Whether the client has not taken what it was sent. */
  readonly needsDrain: () => boolean;
  /** Resolves once more may be sent, or once nothing ever will. */
  readonly ready: () => Promise<void>;
  /** Whether the client is still there and the call was not ended. */
  readonly isOpen: () => boolean;
  readonly end: () => void;
  readonly fail: (error: RpcError) => void;
  readonly onClosed: (listener: () => void) => void;
}

export const createOutlet = (call: ReadCall): Outlet => {
  let isOpen = true;
  let waiting: (() => void)[] = [];
  const listeners: (() => void)[] = [];

  const wake = (): void => {
    const woken = waiting;
    waiting = [];
    for (const resume of woken) resume();
  };
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    wake();
    for (const listener of listeners) listener();
  };
  call.on('drain', wake);
  call.on('cancelled', close);
  call.on('close', close);
  call.on('error', close);

  return {
    send: (message) => !isOpen || call.write(message),
    needsDrain: () => isOpen && call.writableNeedDrain,
    ready: () =>
      isOpen && call.writableNeedDrain
        ? new Promise((resolve) => {
            waiting.push(resolve);
          })
        : Promise.resolve(),
    isOpen: () => isOpen,
    end: () => {
      if (isOpen) call.end();
      close();
    },
    fail: (error) => {
      if (isOpen) call.emit('error', error);
      close();
    },
    onClosed: (listener) => void listeners.push(listener),
  };
};
