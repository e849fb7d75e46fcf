import type { Kind, Status } from '../../complaint/vocabulary.js';
import type { Instant } from '../../kernel/instant.js';

/** A case on the sheet, as a page of a queue has it. */
export interface SheetItem {
  /** The number the user was given, with its check character. */
  readonly folio: string;
  /** What sort of request it is; null where it was not told yet. */
  readonly kind: Kind | null;
  /** The public status. */
  readonly status: Status;
  /** All that has to be done there, the most pressing first: codes of `duties`. */
  readonly reasons: readonly string[];
  /** UTC instant at which it is due; null where nothing is, and while it is paused. */
  readonly dueAt: string | null;
  /** How its deadline stands; null where nothing is due. */
  readonly deadline: 'running' | 'paused' | 'breached' | null;
  /** What is left of it, in milliseconds of open time of its calendar. */
  readonly remainingMs: number | null;
  /** How grave it is, one of `Severity`. */
  readonly severity: string | null;
  /** Pseudonym of the technician it is assigned to; null where there is none. */
  readonly technician: string | null;
  /** Id of the area it was routed to; null where it was not. */
  readonly area: string | null;
  /** Pseudonym of the person who has it there; null where no person does. */
  readonly holder: string | null;
  /** Where the service is, where that is known. */
  readonly municipality?: string | null;
}

/** What stands on a sheet, and whose it is. */
export interface Sheet {
  /** A role, `supervisor`, the id of an area, or `all`. */
  readonly queue: string;
  /** The one person whose work it is, where it is one's. */
  readonly person?: string;
  /** The instant that it is made at. */
  readonly asOf: Instant;
  /** In the order of the queue. */
  readonly items: readonly SheetItem[];
  /** How many stand in the queue. */
  readonly total: number;
}
