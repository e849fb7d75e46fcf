/** Open complaints of the store that is asked, also with `--quick`. */
export const filledComplaints = 1_000_000;
/** Rows of a page. */
export const pageSize = 50;
/** Pages of a walk through a queue, before the next walk begins at its first page. */
export const pagesOfWalk = 20;

/** What a contender that asks rows was answered: the complaints there are, and the folios of a page. */
export interface Answer {
  readonly total: number;
  readonly folios: readonly string[];
}

/** Asks the n-th question. */
export type Ask = (n: number) => Promise<Answer>;
