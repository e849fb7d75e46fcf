import { randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Database } from '../shared/sqlite-driver.js';

/**
 * What an event's row is known by to be as it was written: over its text and its place. It is no proof against a hand
 * that changes both, which is the audit log's to find; it tells a flipped bit from a fact.
 */
export const checksumOf = (stream: string, revision: number, type: string, body: string): number =>
  // The text goes by itself: one that holds it all would be copied for each event that is read.
  crc32(body, crc32(`${stream}\n${String(revision)}\n${type}\n`));

/** What the steps to a schema ask for: the checksum of an event that was stored without, and a new id. */
export const teachChecksum = (database: Database): void => {
  database.function('new_id', { directOnly: true }, () => randomUUID());
  database.function(
    'event_checksum',
    { deterministic: true, directOnly: true },
    (stream: unknown, revision: unknown, type: unknown, body: unknown) =>
      checksumOf(String(stream), Number(revision), String(type), String(body)),
  );
};
