import type { LogPosition } from 'quejas/eventstoredb';

const padded = (part: bigint): string => String(part).padStart(20, '0');

/** A place in the server's log as ours writes it. */
export const positionOf = ({ commit, prepare }: LogPosition): string =>
  `${padded(commit)}-${padded(prepare)}`;

/** The place again, as a client takes it. */
export const placeOf = (position: string): LogPosition => {
  const [commit = '', prepare = ''] = position.split('-');
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
};
