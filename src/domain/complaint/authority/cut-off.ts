import type { Facets } from '../facets.js';

/**
 * True while a proceeding before an authority is open: until it ends, the service must not be cut off for
 * non-payment (I-17; Carta de derechos, 40; LFPC 113). What billing has to be told.
 */
export const cutOffForbidden = ({ proceedings }: Pick<Facets, 'proceedings'>): boolean => proceedings > 0;
