import type { Evolvers } from '../evolver.js';
import type { Facets } from '../facets.js';
import { freshFacets, freshDetails } from '../fresh-start.js';
import { isAbout, trackOf, tracks } from '../tracks.js';
import type { TriageEvents } from './events.js';

/** A cause stands only as long as the same side verifies causes: an area's finding is no technician's (I-06). */
const changesHands = (data: TriageEvents['Reclassified'], { track }: Facets): boolean =>
  track !== null && tracks[track].causeBy !== tracks[trackOf(data.kind, data.subject, data.defect)].causeBy;

export const triageEvolvers: Evolvers<TriageEvents> = {
  Classified: {
    card: ({ severity }) => ({ severity }),
    details: (classification) => ({ classification }),
  },
  Reclassified: {
    card: (data, { facets, technician }) => {
      const begunAnew = changesHands(data, facets);
      const is = isAbout(data);
      return {
        ...is,
        technician: begunAnew ? null : technician,
        facets: begunAnew ? { ...freshFacets, diagnosis: 'none', ...is.facets } : is.facets,
      };
    },
    details: (data, { facets }) => (changesHands(data, facets) ? freshDetails : {}),
  },
  RoutedToArea: { card: ({ area }) => ({ area, facets: { routing: 'routed' } }) },
  ReroutedToArea: { card: ({ area }) => ({ area, facets: { routing: 'routed' } }) },
  LinkedTo: {
    beforeWork: true,
    details: ({ other, relationship }, { links }) => ({
      links: [...links, { folio: other, kind: relationship }],
    }),
  },
  MassOutageLinked: { details: ({ outage }, { outages }) => ({ outages: [...outages, outage] }) },
};
