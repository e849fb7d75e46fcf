import type { Facets } from './facets.js';
import type { Tellable } from './vocabulary.js';

/** Something more that the user is to be told. */
export const nowUntold = ({ untold }: Facets, what: Tellable): Pick<Facets, 'untold'> => ({
  untold: untold.includes(what) ? untold : [...untold, what],
});

/** What the user was told just now is no longer to be told. */
export const nowTold = ({ untold }: Facets, told: readonly Tellable[]): Pick<Facets, 'untold'> => ({
  untold: untold.filter((what) => !told.includes(what)),
});
