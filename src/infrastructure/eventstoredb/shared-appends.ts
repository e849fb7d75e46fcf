import type { EventStoreDbClient } from './client.js';

/** Names the slot that may use the shared call, for every copy of this package in the process: the driver is one. */
const key = Symbol.for('quejas.eventstoredb.shared-appends');

const holder = (): unknown => Reflect.get(globalThis, key);

/**
 * True where this slot may use the call over which `@eventstore/db-client` sends many appends: it has it, or takes it
 * because no other slot in the process does.
 */
export const takesSharedCall = (slot: object): boolean => {
  if (holder() === undefined) Reflect.set(globalThis, key, slot);
  return holder() === slot;
};

/** Lets another slot have the call, once no client of this one is left. */
export const leavesSharedCall = (slot: object): void => {
  if (holder() === slot) Reflect.deleteProperty(globalThis, key);
};

const isSharedCall = (method: unknown): boolean =>
  typeof method === 'object' &&
  method !== null &&
  'path' in method &&
  typeof method.path === 'string' &&
  method.path.endsWith('/BatchAppend');

/**
 * Has a client of `@eventstore/db-client` send each append over a call of its own. The driver keeps the appends of its
 * shared calls in one list for the whole process: if two hosts in a process have such a call each, the end of one
 * removes the entries of both, and the next answer to the other throws where no caller can catch it.
 */
export const withCallsOfItsOwn = (client: EventStoreDbClient): EventStoreDbClient => {
  const supports: unknown = Reflect.get(client, 'supports');
  if (typeof supports !== 'function') return client;
  Object.defineProperty(client, 'supports', {
    value: (method: unknown, ...rest: readonly unknown[]): unknown =>
      isSharedCall(method) ? Promise.resolve(false) : Reflect.apply(supports, client, [method, ...rest]),
  });
  return client;
};
