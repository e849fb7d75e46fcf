import { laterOf, type Instant } from '../../kernel/instant.js';
import type { ComplaintContext } from '../context.js';
import type { FiledComplaint } from '../state.js';
import { endOfTerm } from '../terms-in-days.js';

/**
 * The last moment at which an ended complaint may be reopened or contested (C-22), by the recorded terms; `null`: no limit.
 * An ending that is dated back gives the user the whole term from when it was recorded.
 */
export const reopeningUntil = (
  { endedAt, learned: { ended }, filing: { terms } }: FiledComplaint,
  { zone }: Pick<ComplaintContext, 'zone'>,
): Instant | null =>
  endedAt === null || terms.reopeningDays === null
    ? null
    : endOfTerm(laterOf(endedAt, ended ?? endedAt), terms.reopeningDays, zone);
