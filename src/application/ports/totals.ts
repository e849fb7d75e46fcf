import type { Status } from '../../domain/complaint/vocabulary.js';

/** How many cases there are of each sort, counted in the rows. */
export interface Totals {
  readonly filed: number;
  readonly open: number;
  /** Every ended case: closed, cancelled and rejected. */
  readonly closed: number;
  readonly byStatus: Readonly<Record<Status, number>>;
  /** Requests for information, and cases that had any. */
  readonly waits: number;
  readonly casesWithWait: number;
  readonly casesReopened: number;
}
