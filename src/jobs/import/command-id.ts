import { millisecondsOf, type Instant } from '../../domain/kernel/instant.js';
import { derivedUuid, timeBits } from '../../application/identity/uuid.js';

/**
 * The id of an imported command: a function of mapping, case, ordinal and rule (design: Identity), never of the run or
 * the file's bytes, so that a second import meets what the first one did. Its time is the log's, so that keys of an
 * import grow with the log.
 */
export const importedCommandId = (
  { mapping, found, ordinal, rule }: { mapping: string; found: string; ordinal: number; rule: string },
  at: Instant,
): string =>
  derivedUuid(timeBits(Math.max(0, millisecondsOf(at))), 'import', mapping, found, String(ordinal), rule);
