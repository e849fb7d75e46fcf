import { millisecondsOf, type Instant } from '../../domain/kernel/instant.js';
import type { StreamName } from '../ports/event-store.js';
import { derivedUuid, isUuid, timeBits, timeBitsOf } from './uuid.js';

/**
 * A filing's complaint is its command where that is a UUID, else a UUID of the moment of receipt and the command
 * (design: Identity). So a retry meets its own stream, and keys grow at the end of every index.
 */
export const complaintIdOf = (provider: string, commandId: string, receivedAt: Instant): string =>
  isUuid(commandId)
    ? commandId.toLowerCase()
    : derivedUuid(timeBits(millisecondsOf(receivedAt)), provider, commandId);

const epoch = '0'.repeat(12);

/** An event's id, from its stream, its command and its place in that command: a retry gives the same. */
export const eventIdOf = (stream: StreamName, commandId: string, index: number): string => {
  const time = timeBitsOf(commandId) ?? timeBitsOf(stream.slice(-36)) ?? epoch;
  return derivedUuid(time, stream, commandId, String(index));
};
