import type { Instant } from '../../kernel/instant.js';
import type { ComplaintContext } from '../context.js';
import type { FiledComplaint } from '../state.js';
import { endOfTerm } from '../terms-in-days.js';

/** The last moment at which an ended complaint may be reopened or contested (C-22), by the recorded terms; `null`: no limit. */
export const reopeningUntil = (
  { endedAt, filing: { terms } }: FiledComplaint,
  { zone }: Pick<ComplaintContext, 'zone'>,
): Instant | null =>
  endedAt === null || terms.reopeningDays === null ? null : endOfTerm(endedAt, terms.reopeningDays, zone);
