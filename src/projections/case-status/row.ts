import type { Row } from '../../application/ports/read-model-store.js';

export const caseStatusColumns = {
  complaint: 'text',
  provider: 'text',
  folio: 'text',
  kind: 'text',
  track: 'text',
  status: 'text',
  subscriber: 'text',
  reporter: 'text',
  contract: 'text',
  channel: 'text',
  severity: 'text',
  area: 'text',
  technician: 'text',
  owner: 'text',
  received_at: 'text',
  updated_at: 'text',
  ended_at: 'text',
  cycle: 'integer',
  /** How often the user was asked for information; whether ever; whether it was reopened ever. */
  waits: 'integer',
  waited: 'integer',
  reopened: 'integer',
  revision: 'integer',
  facets: 'text',
} as const;

export type CaseStatusChanges = Partial<Record<keyof typeof caseStatusColumns, string | number | null>>;

/** A case of which nothing is known yet. */
export const emptyCase = (complaint: string, provider: string): Row => ({
  complaint,
  provider,
  folio: null,
  kind: null,
  track: null,
  status: 'acknowledged',
  subscriber: null,
  reporter: null,
  contract: null,
  channel: null,
  severity: null,
  area: null,
  technician: null,
  owner: null,
  received_at: null,
  updated_at: null,
  ended_at: null,
  cycle: 1,
  waits: 0,
  waited: 0,
  reopened: 0,
  revision: 0,
  facets: null,
});
