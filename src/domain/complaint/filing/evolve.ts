import type { Evolvers } from '../evolver.js';
import { trackOf } from '../tracks.js';
import type { FilingEvents } from './events.js';

const sent = {
  details: (_data: unknown, state: { sent: readonly number[] }, recorded: { revision: number }) => ({
    sent: [...state.sent, recorded.revision],
  }),
};

export const filingEvolvers: Evolvers<FilingEvents> = {
  Filed: {
    beforeWork: true,
    facets: ({ kind, subject, defect }) => ({ kind, track: trackOf(kind, subject, defect) }),
    details: (filing) => ({
      filing,
      about: {
        kind: filing.kind,
        subkind: filing.subkind,
        subject: filing.subject,
        defect: filing.defect,
      },
      severity: filing.severity,
      links: filing.relationships ?? [],
    }),
  },
  FolioAssigned: { beforeWork: true, details: ({ folio }) => ({ folio }) },
  FolioCommunicated: { beforeWork: true, facets: () => ({ folioTold: true }), ...sent },
  AcknowledgementSent: {
    beforeWork: true,
    details: (data, { acknowledgements, sent }, { revision }) => ({
      acknowledgements: [...acknowledgements, data],
      sent: [...sent, revision],
    }),
  },
  NotAccepted: {
    facets: () => ({ ending: 'not-accepted' }),
    details: (_data, _state, { occurredAt }) => ({ closedAt: occurredAt }),
  },
  CertificateIssued: { beforeWork: true, ...sent },
};
