import type { Status } from '../domain/complaint/vocabulary.js';

/** How many cases there are of each sort, counted in the rows. */
export interface Totals {
  /** Every case there ever was. */
  readonly filed: number;
  /** Cases that have not ended. */
  readonly open: number;
  /** Every ended case: closed, cancelled and rejected. */
  readonly closed: number;
  /** Cases by public status; each status is there, with 0 where it has none. */
  readonly byStatus: Readonly<Record<Status, number>>;
  /** Requests for information that were made of users. */
  readonly waits: number;
  /** Cases with at least one request for information. */
  readonly casesWithWait: number;
  /** Cases opened again at least once after they had ended. */
  readonly casesReopened: number;
}
