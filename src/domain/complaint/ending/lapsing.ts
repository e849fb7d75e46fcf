import { reject } from '../../kernel/decision.js';
import { instantOf, millisecondsOf, type Instant } from '../../kernel/instant.js';
import { standsAgainstGivingUp, type EndContext, type EndGrounds } from '../before-the-end.js';
import type { CaseCard } from '../card.js';
import type { ComplaintContext } from '../context.js';
import { firstOf } from '../guards.js';
import { endOfTerm, localDateOf } from '../terms-in-days.js';
import { failedThroughTheProvider, failedThroughTheUser } from '../visit/failures.js';
import type { EndingCommands } from './messages.js';

/** What of a complaint tells whether it lapses: the card alone, so that it can be looked at by itself when that is due. */
type LapseGrounds = EndGrounds & Pick<CaseCard, 'failedVisit' | 'learned' | 'lapseDays'>;

const latestOf = (...instants: readonly (Instant | undefined)[]): Instant | undefined =>
  instants
    .flatMap((at) => at ?? [])
    .toSorted()
    .at(-1);

/** When the user was asked last of what has no answer yet, or said something since. */
const askedAt = ({ facets, learned: { asked, toConfirm, heard } }: LapseGrounds): Instant | undefined => {
  const last = latestOf(
    facets.openRequests > 0 ? asked : undefined,
    facets.restoration === 'requested' ? toConfirm : undefined,
  );
  return last === undefined ? undefined : latestOf(last, heard);
};

/** From when the user has the term to give access: the visit that failed through the user, or their last word since. */
const lockedOutSince = (
  failed: CaseCard['failedVisit'],
  { learned: { visitFailed, heard } }: LapseGrounds,
): Instant | undefined =>
  failed !== null && failedThroughTheUser(failed)
    ? latestOf(failed.failedAt, failed.heardAt, visitFailed, heard)
    : undefined;

type LapseReason = EndingCommands['lapse']['reason'];

/** Until when the user has the term of the recorded terms for what they left undone; `undefined` where that is nothing. */
const termUntil = (
  reason: LapseReason,
  complaint: LapseGrounds,
  zone: string,
): { readonly until: Instant } | { readonly owes: 'visit' } | undefined => {
  const { facets, failedVisit, lapseDays } = complaint;
  const failed = Object.keys(facets.visits).length === 0 ? failedVisit : null;
  if (failed !== null && failedThroughTheProvider(failed)) return { owes: 'visit' };
  const since = reason === 'no-access' ? lockedOutSince(failed, complaint) : askedAt(complaint);
  return since && { until: endOfTerm(since, lapseDays, zone) };
};

/**
 * Why a request may not lapse yet: the user left nothing undone, the last visit failed through the provider, or the term
 * of the recorded terms runs to the end of its last day. Where a log was imported, its system had terms of its own.
 */
const nothingToLapse = (
  reason: LapseReason,
  complaint: LapseGrounds,
  { imported, occurredAt, zone }: ComplaintContext,
) => {
  const { folio, lapseDays: days } = complaint;
  const term = termUntil(reason, complaint, zone);
  if (term === undefined) return reject('nothing-unanswered', { folio });
  if ('owes' in term) return reject('visit-owed', { folio });
  const { until } = term;
  return imported === true || occurredAt > until
    ? null
    : reject('lapse-term-running', { folio, days, until, lastDay: localDateOf(until, zone) });
};

/** Who was never told the folio cannot be held to have left the request (O-17). */
const folioUntoldBefore = ({ facets, folio }: LapseGrounds, imported: boolean | undefined) =>
  facets.folioTold || imported === true ? null : reject('folio-not-told', { folio });

/** While the provider waits for something of its own, or attends to an escalation, it is not left to the user. */
const attendedTo = ({ facets: { escalation, hold }, folio }: LapseGrounds, imported: boolean | undefined) =>
  (hold === null && escalation === 0) || imported === true
    ? null
    : reject('attended-to', { folio, level: escalation });

/** What stands against a lapse, whatever the user left undone. */
const standsAgainstALapse = (complaint: LapseGrounds, context: EndContext) =>
  firstOf(
    standsAgainstGivingUp(complaint, context),
    folioUntoldBefore(complaint, context.imported),
    attendedTo(complaint, context.imported),
  );

/** Why a request may not lapse: only once the user had the whole term, and for what the user left undone. */
export const standsAgainstLapsing = (
  reason: LapseReason,
  complaint: LapseGrounds,
  context: ComplaintContext,
) => firstOf(nothingToLapse(reason, complaint, context), standsAgainstALapse(complaint, context));

/** A lapse that comes by itself. */
export interface PendingLapse {
  /** From when on the request lapses: the beginning of the day after the last one of the user's term. */
  readonly at: Instant;
  /** What the user left undone. */
  readonly reason: LapseReason;
  /** In which cycle: a request that was reopened may lapse once more. */
  readonly cycle: number;
}

const reasons = ['no-answer', 'no-access'] as const;
/** After everything that could still come to be owed while nothing is recorded. */
const everAfter = instantOf(Date.UTC(2200, 11, 31));

/**
 * When a request lapses by itself, as far as is recorded; `undefined` where it does not. One of an outage that lasts, by
 * which compensation comes to be owed, does not: staff decides. A pure function of the card, so that an index of it can
 * be kept; a command given from then on is accepted.
 */
export const pendingLapse = (card: CaseCard, zone: string): PendingLapse | undefined => {
  const { folio, facets, learned } = card;
  if (folio === null || facets.ending !== 'open' || facets.track === null) return undefined;
  const { asked, toConfirm, visitFailed } = learned;
  if (asked === undefined && toConfirm === undefined && visitFailed === undefined) return undefined;
  const complaint = { ...card, folio };
  const found = reasons.flatMap((reason) => {
    const term = termUntil(reason, complaint, zone);
    return term === undefined || 'owes' in term
      ? []
      : [{ at: instantOf(millisecondsOf(term.until) + 1), reason, cycle: facets.cycle }];
  });
  const [first, ...others] = found;
  if (first === undefined) return undefined;
  const context = { imported: false, occurredAt: everAfter, now: everAfter };
  if (standsAgainstALapse(complaint, context) !== null) return undefined;
  return others.reduce((one, other) => (other.at < one.at ? other : one), first);
};
