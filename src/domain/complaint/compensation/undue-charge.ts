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

type Charged = Pick<ComplaintState, 'charges' | 'facets'>;

const greater = (a: Money | null, b: Money | null): Money | null => {
  if (a === null || b === null) return a ?? b;
  return b.amount > a.amount ? b : a;
};

/** What a ruling for the user has refunded: what it names, else what the filing does and nothing settled since. */
const ofTheRuling = ({ charges, facets: { ruling, charge } }: Charged): Money | null => {
  if (ruling !== 'upheld') return null;
  return charges.ruled ?? (charge === 'disputed' || charge === 'owed' ? charges.claimed : null);
};

const leftByRulings = (complaint: Charged): Money | null =>
  greater(complaint.charges.before, ofTheRuling(complaint));

/** All that is to be refunded: what earlier work left does not become less by a ruling, and a penalty stands beside it. */
export const toRefund = (complaint: Charged): Money | null =>
  added(leftByRulings(complaint), complaint.charges.penalties);

/** The charges once the work begins anew: a claim that was upheld is what was left, another one is to be ruled on still. */
export const chargesAfresh = (state: Charged): UndueCharges => {
  const settled = chargesSettled(state.charges);
  const { claimed, penalties } = state.charges;
  if (!undueChargeOwed(state)) return { ...settled, claimed };
  const isUpheld = state.facets.ruling === 'upheld';
  return { ...settled, claimed: isUpheld ? null : claimed, before: leftByRulings(state), penalties };
};

/** What the user claims and no ruling has decided yet. */
const undecided = ({ charges, facets: { charge, ruling, track } }: FiledComplaint): Money | null =>
  ruling === 'none' && (charge === 'disputed' || charge === 'owed') && tracks[track].ruled
    ? charges.claimed
    : null;

/** What is on record of the charge that a refund is for: what is owed, and what the user says before any ruling of that. */
const onRecordOf = (complaint: FiledComplaint): Money | null =>
  added(undueChargeOwed(complaint) ? toRefund(complaint) : null, undecided(complaint));

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
