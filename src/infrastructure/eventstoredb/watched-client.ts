import type { EventStoreDbClient } from './client.js';

const reconnecting: readonly string[] = ['unavailable', 'cancelled', 'not-leader'];
const reconnectingCodes: readonly unknown[] = [1, 14];

/** Whether the client changes to another connection after this error, and leaves calls open on the one before. */
const isReconnecting = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null) return false;
  if ('type' in error && typeof error.type === 'string') return reconnecting.includes(error.type);
  return 'code' in error && reconnectingCodes.includes(error.code);
};

const ignore = (): undefined => undefined;

/**
 * `@eventstore/db-client` keeps one list of pending appends for the whole process, and an error of any of its append
 * calls removes the entries of all; an answer that arrives after that ends the process. So no two such calls may be open:
 * `reconnects` is called at once for every error after which the client would open another one, also if the caller of
 * the failed operation has given up waiting.
 */
export const watchedClient = (client: EventStoreDbClient, reconnects: () => void): EventStoreDbClient => {
  let isDisposed = false;
  const check = (error: unknown): void => {
    if (isReconnecting(error)) reconnects();
  };
  const watched = <
    Call extends { readonly on?: (signal: 'error', listener: (error: unknown) => void) => unknown },
  >(
    call: Call,
  ): Call => {
    call.on?.('error', check);
    return call;
  };
  let disposingAgain: Promise<void> | undefined;
  /** An append begun before the end may open its call after it: one more disposal is enough for many at once. */
  const disposeAgain = (): void => {
    if (!isDisposed) return;
    disposingAgain ??= Promise.resolve().then(() => {
      disposingAgain = undefined;
      client.dispose().catch(ignore);
    });
  };
  return {
    appendToStream: (stream, events, options) => {
      const appended = client.appendToStream(stream, events, options);
      appended.then(disposeAgain, (error: unknown) => {
        check(error);
        disposeAgain();
      });
      return appended;
    },
    readStream: (stream, options) => watched(client.readStream(stream, options)),
    readAll: (options) => watched(client.readAll(options)),
    subscribeToAll: (options) => watched(client.subscribeToAll(options)),
    dispose: () => {
      isDisposed = true;
      return client.dispose();
    },
  };
};
