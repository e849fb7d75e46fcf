import { millisecondsOf, type Instant } from '../../domain/kernel/instant.js';
import type { StreamName } from '../ports/event-store.js';
import { derivedUuid, isUuid, timeBits, timeBitsOf } from './uuid.js';

const epoch = '0'.repeat(12);

/**
 * A filing's complaint is its command where that is a UUID, else a UUID of the moment of receipt and the command
 * (design: Identity). So a retry meets its own stream, and keys grow at the end of every index. Where the caller named
 * no moment it is one of the command alone: the clock has moved on by the time of a retry.
 */
export const complaintIdOf = (
  provider: string,
  commandId: string,
  receivedAt: Instant | undefined,
): string => {
  if (isUuid(commandId)) return commandId.toLowerCase();
  const time = receivedAt === undefined ? epoch : timeBits(millisecondsOf(receivedAt));
  return derivedUuid(time, provider, commandId);
};

/** An event's id, from its stream, its command and its place in that command: a retry gives the same. */
export const eventIdOf = (stream: StreamName, commandId: string, index: number): string => {
  const time = timeBitsOf(commandId) ?? timeBitsOf(stream.slice(-36)) ?? epoch;
  return derivedUuid(time, stream, commandId, String(index));
};
