import { publicStatus } from 'quejas/domain';
import { defineProjection } from 'quejas/projections';

/** One row a complaint: how far it is. */
export const caseProgress = defineProjection({
  name: 'case-progress',
  version: 1,
  columns: {
    complaint: 'text',
    folio: 'text?',
    status: 'text',
    subscriber: 'text?',
    received_at: 'text?',
    updated_at: 'text',
    revision: 'integer',
  },
  key: ['complaint'],
  onEvery: ({ revision, occurredAt }, rows, { complaint, card }) =>
    rows.set({
      complaint,
      folio: card.folio,
      status: publicStatus(card.facets),
      subscriber: card.subscriber,
      received_at: card.receivedAt,
      updated_at: occurredAt,
      revision,
    }),
});

/** One row an event. */
export const eventRows = defineProjection({
  name: 'event-rows',
  version: 1,
  columns: { complaint: 'text', revision: 'integer', type: 'text', occurred_at: 'text', actor: 'text' },
  key: ['complaint', 'revision'],
  onEvery: ({ revision, type, occurredAt, metadata }, rows, { complaint }) =>
    rows.set({ complaint, revision, type, occurred_at: occurredAt, actor: metadata.actor }),
});
