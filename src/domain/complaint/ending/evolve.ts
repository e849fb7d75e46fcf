import type { Evolvers } from '../evolver.js';
import type { Facets } from '../facets.js';
import { freshDetails, freshFacets } from '../fresh-start.js';
import { tracks } from '../tracks.js';
import type { Ending } from '../vocabulary.js';
import type { Recorded } from '../../kernel/message.js';
import type { EndingEvents } from './events.js';

const ends = (ending: Ending) => ({
  card: (_data: unknown, _card: unknown, { occurredAt }: Pick<Recorded, 'occurredAt'>) => ({
    facets: { ending },
    endedAt: occurredAt,
  }),
});

/** The technical lead stays in charge through a reopening. */
const diagnosisAgain = ({ diagnosis, track }: Facets): Facets['diagnosis'] => {
  const byTechnician = track !== null && tracks[track].causeBy === 'technical-lead';
  return diagnosis === 'assigned' || (diagnosis === 'verified' && byTechnician) ? 'assigned' : 'none';
};

export const endingEvolvers: Evolvers<EndingEvents> = {
  Withdrawn: ends('withdrawn'),
  Lapsed: ends('lapsed'),
  MarkedDuplicate: ends('duplicate'),
  Closed: ends('closed'),
  /** Every pause ended with the cycle before (I-15). */
  Reopened: {
    card: ({ cycle }, { facets, requests }) => ({
      facets: {
        ...freshFacets,
        diagnosis: diagnosisAgain(facets),
        openRequests: 0,
        hold: null,
        escalation: 0,
        ending: 'open',
        cycle,
      },
      requests: { ...requests, open: [] },
      endedAt: null,
    }),
    details: () => ({ ...freshDetails, rated: false }),
  },
};
