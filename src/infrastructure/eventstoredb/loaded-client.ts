import type { Dialect } from './dialect.js';

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;

/**
 * Which client this process has loaded, in whatever module: both put the messages of their protocol into the global object
 * `proto`, and the one loaded last replaces those of the other. Only the successor has messages of its own there too.
 */
export const loadedClient = (): Dialect | undefined => {
  const proto = memberOf(globalThis, 'proto');
  if (memberOf(proto, 'kurrentdb') !== undefined) return 'kurrent';
  return memberOf(memberOf(proto, 'event_store'), 'client') === undefined ? undefined : 'eventstore';
};
