import { reject } from '../../kernel/decision.js';
import type { Facets } from '../facets.js';
import type { FiledComplaint } from '../state.js';
import { tracks } from '../tracks.js';
import type { Subject } from '../vocabulary.js';
import type { CompensationCommands } from './messages.js';

/**
 * True while a charge that the user complained of with success, in whatever cycle, is neither refunded with its bonus nor
 * said, with reasons, to be none (contract clause 7; NOM-184; I-16).
 */
export const undueChargeOwed = ({
  facets: { ruling, penalty, charge },
}: {
  readonly facets: Facets;
}): boolean => charge === 'owed' || ((ruling === 'upheld' || penalty === 'upheld') && charge === 'disputed');

/**
 * Whether a charge is complained of, once the request is about this. What was refunded or cleared up stays that, and what
 * was complained of to be ruled on is ruled on, whatever the request is called then.
 */
export const chargeIn = (
  subject: Subject,
  { charge, track }: Pick<Facets, 'charge' | 'track'>,
): Facets['charge'] => {
  const complainedOf = charge === 'disputed' && track !== null && tracks[track].ruled;
  if (complainedOf || charge === 'owed' || charge === 'refunded' || charge === 'settled') return charge;
  return subject === 'billing' ? 'disputed' : 'none';
};

/** The work begins anew: what is owed stays owed, and so does what became of what a cancellation charged. */
export const chargeAfresh = (facets: Facets): Facets['charge'] => {
  if (undueChargeOwed({ facets })) return 'owed';
  return facets.charge === 'none' || facets.penalty === 'upheld' ? facets.charge : 'disputed';
};

/** Of a charge whose amount is on record no less is refunded; that less of it was undue is for a ruling to reason. */
export const lessThanCharged = (
  { proportionalRefund }: CompensationCommands['grantCompensation'],
  { facets, charged, folio }: FiledComplaint,
) =>
  charged !== null && undueChargeOwed({ facets }) && proportionalRefund.amount < charged.amount
    ? reject('less-than-charged', { folio, charge: charged.amount, currency: charged.currency })
    : null;
