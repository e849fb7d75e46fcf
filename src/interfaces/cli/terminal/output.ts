import type { Sink } from '../io.js';
import type { StillWorking } from './still-working.js';

export interface Output {
  /** Resolves when there is room for more: a writer of much waits for its reader. */
  readonly write: (text: string) => Promise<void>;
  /** The fault of this sink in what was thrown: itself, or as the cause of what another part took it for. */
  readonly faultIn: (error: unknown) => Error | undefined;
  readonly release: () => void;
}

const closed = (): Error => Object.assign(new Error('The reader has gone.'), { code: 'EPIPE' });

/** True where the other end of a pipe is gone (`quejas events | head`): no reader is left. */
export const isBrokenPipe = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED');

/** Causes lie within causes; more than these are none that a program made. */
const deepestCause = 10;

const isCausedBy = (error: unknown, cause: Error, depth = 0): boolean =>
  error === cause ||
  (depth < deepestCause && error instanceof Error && isCausedBy(error.cause, cause, depth + 1));

/** Writes to a sink with back-pressure; a fault of the sink comes out of the next write. */
export const outputTo = (sink: Sink): Output => {
  let fault: Error | undefined;
  let waiting: (() => void)[] = [];
  const wake = (): void => {
    const woken = waiting;
    waiting = [];
    woken.forEach((resolve) => resolve());
  };
  const onError = (error?: Error): void => {
    fault ??= error ?? closed();
    wake();
  };
  const onClose = (): void => onError();
  sink.on?.('error', onError);
  sink.on?.('close', onClose);
  sink.on?.('drain', wake);

  const check = (): void => {
    if (fault !== undefined) throw fault;
  };
  return {
    write: async (text) => {
      check();
      if (text !== '' && sink.write(text) === false && sink.on !== undefined)
        await new Promise<void>((resolve) => waiting.push(resolve));
      check();
    },
    faultIn: (error) => (fault !== undefined && isCausedBy(error, fault) ? fault : undefined),
    release: () => {
      sink.off?.('error', onError);
      sink.off?.('close', onClose);
      sink.off?.('drain', wake);
    },
  };
};

/** The same output, which has the terminal for itself until its reader has taken what was written. */
export const outputAlone = (output: Output, working: StillWorking): Output => ({
  ...output,
  write: async (text) => {
    working.hold();
    try {
      await output.write(text);
    } finally {
      working.release();
    }
  },
});
