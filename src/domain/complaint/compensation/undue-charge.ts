import type { Facets } from '../facets.js';

/**
 * True while a charge that the user complained of with success is neither refunded with its bonus nor said, with
 * reasons, to be none (contract clause 7; NOM-184; I-16).
 */
export const undueChargeOwed = ({ facets: { ruling, charge } }: { readonly facets: Facets }): boolean =>
  ruling === 'upheld' && charge === 'disputed';
