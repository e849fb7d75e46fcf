import type { Facets } from '../../domain/complaint/facets.js';
import { publicStatus } from '../../domain/complaint/status.js';
import type { Kind, Role, Status } from '../../domain/complaint/vocabulary.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import type { Parties } from './viewer.js';

/** One line of a case's history. */
export interface HistoryItem {
  readonly revision: number;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly role: string;
  readonly backdated: boolean;
  readonly data: JsonObject;
  /** Opened for this viewer, by person; absent where there is nothing or it may not be seen. */
  readonly personal?: Readonly<Record<string, JsonObject>>;
}

/** A case as its rows or its events tell it, before anybody looks at it. */
export interface CaseFile extends Parties {
  readonly complaint: string;
  readonly folio: string;
  readonly facets: Facets;
  readonly contract: string | null;
  readonly channel: string | null;
  readonly severity: string | null;
  readonly area: string | null;
  readonly owner: string | null;
  readonly receivedAt: string | null;
  readonly history: readonly HistoryItem[];
}

/** What an unverified party learns of a folio (I-20). */
export interface CaseBrief {
  readonly folio: string;
  readonly kind: Kind | null;
  readonly status: Status;
}

/** A case as a verified party sees it. */
export type CaseView = CaseBrief &
  Partial<Omit<Facets, 'kind'> & Omit<CaseFile, 'facets' | 'folio' | 'complaint'>>;

export const briefOf = ({ folio, facets }: CaseFile): CaseBrief => ({
  folio,
  kind: facets.kind,
  status: publicStatus(facets),
});

/** Everything but what is personal; the fields come in a fixed order. */
export const viewOf = ({ facets, history, complaint, folio, ...rest }: CaseFile): CaseView => {
  const { kind, ...others } = facets;
  void complaint;
  return { folio, kind, status: publicStatus(facets), ...others, ...rest, history };
};

/** Read the case as it stood: what had happened by `at`, of what was known by `knownAt` (design: Time). */
export interface AsOf {
  readonly at?: Instant;
  readonly knownAt?: Instant;
}

export type { Role };
