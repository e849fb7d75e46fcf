import type { Position } from '../../application/ports/event-store.js';
import { storeError } from '../../application/errors/store-error.js';
import type { LogPosition } from './client.js';

const digits = 20;
const shape = /^(\d{20})-(\d{20})$/;

const padded = (part: bigint): string => String(part).padStart(digits, '0');

/** A position in the server's log (`commit-prepare`) as a text that sorts as the log does. */
export const positionOf = ({ commit, prepare }: LogPosition): Position => {
  const committed = padded(commit);
  return `${committed}-${prepare === commit ? committed : padded(prepare)}`;
};

/** The position in the log again. Throws `read-invalid` for a text of another store. */
export const logPositionOf = (position: Position): LogPosition => {
  const [, commit, prepare] = shape.exec(position) ?? [];
  if (commit === undefined || prepare === undefined)
    throw storeError('read-invalid', { at: 'after', reason: 'position-foreign' });
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
};

/** Bytes of the log between two positions; 0 where the second is not further. */
export const bytesBetween = (from: Position | undefined, to: Position | undefined): number => {
  const commitOf = (position: Position | undefined): bigint =>
    position === undefined ? 0n : logPositionOf(position).commit;
  const bytes = commitOf(to) - commitOf(from);
  return bytes > 0n ? Number(bytes) : 0;
};
