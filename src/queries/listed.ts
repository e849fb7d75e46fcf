import type { Kind, Status } from '../domain/complaint/vocabulary.js';

/** Which page of a list to give. */
export interface PageOptions {
  /** 1 to 1,000; default 50. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: string;
}

/** One page of a list that is too long to give whole. */
export interface ListedPage<Item> {
  /** In the list's order; at most `limit` of them. */
  readonly items: readonly Item[];
  /** How many the whole list has, over all pages. */
  readonly total: number;
  /** Give it as `after` for the next page; null at the end. */
  readonly next: string | null;
}

/** One of a person's requests, as a list shows it. */
export interface ListedCase {
  /** The number the user was given, with its check character. */
  readonly folio: string;
  /** What sort of request it is; null where it was not told yet. */
  readonly kind: Kind | null;
  /** The public status, derived from the facets of the case. */
  readonly status: Status;
  /** The channel it came in by, one of `Channel`. */
  readonly channel: string | null;
  /** UTC instant at which the provider received it. */
  readonly receivedAt: string | null;
  /** UTC instant at which it ended; null while it is open. */
  readonly endedAt: string | null;
}

/** How the first deadline of a case stands in a queue. */
export interface QueueDeadline {
  /**
   * UTC instant at which the case is due: what was fixed for the duty (an authority's date, that of a level), else the
   * first of its open clocks; null where nothing is due, and while all its clocks are paused.
   */
  readonly dueAt: string | null;
  /**
   * The local date of `dueAt` in the clock's calendar; of a term of days its last day, which ends at `dueAt`. Null where
   * `dueAt` is, and where no published calendar answers for it.
   */
  readonly dueDay: string | null;
  /** The clock that is due first, `C-07`; null where an instant was fixed without one, and where nothing is due. */
  readonly clock: string | null;
  /** How it stands now; null where nothing is due, or its calendar is not published in this store. */
  readonly deadline: 'running' | 'paused' | 'breached' | null;
  /**
   * What is left of it, in milliseconds of open time of its calendar, as `clocks` tells it; of an instant that was fixed
   * without a clock, in milliseconds. 0 once it is overdue; null where `deadline` is.
   */
  readonly remainingMs: number | null;
}

/** A case that stands in a queue, and what for. */
export interface QueueItem extends QueueDeadline {
  /** The number the user was given, with its check character. */
  readonly folio: string;
  /** What sort of request it is; null where it was not told yet. */
  readonly kind: Kind | null;
  /** The public status, derived from the facets of the case. */
  readonly status: Status;
  /** What has to be done first: a code of `duties`. */
  readonly reason: string;
  /** All that has to be done there, the most pressing first; in the list of all work, those of all sides. */
  readonly reasons: readonly string[];
  /** Since when it waits for the first of them. */
  readonly since: string;
  /** How grave it is, one of `Severity`. */
  readonly severity: string | null;
  /** Pseudonym of the technician it is assigned to; null where there is none. */
  readonly technician: string | null;
  /** Id of the area it was routed to; null where it was not. */
  readonly area: string | null;
  /** Whose work it is: a role, or the id of an area. */
  readonly queue: string;
  /** Pseudonym of the person who has it there; null where no person does. */
  readonly holder: string | null;
}
