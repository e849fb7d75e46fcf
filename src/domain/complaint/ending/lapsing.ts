import { reject } from '../../kernel/decision.js';
import type { Instant } from '../../kernel/instant.js';
import type { ComplaintContext } from '../context.js';
import type { FiledComplaint } from '../state.js';
import { endOfTerm, localDateOf } from '../terms-in-days.js';
import { failedThroughTheProvider, failedThroughTheUser } from '../visit/failures.js';
import type { EndingCommands } from './messages.js';

/** What terms that say nothing give the user. */
const usualDays = 10;

const latestOf = (...instants: readonly (Instant | undefined)[]): Instant | undefined =>
  instants
    .flatMap((at) => at ?? [])
    .toSorted()
    .at(-1);

/** When the user was asked last of what has no answer yet, or said something since. */
const askedAt = ({ facets, learned: { asked, toConfirm, heard } }: FiledComplaint): Instant | undefined => {
  const last = latestOf(
    facets.openRequests > 0 ? asked : undefined,
    facets.restoration === 'requested' ? toConfirm : undefined,
  );
  return last === undefined ? undefined : latestOf(last, heard);
};

/** From when the user has the term to give access: the visit that failed through the user, or their last word since. */
const lockedOutSince = (
  failed: FiledComplaint['failedVisit'],
  { learned: { visitFailed, heard } }: FiledComplaint,
): Instant | undefined =>
  failed !== null && failedThroughTheUser(failed)
    ? latestOf(failed.failedAt, failed.heardAt, visitFailed, heard)
    : undefined;

/**
 * Why a request may not lapse yet: the user left nothing undone, the last visit failed through the provider, or the term
 * of the recorded terms runs to the end of its last day. Where a log was imported, its system had terms of its own.
 */
export const nothingToLapse = (
  reason: EndingCommands['lapse']['reason'],
  complaint: FiledComplaint,
  { imported, occurredAt, zone }: ComplaintContext,
) => {
  const { facets, failedVisit, filing, folio } = complaint;
  const failed = Object.keys(facets.visits).length === 0 ? failedVisit : null;
  if (failed !== null && failedThroughTheProvider(failed)) return reject('visit-owed', { folio });
  const since = reason === 'no-access' ? lockedOutSince(failed, complaint) : askedAt(complaint);
  if (since === undefined) return reject('nothing-unanswered', { folio });
  const days = filing.terms.lapseDays ?? usualDays;
  const until = endOfTerm(since, days, zone);
  return imported === true || occurredAt > until
    ? null
    : reject('lapse-term-running', { folio, days, until, lastDay: localDateOf(until, zone) });
};

/** Who was never told the folio cannot be held to have left the request (O-17). */
export const folioUntoldBefore = ({ facets, folio }: FiledComplaint, { imported }: ComplaintContext) =>
  facets.folioTold || imported === true ? null : reject('folio-not-told', { folio });

/** While the provider waits for something of its own, or attends to an escalation, it is not left to the user. */
export const attendedTo = (
  { facets: { escalation, hold }, folio }: FiledComplaint,
  { imported }: ComplaintContext,
) =>
  (hold === null && escalation === 0) || imported === true
    ? null
    : reject('attended-to', { folio, level: escalation });
