import type { Projection } from '../../application/ports/projection.js';
import type { ProjectedRows } from '../../application/ports/projected-rows.js';
import type { RowsLaw } from './law.js';
import { projectedRowsLaws } from './laws.js';

export type { OpenRows, RowsLaw } from './law.js';
export { projectedRowsLaws } from './laws.js';

/** How to make the rows under test. */
export interface RowsUnderTest {
  /** Makes new, empty rows of these projections. */
  readonly make: (projections: readonly Projection[]) => Promise<ProjectedRows> | ProjectedRows;
}

/** Tries one law on rows of its own, which are closed afterwards. Throws an error that says what was found. */
export const tryRowsLaw = async (law: RowsLaw, { make }: RowsUnderTest): Promise<void> => {
  const opened: ProjectedRows[] = [];
  try {
    await law.holds(async (projections) => {
      const rows = await make(projections);
      opened.push(rows);
      return rows;
    });
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new Error(`${law.name}: ${found}`, { cause: error });
  } finally {
    for (const rows of opened) await rows.close();
  }
};

/** The rows under test, and the test runner they are tried in. */
export interface RowsContractOptions extends RowsUnderTest {
  /** As in jest, vitest and node:test. */
  readonly describe: (name: string, body: () => void) => unknown;
  /** As in jest, vitest and node:test; it waits for the promise. */
  readonly it: (name: string, body: () => Promise<void>) => unknown;
}

/**
 * Tries a place for rows against everything that holds for rows apart from their events, under any test runner:
 *
 * ```ts
 * projectedRowsContract({ describe, it, make: (projections) => myProjectedRows({ projections }) });
 * ```
 */
export const projectedRowsContract = ({ describe, it, make }: RowsContractOptions): void => {
  describe('rows apart from their events', () => {
    for (const law of projectedRowsLaws) it(law.name, () => tryRowsLaw(law, { make }));
  });
};
