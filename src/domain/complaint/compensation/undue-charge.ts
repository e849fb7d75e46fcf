import type { Facets } from '../facets.js';
import type { Subject } from '../vocabulary.js';

/**
 * True while a charge that the user complained of with success is neither refunded with its bonus nor said, with
 * reasons, to be none (contract clause 7; NOM-184; I-16).
 */
export const undueChargeOwed = ({
  facets: { ruling, penalty, charge },
}: {
  readonly facets: Facets;
}): boolean => (ruling === 'upheld' || penalty === 'upheld') && charge === 'disputed';

/** Whether a charge is complained of, once the request is about this. What was refunded or cleared up stays that. */
export const chargeIn = (subject: Subject, charge: Facets['charge']): Facets['charge'] => {
  if (charge === 'refunded' || charge === 'settled') return charge;
  return subject === 'billing' ? 'disputed' : 'none';
};
