import { reject } from '../../kernel/decision.js';
import { laterOf, type Instant } from '../../kernel/instant.js';
import type { ComplaintContext } from '../context.js';
import type { FiledComplaint } from '../state.js';
import { endOfTerm, localDateOf } from '../terms-in-days.js';
import { failedThroughTheProvider, failedThroughTheUser } from '../visit/failures.js';
import type { EndingCommands } from './messages.js';

/** What terms that say nothing give the user. */
const usualDays = 10;

/** When the user was asked last of what has no answer yet. */
const askedAt = ({ facets, happened }: FiledComplaint): Instant | undefined => {
  const asked = facets.openRequests > 0 ? happened['InformationRequested'] : undefined;
  const toConfirm =
    facets.restoration === 'requested' ? happened['RestorationConfirmationRequested'] : undefined;
  return asked !== undefined && toConfirm !== undefined ? laterOf(asked, toConfirm) : (asked ?? toConfirm);
};

/** From when the user has the term to give access: the visit that failed through the user, or their last word since. */
const lockedOutSince = (failed: FiledComplaint['failedVisit']): Instant | undefined =>
  failed !== null && failedThroughTheUser(failed) ? (failed.heardAt ?? failed.failedAt) : undefined;

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
  const since = reason === 'no-access' ? lockedOutSince(failed) : askedAt(complaint);
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
