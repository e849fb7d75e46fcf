import type { Facets } from './facets.js';
import type { Status } from './vocabulary.js';

/** The public status in TMF621's words: the first that applies (domain.md 6.2). */
export const publicStatus = (facets: Facets): Status => {
  switch (facets.ending) {
    case 'not-accepted':
      return 'rejected';
    case 'withdrawn':
    case 'lapsed':
    case 'duplicate':
      return 'cancelled';
    case 'closed':
      return 'closed';
    case 'open':
      return statusOfOpen(facets);
  }
};

const statusOfOpen = (facets: Facets): Status => {
  if (facets.openRequests > 0) return 'pending';
  if (facets.hold !== null || facets.proceedings > 0) return 'held';
  if (facets.final !== 'none') return 'resolved';
  return facets.begun ? 'inProgress' : 'acknowledged';
};
