import { instantOf, millisecondsOf, type Instant } from '../../kernel/instant.js';
import type { FiledComplaint } from '../state.js';

const day = 86_400_000;

/**
 * The last moment at which an ended complaint may be reopened or contested (C-22), by the recorded terms; `null`: no
 * limit. Calendar days are counted as 24 h from the ending, the same in every time zone.
 */
export const reopeningUntil = ({ endedAt, filing: { terms } }: FiledComplaint): Instant | null =>
  endedAt === null || terms.reopeningDays === null
    ? null
    : instantOf(millisecondsOf(endedAt) + terms.reopeningDays * day);
