import type { Facets } from '../facets.js';
import { tracks } from '../tracks.js';

/**
 * True while it must go to a competent area before it is ruled on (O-31, I-13). A provider's own terms may name more
 * kinds than the tracks do.
 */
export const mustBeRouted = (
  { kind, track, routing }: Pick<Facets, 'kind' | 'track' | 'routing'>,
  kindsOfTheTerms: readonly string[] = [],
): boolean => {
  const required = track !== null && tracks[track].routed === 'required';
  return routing === 'none' && (required || (kind !== null && kindsOfTheTerms.includes(kind)));
};
