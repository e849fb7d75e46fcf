import type { Facets } from './facets.js';
import type { Tellable } from './vocabulary.js';

/** What is told of an end: how it came, and that it stands. A reopening leaves nothing of it to tell. */
export const ofTheEnd: readonly Tellable[] = ['ending', 'reopening'];

/** Something more that the user is to be told. Of an anonymous report there is no one to tell it. */
export const nowUntold = ({ untold, report }: Facets, what: Tellable): Pick<Facets, 'untold'> => ({
  untold: untold.includes(what) || report === 'anonymous' ? untold : [...untold, what],
});

/** What the user was told just now is no longer to be told. */
export const nowTold = ({ untold }: Facets, told: readonly Tellable[]): Pick<Facets, 'untold'> => ({
  untold: untold.filter((what) => !told.includes(what)),
});
