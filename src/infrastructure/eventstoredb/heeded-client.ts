import type { EventStoreDbClient } from './client.js';

const reconnecting: readonly string[] = ['unavailable', 'cancelled', 'not-leader'];
const reconnectingCodes: readonly unknown[] = [1, 14];

/** Whether the client goes to another connection after this, and leaves calls open on the one before. */
const isReconnecting = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null) return false;
  if ('type' in error && typeof error.type === 'string') return reconnecting.includes(error.type);
  return 'code' in error && reconnectingCodes.includes(error.code);
};

const ignore = (): undefined => undefined;

/**
 * `@eventstore/db-client` keeps one list of pending appends for the whole process, and an error of any of its calls for
 * appends strikes out the entries of all; what is answered after that ends the process. So no two such calls may be open:
 * `broke` is told at once of every error after which the client would open another one, whoever still waits for it.
 */
export const heededClient = (client: EventStoreDbClient, broke: () => void): EventStoreDbClient => {
  let isEnded = false;
  const heed = (error: unknown): void => {
    if (isReconnecting(error)) broke();
  };
  const heeded = <
    Call extends { readonly on?: (signal: 'error', listener: (error: unknown) => void) => unknown },
  >(
    call: Call,
  ): Call => {
    call.on?.('error', heed);
    return call;
  };
  let endingAgain: Promise<void> | undefined;
  /** What was begun before the end may have opened its call after it: many at once, and one end is enough for them. */
  const endAgain = (): void => {
    if (!isEnded) return;
    endingAgain ??= Promise.resolve().then(() => {
      endingAgain = undefined;
      client.dispose().catch(ignore);
    });
  };
  return {
    appendToStream: (stream, events, options) => {
      const appended = client.appendToStream(stream, events, options);
      appended.then(endAgain, (error: unknown) => {
        heed(error);
        endAgain();
      });
      return appended;
    },
    readStream: (stream, options) => heeded(client.readStream(stream, options)),
    readAll: (options) => heeded(client.readAll(options)),
    subscribeToAll: (options) => heeded(client.subscribeToAll(options)),
    dispose: () => {
      isEnded = true;
      return client.dispose();
    },
  };
};
