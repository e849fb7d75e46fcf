import type { CaseCard } from '../../domain/complaint/card.js';
import { dutiesOf } from '../../domain/complaint/duties.js';
import { publicStatus } from '../../domain/complaint/status.js';
import { defineProjection, type RowOf } from '../runtime/define-projection.js';

const columns = {
  complaint: 'text',
  folio: 'text?',
  kind: 'text?',
  status: 'text',
  severity: 'text?',
  received_at: 'text?',
  technician: 'text?',
  area: 'text?',
  /** Why each side has it, and since when; null where that side has nothing to do. */
  customer_service: 'text?',
  customer_service_since: 'text?',
  technical_lead: 'text?',
  technical_lead_since: 'text?',
  competent_area: 'text?',
  competent_area_since: 'text?',
} as const;

type QueueRow = RowOf<typeof columns>;
type Side = 'customer_service' | 'technical_lead' | 'competent_area';

/** A duty keeps its beginning while it is the same one. */
const sinceOf = (side: Side, reason: string | null, before: QueueRow | undefined, at: string) => {
  if (reason === null) return null;
  return before?.[side] === reason ? before[`${side}_since`] : at;
};

const rowOf = (
  complaint: string,
  card: CaseCard,
  before: QueueRow | undefined,
  at: string,
): QueueRow | undefined => {
  const { facets, about, folio, severity, receivedAt, technician, area } = card;
  const { customerService, technicalLead, competentArea } = dutiesOf(facets);
  if (customerService === null && technicalLead === null && competentArea === null) return undefined;
  return {
    complaint,
    folio,
    kind: about?.kind ?? null,
    status: publicStatus(facets),
    severity,
    received_at: receivedAt,
    technician,
    area,
    customer_service: customerService,
    customer_service_since: sinceOf('customer_service', customerService, before, at),
    technical_lead: technicalLead,
    technical_lead_since: sinceOf('technical_lead', technicalLead, before, at),
    competent_area: competentArea,
    competent_area_since: sinceOf('competent_area', competentArea, before, at),
  };
};

/** Whether two cards put a complaint into the same queues, with the same words. */
const isAsBefore = (one: CaseCard, other: CaseCard): boolean =>
  one.facets === other.facets &&
  one.folio === other.folio &&
  one.about === other.about &&
  one.severity === other.severity &&
  one.technician === other.technician &&
  one.area === other.area;

/** What each side has to do next: one row for each complaint that waits for someone (O-18). */
export const queues = defineProjection({
  name: 'queues',
  version: 1,
  columns,
  key: ['complaint'],
  indexes: [
    ['customer_service_since', 'complaint'],
    ['technical_lead_since', 'complaint'],
    ['technician', 'technical_lead_since', 'complaint'],
    ['area', 'competent_area_since', 'complaint'],
  ],
  onEvery: ({ occurredAt }, rows, { complaint, card, before }) =>
    isAsBefore(before, card)
      ? undefined
      : rows.change({ complaint }, (row) => rowOf(complaint, card, row, occurredAt)),
});
