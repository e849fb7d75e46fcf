import type { StoredEvent } from '../../application/ports/event-store.js';
import { evolveFacets, isComplaintEvent } from '../../domain/complaint/evolve.js';
import type { ComplaintEvent } from '../../domain/complaint/events.js';
import { publicStatus } from '../../domain/complaint/status.js';
import { facetsOf } from '../runtime/complaint-facets.js';
import { numberIn } from '../runtime/row-cells.js';
import { complaintOf, scopeOf } from '../runtime/complaint-scope.js';
import { defineProjection } from '../runtime/define-projection.js';
import { caseStatusColumns, emptyCase, type CaseStatusChanges } from './row.js';

/** What an event says of a case besides its facets. */
const said = (event: ComplaintEvent, before: { readonly waits: number }): CaseStatusChanges => {
  switch (event.type) {
    case 'Filed': {
      const { kind, subject, defect, subscriber, reporter, contract, channel, severity, receivedAt } =
        event.data;
      return {
        kind,
        subject,
        defect: defect ?? null,
        subscriber,
        reporter: reporter ?? null,
        contract: contract ?? null,
        channel,
        severity,
        received_at: receivedAt,
      };
    }
    case 'FolioAssigned':
      return { folio: event.data.folio };
    case 'Classified':
      return { severity: event.data.severity };
    case 'Reclassified':
      return { kind: event.data.kind, subject: event.data.subject, defect: event.data.defect ?? null };
    case 'RoutedToArea':
    case 'ReroutedToArea':
      return { area: event.data.area };
    case 'TechnicianAssigned':
      return { technician: event.data.technician, owner: event.data.owner };
    case 'CaseReassigned':
      return { owner: event.data.owner };
    case 'InformationRequested':
      return { waits: before.waits + 1, waited: 1 };
    case 'Reopened':
      return { reopened: 1 };
    default:
      return {};
  }
};

/** Where every case stands: one row a complaint (O-34, I-20). */
export const caseStatus = defineProjection({
  name: 'case-status',
  version: 1,
  table: {
    columns: caseStatusColumns,
    key: ['complaint'],
    indexes: [
      ['provider', 'folio'],
      ['provider', 'subscriber', 'received_at', 'complaint'],
      ['provider', 'contract', 'received_at', 'complaint'],
      ['provider', 'status'],
    ],
  },
  key: (event) => (isComplaintEvent(event) ? { complaint: complaintOf(event.stream) } : undefined),
  row: (before, event: StoredEvent) => {
    if (!isComplaintEvent(event)) return before;
    const facets = evolveFacets(facetsOf(before), event);
    const status = publicStatus(facets);
    return {
      ...(before ?? emptyCase(complaintOf(event.stream), scopeOf(event))),
      ...said(event, { waits: before === undefined ? 0 : numberIn(before, 'waits') }),
      status,
      track: facets.track,
      ended_at: facets.ending === 'open' ? null : (before?.['ended_at'] ?? event.occurredAt),
      updated_at: event.occurredAt,
      cycle: facets.cycle,
      revision: event.revision,
      facets: JSON.stringify(facets),
    };
  },
});
