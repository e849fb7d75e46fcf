import { tombstoneType } from './event.js';
import type { LoggedEvent } from './event.js';

/** The stream that holds what was set for another one, such as from where on it may be read. */
export const metastreamOf = (stream: string): string => `$$${stream}`;

/** What `$tb` says of a stream that is softly deleted: nothing before the end of all revisions may be read. */
export const everythingTruncated = '9223372036854775807';

/** One stream: everything written to it, and from which revision on it may be read. */
export interface StreamState {
  readonly events: readonly LoggedEvent[];
  readonly truncateBefore: number;
  readonly tombstoned: boolean;
}

export const unknownStream: StreamState = { events: [], truncateBefore: 0, tombstoned: false };

export const isSoftDeleted = ({ truncateBefore }: StreamState): boolean =>
  truncateBefore >= Number(everythingTruncated);

/** The last revision of a stream, -1 where there is none. */
export const lastRevision = ({ events }: StreamState): number => events.length - 1;

/** `$tb` of an event of a metastream, or undefined where it sets none. */
export const truncateBeforeIn = ({ stream, type, data }: LoggedEvent): number | undefined => {
  if (!stream.startsWith('$$') || type !== '$metadata') return undefined;
  const found = /"\$tb"\s*:\s*(\d+)/.exec(Buffer.from(data).toString('utf8'));
  return found === null ? 0 : Number(found[1]);
};

export const isTombstone = ({ type }: LoggedEvent): boolean => type === tombstoneType;
