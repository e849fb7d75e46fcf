import type { Row } from '../../application/ports/read-model-store.js';
import { dutiesOf } from '../../domain/complaint/duties.js';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import { evolveFacets, isComplaintEvent } from '../../domain/complaint/evolve.js';
import { publicStatus } from '../../domain/complaint/status.js';
import { facetsOf } from '../runtime/complaint-facets.js';
import { complaintOf, scopeOf } from '../runtime/complaint-scope.js';
import { defineProjection } from '../runtime/define-projection.js';
import { emptyQueueRow, queueColumns, type QueueChanges } from './row.js';

const said = (event: ComplaintEvent): QueueChanges => {
  switch (event.type) {
    case 'Filed':
      return { kind: event.data.kind, severity: event.data.severity, received_at: event.data.receivedAt };
    case 'FolioAssigned':
      return { folio: event.data.folio };
    case 'Classified':
      return { severity: event.data.severity };
    case 'Reclassified':
      return { kind: event.data.kind };
    case 'RoutedToArea':
    case 'ReroutedToArea':
      return { area: event.data.area };
    case 'TechnicianAssigned':
      return { technician: event.data.technician };
    default:
      return {};
  }
};

type Side = 'customer_service' | 'technical_lead' | 'competent_area';

/** A duty keeps its beginning while it is the same one. */
const duty = (side: Side, reason: string | null, before: Row, occurredAt: string): QueueChanges =>
  before[side] === reason ? {} : { [side]: reason, [`${side}_since`]: reason === null ? null : occurredAt };

/** What everybody has to do next: one row a complaint, which a queue shows while its side has a duty (O-18). */
export const queues = defineProjection({
  name: 'queues',
  version: 1,
  table: {
    columns: queueColumns,
    key: ['complaint'],
    indexes: [
      ['provider', 'customer_service_since', 'complaint'],
      ['provider', 'technical_lead_since', 'complaint'],
      ['provider', 'technician', 'technical_lead_since', 'complaint'],
      ['provider', 'area', 'competent_area_since', 'complaint'],
    ],
  },
  key: (event) => (isComplaintEvent(event) ? { complaint: complaintOf(event.stream) } : undefined),
  row: (row, event) => {
    if (!isComplaintEvent(event)) return row;
    const before = row ?? emptyQueueRow(complaintOf(event.stream), scopeOf(event));
    const facets = evolveFacets(facetsOf(row), event);
    const duties = dutiesOf(facets);
    return {
      ...before,
      ...said(event),
      status: publicStatus(facets),
      ...duty('customer_service', duties.customerService, before, event.occurredAt),
      ...duty('technical_lead', duties.technicalLead, before, event.occurredAt),
      ...duty('competent_area', duties.competentArea, before, event.occurredAt),
      facets: JSON.stringify(facets),
    };
  },
});
