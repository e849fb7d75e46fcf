import type { Evolvers } from '../evolver.js';
import type { Facets } from '../facets.js';
import { freshFacets, freshDetails } from '../fresh-start.js';
import { trackOf, tracks } from '../tracks.js';
import type { TriageEvents } from './events.js';

const trackAfter = ({ kind, subject, defect }: TriageEvents['Reclassified']) =>
  trackOf(kind, subject, defect);

/** A cause stands only as long as the same side verifies causes: an area's finding is no technician's (I-06). */
const changesHands = (data: TriageEvents['Reclassified'], { track }: Facets): boolean =>
  track !== null && tracks[track].causeBy !== tracks[trackAfter(data)].causeBy;

export const triageEvolvers: Evolvers<TriageEvents> = {
  Classified: {
    details: (classification) => ({ severity: classification.severity, classification }),
  },
  Reclassified: {
    facets: (data, facets) => ({
      ...(changesHands(data, facets) && { ...freshFacets, diagnosis: 'none' }),
      kind: data.kind,
      track: trackAfter(data),
    }),
    details: (data, { facets }) => ({
      ...(changesHands(data, facets) && { ...freshDetails, technician: null }),
      about: { kind: data.kind, subkind: data.subkind, subject: data.subject, defect: data.defect },
    }),
  },
  RoutedToArea: { facets: () => ({ routing: 'routed' }), details: ({ area }) => ({ area }) },
  ReroutedToArea: { facets: () => ({ routing: 'routed' }), details: ({ area }) => ({ area }) },
  LinkedTo: {
    beforeWork: true,
    details: ({ other, relationship }, { links }) => ({
      links: [...links, { folio: other, kind: relationship }],
    }),
  },
  MassOutageLinked: { details: ({ outage }, { outages }) => ({ outages: [...outages, outage] }) },
};
