import { reject } from '../../kernel/decision.js';
import { isBlank } from '../../kernel/is-blank.js';
import type { EventOf } from '../../kernel/message.js';
import { lessThan } from '../compensation/grant.js';
import type { CompensationAmounts, GrantPart } from '../compensation/messages.js';
import type { ComplaintContext } from '../context.js';
import type { Reopening } from '../ending/messages.js';
import type { Facets } from '../facets.js';
import { takenBack } from '../guards.js';
import type { Unsealed } from '../stage.js';
import type { ComplaintState, FiledComplaint } from '../state.js';
import { tracks } from '../tracks.js';

export const unexplained = ({ explanation }: { readonly explanation: string }, { folio }: FiledComplaint) =>
  isBlank(explanation) ? reject('explanation-missing', { folio }) : null;

/** What a correction says in words, sealed like everything that is said of the user. */
export const sealedFor = <Said extends Readonly<Record<string, unknown>>>(
  { filing }: FiledComplaint,
  said: Said,
) => ({
  [filing.subscriber]: said,
});

type Reopened = readonly EventOf<Reopening, 'Reopened', Unsealed<Reopening>>[];

/** What binds the provider after all opens a request that ended, however it did, from now on. */
export const openAgain = (
  { facets: { ending, cycle } }: FiledComplaint,
  { occurredAt }: ComplaintContext,
): Reopened =>
  ending === 'open'
    ? []
    : [{ type: 'Reopened', data: { cycle: cycle + 1, reason: 'corrected' }, occurredAt }];

/** A closed request that is corrected is open again, from now on: its user is told what is true, and given it. */
export const reopened = (complaint: FiledComplaint, context: ComplaintContext): Reopened =>
  complaint.facets.ending === 'closed' ? openAgain(complaint, context) : [];

/** Where the final word is a notice, it told what is corrected: it is given again. */
export const untold = ({ track }: Facets): Partial<Facets> =>
  track !== null && tracks[track].final === 'notice' ? { final: 'none' } : {};

export const noFinalWord = ({ facets: { track }, finalWord }: ComplaintState) => ({
  finalWord: track !== null && tracks[track].final === 'notice' ? null : finalWord,
});

/** A grant that the user was told of stays at least that. */
export const lessThanTold = (amounts: CompensationAmounts, part: GrantPart, complaint: FiledComplaint) => {
  const told = complaint.toldGrants[part];
  return told !== undefined && lessThan(amounts, told) ? takenBack(complaint) : null;
};
