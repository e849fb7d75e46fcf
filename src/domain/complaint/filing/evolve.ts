import type { Evolvers } from '../evolver.js';
import { isAbout } from '../tracks.js';
import type { FilingEvents } from './events.js';

const sent = {
  details: (_data: unknown, state: { sent: readonly number[] }, recorded: { revision: number }) => ({
    sent: [...state.sent, recorded.revision],
  }),
};

export const filingEvolvers: Evolvers<FilingEvents> = {
  Filed: {
    beforeWork: true,
    card: (filing) => ({
      ...isAbout(filing),
      severity: filing.severity,
      subscriber: filing.subscriber,
      reporter: filing.reporter ?? null,
      contract: filing.contract ?? null,
      municipality: filing.municipality ?? null,
      channel: filing.channel,
      receivedAt: filing.receivedAt,
    }),
    details: (filing) => ({ filing, links: filing.relationships ?? [] }),
  },
  FolioAssigned: { beforeWork: true, card: ({ folio }) => ({ folio }) },
  FolioCommunicated: { beforeWork: true, card: () => ({ facets: { folioTold: true } }), ...sent },
  AcknowledgementSent: {
    beforeWork: true,
    details: (data, { acknowledgements, sent }, { revision }) => ({
      acknowledgements: [...acknowledgements, data],
      sent: [...sent, revision],
    }),
  },
  NotAccepted: {
    card: (_data, _card, { occurredAt }) => ({ facets: { ending: 'not-accepted' }, endedAt: occurredAt }),
  },
  CertificateIssued: { beforeWork: true, ...sent },
};
