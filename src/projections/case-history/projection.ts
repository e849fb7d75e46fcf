import { defineProjection } from '../runtime/define-projection.js';

/** What happened in every case, event by event: one row each (O-34, O-35). */
export const caseHistory = defineProjection({
  name: 'case-history',
  version: 1,
  columns: {
    complaint: 'text',
    revision: 'integer',
    type: 'text',
    occurred_at: 'text',
    recorded_at: 'text',
    actor: 'text',
    role: 'text',
    backdated: 'integer',
    data: 'text',
  },
  key: ['complaint', 'revision'],
  onEvery: ({ revision, type, occurredAt, recordedAt, metadata, data }, rows, { complaint }) =>
    rows.set({
      complaint,
      revision,
      type,
      occurred_at: occurredAt,
      recorded_at: recordedAt,
      actor: metadata.actor,
      role: metadata.role,
      backdated: metadata.backdated === true ? 1 : 0,
      data: JSON.stringify(data),
    }),
});
