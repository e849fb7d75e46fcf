import type { StreamName } from '../ports/event-store.js';
import { derivedUuid, timeBitsOf, timeBitsOfVersion7 } from './uuid.js';

/**
 * The complaint that a filing begins: a function of provider and command id alone, so that a retry meets its own stream
 * whatever else it says, and two providers never meet (design: Identity). Where the command id is a UUID of version 7
 * the complaint's id begins with its time, and keys grow at the end of every index.
 */
export const complaintIdOf = (provider: string, commandId: string): string =>
  derivedUuid(timeBitsOfVersion7(commandId), provider, commandId);

/**
 * The pseudonym that stands in the subscriber's place in a report that is no subscriber's request: of this report alone,
 * so that a key of its own seals it.
 */
export const reportRefOf = (commandId: string): string =>
  derivedUuid(timeBitsOfVersion7(commandId), 'report', commandId);

/** An event's id, from its stream, its command and its place in that command: a retry gives the same. */
export const eventIdOf = (stream: StreamName, commandId: string, index: number): string =>
  derivedUuid(timeBitsOf(commandId) ?? timeBitsOf(stream.slice(-36)), stream, commandId, String(index));
