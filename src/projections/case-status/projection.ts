import { inOneCase } from '../../application/identity/reference.js';
import { publicStatus } from '../../domain/complaint/status.js';
import { defineProjection } from '../runtime/define-projection.js';

/** Where every case stands: its card, one row a complaint (O-34, I-20). */
export const caseStatus = defineProjection({
  name: 'case-status',
  version: 3,
  columns: {
    complaint: 'text',
    folio: 'text?',
    kind: 'text?',
    subject: 'text?',
    defect: 'text?',
    track: 'text?',
    status: 'text',
    subscriber: 'text?',
    reporter: 'text?',
    contract: 'text?',
    /** The contract as it is looked up. */
    contract_key: 'text?',
    channel: 'text?',
    severity: 'text?',
    area: 'text?',
    technician: 'text?',
    owner: 'text?',
    received_at: 'text?',
    updated_at: 'text',
    ended_at: 'text?',
    cycle: 'integer',
    /** Requests for information that were made of the user. */
    waits: 'integer',
    revision: 'integer',
  },
  key: ['complaint'],
  indexes: [
    ['folio'],
    ['subscriber', 'received_at', 'complaint'],
    ['contract_key', 'received_at', 'complaint'],
    ['channel', 'received_at', 'complaint'],
  ],
  onEvery: ({ revision, occurredAt }, rows, { complaint, card }) => {
    const { facets, about, endedAt, receivedAt, requests } = card;
    const { folio, subscriber, reporter, contract, channel, severity, area, technician, owner } = card;
    return rows.set({
      complaint,
      folio,
      kind: about?.kind ?? null,
      subject: about?.subject ?? null,
      defect: about?.defect ?? null,
      track: facets.track,
      status: publicStatus(facets),
      subscriber,
      reporter,
      contract,
      contract_key: contract === null ? null : inOneCase(contract),
      channel,
      severity,
      area,
      technician,
      owner,
      received_at: receivedAt,
      updated_at: occurredAt,
      ended_at: endedAt,
      cycle: facets.cycle,
      waits: requests.made,
      revision,
    });
  },
});
