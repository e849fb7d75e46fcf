import type { Projection } from '../../application/ports/projection.js';
import type { ProjectedRows } from '../../application/ports/projected-rows.js';

/** Makes new, empty rows of some projections; a law closes them where it ends with them. */
export type OpenRows = (projections: readonly Projection[]) => Promise<ProjectedRows>;

/** One thing that holds for every place of rows. */
export interface RowsLaw {
  /** What holds, as a sentence: the name of its test. */
  readonly name: string;
  /** Tries it; rejects with what was found where it does not hold. */
  readonly holds: (open: OpenRows) => Promise<void>;
}
