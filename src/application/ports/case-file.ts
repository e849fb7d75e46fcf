import type { Facets } from '../../domain/complaint/facets.js';
import type { JsonObject } from '../../domain/kernel/json.js';

/** The people a case is about, as pseudonyms. */
export interface Parties {
  readonly subscriber: string | null;
  readonly reporter: string | null;
  readonly technician: string | null;
}

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
