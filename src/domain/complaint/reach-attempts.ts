import type { Instant } from '../kernel/instant.js';
import type { ComplaintContext } from './context.js';
import type { FiledComplaint } from './state.js';
import { localDateOf } from './terms-in-days.js';

/** On how many days the user is tried to be reached, where the terms say nothing. */
const usualAttempts = 3;

/** On how many days the final word did not reach the user, and on how many it has to be tried by the recorded terms. */
export const attempts = (
  unreached: readonly Instant[],
  { filing: { terms } }: FiledComplaint,
  { zone }: ComplaintContext,
) => ({
  days: new Set(unreached.map((at) => localDateOf(at, zone))).size,
  needed: terms.reachAttempts ?? usualAttempts,
});

/** Whether it was the final word that did not arrive, and whether it was tried on as many days as the terms ask for. */
export const failedInVain = (
  failedAt: Instant,
  final: boolean,
  complaint: FiledComplaint,
  context: ComplaintContext,
): { readonly final: boolean; readonly unreachable?: true } => {
  const { days, needed } = attempts([...complaint.unreached, failedAt], complaint, context);
  return { final, ...(final && days >= needed && { unreachable: true }) };
};
