import { reject } from '../../kernel/decision.js';
import type { Money } from '../../kernel/money.js';
import type { Facets } from '../facets.js';
import type { ComplaintState, FiledComplaint } from '../state.js';
import { tracks } from '../tracks.js';
import type { Subject } from '../vocabulary.js';
import { chargesSettled, added, type UndueCharges } from './charges.js';
import type { CompensationCommands } from './messages.js';

/**
 * True while a charge that the user complained of with success, in whatever cycle, is neither refunded with its bonus nor
 * said, with reasons, to be none (contract clause 7; NOM-184; I-16).
 */
export const undueChargeOwed = ({
  facets: { ruling, penalty, charge },
}: {
  readonly facets: Pick<Facets, 'ruling' | 'penalty' | 'charge'>;
}): boolean => charge === 'owed' || ((ruling === 'upheld' || penalty === 'upheld') && charge === 'disputed');

/**
 * Whether a charge is complained of, once the request is about this. What is owed, was refunded or cleared up stays that,
 * and what was complained of to be ruled on is ruled on, whatever the request is called then.
 */
export const chargeIn = (
  subject: Subject,
  { charge, track, ruling, penalty }: Pick<Facets, 'charge' | 'track' | 'ruling' | 'penalty'>,
): Facets['charge'] => {
  const complainedOf = charge === 'disputed' && track !== null && tracks[track].ruled;
  const isOwed = undueChargeOwed({ facets: { charge, ruling, penalty } });
  if (complainedOf || isOwed || charge === 'refunded' || charge === 'settled') return charge;
  return subject === 'billing' ? 'disputed' : 'none';
};

/** The work begins anew: what is owed stays owed, and so does what became of what a cancellation charged. */
export const chargeAfresh = (facets: Facets): Facets['charge'] => {
  if (undueChargeOwed({ facets })) return 'owed';
  return facets.charge === 'none' || facets.penalty === 'upheld' ? facets.charge : 'disputed';
};

const greater = (a: Money | null, b: Money | null): Money | null => {
  if (a === null || b === null) return a ?? b;
  return b.amount > a.amount ? b : a;
};

/** What a ruling for the user has refunded: what it names, else what the filing does and nothing settled since. */
const ofTheRuling = ({ charges, facets }: Pick<ComplaintState, 'charges' | 'facets'>): Money | null => {
  if (facets.ruling !== 'upheld') return null;
  return charges.ruled ?? (facets.charge === 'disputed' ? charges.claimed : null);
};

/** All that is to be refunded: what earlier work left does not become less by a ruling, and a penalty stands beside it. */
export const toRefund = (complaint: Pick<ComplaintState, 'charges' | 'facets'>): Money | null =>
  added(greater(complaint.charges.before, ofTheRuling(complaint)), complaint.charges.penalties);

/** The charges once the work begins anew. */
export const chargesAfresh = (state: Pick<ComplaintState, 'charges' | 'facets'>): UndueCharges => ({
  ...chargesSettled(state.charges),
  claimed: state.charges.claimed,
  before: undueChargeOwed(state) ? toRefund(state) : null,
});

/** What is on record of the charge that a refund is for: before any ruling, what the user says. */
const onRecordOf = (complaint: FiledComplaint): Money | null => {
  const { charge, ruling } = complaint.facets;
  if (undueChargeOwed(complaint)) return toRefund(complaint);
  return charge === 'disputed' && ruling === 'none' ? complaint.charges.claimed : null;
};

/**
 * Of a charge whose amount is on record no less is refunded, also before it is ruled on: a part of it would settle all. That
 * less of it was undue is for a ruling to reason.
 */
export const lessThanCharged = (
  { proportionalRefund }: CompensationCommands['grantCompensation'],
  complaint: FiledComplaint,
) => {
  const charge = onRecordOf(complaint);
  return charge !== null && proportionalRefund.amount < charge.amount
    ? reject('less-than-charged', {
        folio: complaint.folio,
        charge: charge.amount,
        currency: charge.currency,
      })
    : null;
};
