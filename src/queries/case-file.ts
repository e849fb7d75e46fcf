import type { Facets } from '../domain/complaint/facets.js';
import type { JsonObject } from '../domain/kernel/json.js';

/** The people a case is about, as pseudonyms. */
export interface Parties {
  /** Who holds the contract. */
  readonly subscriber: string | null;
  /** Who filed for the subscriber; null where they did it themselves. */
  readonly reporter: string | null;
  /** Whom the diagnosis is assigned to; null before that. */
  readonly technician: string | null;
}

/**
 * Why a person's values cannot be read: their key was destroyed, which erased them; it is missing from the vault; or what
 * was sealed is damaged.
 */
export type Unread = 'destroyed' | 'key-missing' | 'ciphertext-invalid';

/** One line of a case's history. */
export interface HistoryItem {
  /** Place in the case's stream, from 0. */
  readonly revision: number;
  /** Name of the event, such as `Filed`. */
  readonly type: string;
  /** UTC instant at which it happened. */
  readonly occurredAt: string;
  /** UTC instant at which it was recorded. */
  readonly recordedAt: string;
  /** Pseudonym of the actor who recorded it. */
  readonly actor: string;
  /** The role they did it in. */
  readonly role: string;
  /** Whether it was dated before the clock when it was recorded. */
  readonly backdated: boolean;
  /** What an import brought it, and by which rule; `:filled` at its end where the log does not say it. Absent for all else. */
  readonly source?: string;
  /** The fact without personal values. */
  readonly data: JsonObject;
  /** Opened for this viewer, by person; absent where there is nothing or it may not be seen. */
  readonly personal?: Readonly<Record<string, JsonObject>>;
  /** Why the values of a person, which this viewer may see, cannot be read; absent where all of them can. */
  readonly unreadable?: Readonly<Record<string, Unread>>;
}

/** A case as its rows or its events tell it, before anybody looks at it. */
export interface CaseFile extends Parties {
  /** Identity of the case in its stream's name; the folio is what people see. */
  readonly complaint: string;
  /** The number the user was given, with its check character. */
  readonly folio: string;
  /** Where the case stands in each respect; the public status follows from them. */
  readonly facets: Facets;
  /** The contract it is about, as the host names it. */
  readonly contract: string | null;
  /** The channel it came in by, one of `Channel`. */
  readonly channel: string | null;
  /** How grave it is, one of `Severity`. */
  readonly severity: string | null;
  /** Id of the area it was routed to; null where it was not. */
  readonly area: string | null;
  /** Pseudonym of the owner in customer service (O-18). */
  readonly owner: string | null;
  /** UTC instant at which the provider received it: where deadlines run from. */
  readonly receivedAt: string | null;
  /** Every event of the case, oldest first. */
  readonly history: readonly HistoryItem[];
}
