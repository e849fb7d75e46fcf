import { reject, type Refused } from '../kernel/decision.js';
import type { ComplaintContext } from './context.js';
import { partyOf } from './relations.js';
import type { SaidBy } from './shapes.js';
import type { FiledComplaint } from './state.js';

/** What staff record for a user who spoke to them. */
interface Recorded {
  readonly saidBy?: SaidBy;
}

/** A word that staff took down is that of a party; a user who acts speaks for themselves. */
export const saidByNoParty = (
  { saidBy }: Recorded,
  { subscriber, reporter, representatives, folio }: FiledComplaint,
  context: ComplaintContext,
): Refused<'said-by-no-party'> | null => {
  if (saidBy === undefined) return null;
  const speaks =
    context.role === 'user' ? [partyOf(context)] : [subscriber, reporter, ...Object.keys(representatives)];
  return speaks.includes(saidBy.party) ? null : reject('said-by-no-party', { folio, party: saidBy.party });
};

/**
 * What is put down to the user is the user's own word, or names the party who said it: no member of staff says it for
 * them. A log that was imported may not tell who spoke.
 */
export const notTheUsersWord = (
  recorded: Recorded,
  complaint: FiledComplaint,
  context: ComplaintContext,
): Refused<'said-by-no-party' | 'not-the-users-word'> | null =>
  context.role !== 'user' && context.imported !== true && recorded.saidBy === undefined
    ? reject('not-the-users-word', { folio: complaint.folio })
    : saidByNoParty(recorded, complaint, context);

/** What the provider measured, or did, no user says for it: it would stop a clock of the provider's. */
export const notTheProvidersWord = (
  isTheProviders: boolean,
  { folio }: FiledComplaint,
  { role }: ComplaintContext,
): Refused<'only-the-provider-says'> | null =>
  isTheProviders && role === 'user' ? reject('only-the-provider-says', { folio }) : null;
