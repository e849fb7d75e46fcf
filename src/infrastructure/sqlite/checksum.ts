import { crc32 } from 'node:zlib';
import type { Database } from '../shared/sqlite-driver.js';

/**
 * What an event's row is known by to be as it was written: over its text and its place. It is no proof against a hand
 * that changes both, which is the audit log's to find; it tells a flipped bit from a fact.
 */
export const checksumOf = (stream: string, revision: number, type: string, body: string): number =>
  crc32(`${stream}\n${String(revision)}\n${type}\n${body}`);

/** The checksum as SQL knows it, for the step that gives one to events that were stored without. */
export const teachChecksum = (database: Database): void => {
  database.function(
    'event_checksum',
    { deterministic: true, directOnly: true },
    (stream: unknown, revision: unknown, type: unknown, body: unknown) =>
      checksumOf(String(stream), Number(revision), String(type), String(body)),
  );
};
