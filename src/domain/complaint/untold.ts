import type { Facets } from './facets.js';
import { tracks } from './tracks.js';
import type { Tellable } from './vocabulary.js';

/** Something more that the user is to be told. */
export const nowUntold = ({ untold }: Facets, what: Tellable): Pick<Facets, 'untold'> => ({
  untold: untold.includes(what) ? untold : [...untold, what],
});

/** What the user was told just now is no longer to be told. */
export const nowTold = ({ untold }: Facets, told: readonly Tellable[]): Pick<Facets, 'untold'> => ({
  untold: untold.filter((what) => !told.includes(what)),
});

/** What is granted before the final notice is told in it; what comes later, or where the final word is no notice, is not. */
export const grantUntold = (facets: Facets): Partial<Facets> => {
  const inTheNotice =
    facets.ending === 'open' &&
    (facets.final === 'none' || facets.final === 'failed') &&
    facets.track !== null &&
    tracks[facets.track].final === 'notice';
  return inTheNotice ? {} : nowUntold(facets, 'compensation');
};
