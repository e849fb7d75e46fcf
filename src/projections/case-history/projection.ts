import { isComplaintEvent } from '../../domain/complaint/evolve.js';
import { complaintOf } from '../runtime/complaint-scope.js';
import { defineProjection } from '../runtime/define-projection.js';
import { caseHistoryColumns } from './row.js';

/** What happened in every case, event by event: one row each (O-34, O-35). */
export const caseHistory = defineProjection({
  name: 'case-history',
  version: 1,
  fresh: true,
  table: { columns: caseHistoryColumns, key: ['complaint', 'revision'], indexes: [] },
  key: (event) =>
    isComplaintEvent(event) ? { complaint: complaintOf(event.stream), revision: event.revision } : undefined,
  row: (_before, { stream, revision, type, occurredAt, recordedAt, metadata, data }) => ({
    complaint: complaintOf(stream),
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
