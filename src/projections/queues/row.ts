import type { Row } from '../../application/ports/read-model-store.js';

export const queueColumns = {
  complaint: 'text',
  provider: 'text',
  folio: 'text',
  kind: 'text',
  status: 'text',
  severity: 'text',
  received_at: 'text',
  technician: 'text',
  area: 'text',
  /** Why each side has it, and since when; null where that side has nothing to do. */
  customer_service: 'text',
  customer_service_since: 'text',
  technical_lead: 'text',
  technical_lead_since: 'text',
  competent_area: 'text',
  competent_area_since: 'text',
  facets: 'text',
} as const;

export type QueueChanges = Partial<Record<keyof typeof queueColumns, string | number | null>>;

export const emptyQueueRow = (complaint: string, provider: string): Row => ({
  complaint,
  provider,
  folio: null,
  kind: null,
  status: 'acknowledged',
  severity: null,
  received_at: null,
  technician: null,
  area: null,
  customer_service: null,
  customer_service_since: null,
  technical_lead: null,
  technical_lead_since: null,
  competent_area: null,
  competent_area_since: null,
  facets: null,
});
