import { describe, expect, it } from '@jest/globals';
import type { ProjectedRows } from '../../../src/application/ports/projected-rows.js';
import type { Projection } from '../../../src/application/ports/projection.js';
import { memoryProjectedRows } from '../../../src/infrastructure/memory/index.js';
import { projectedRowsLaws, tryRowsLaw } from '../../../src/testing/index.js';

type Make = (projections: readonly Projection[]) => ProjectedRows;

const good: Make = (projections) => memoryProjectedRows({ projections });

/** Rows that get one thing wrong, and a part of the law by which that is found. */
const mistakes: readonly (readonly [mistake: string, law: string, make: Make])[] = [
  [
    'project over a gap',
    'take nothing over a gap',
    (projections) => {
      const rows = good(projections);
      const project: ProjectedRows['project'] = async (after, batch, refs) => {
        const [first] = await rows.rowCheckpoints();
        const isAhead = after !== undefined && after > (first?.position ?? '');
        await rows.project(isAhead ? first?.position : after, batch, refs);
      };
      return { ...rows, project };
    },
  ],
  [
    'forget their checkpoints',
    'are projected batch by batch',
    (projections) => {
      const rows = good(projections);
      const rowCheckpoints: ProjectedRows['rowCheckpoints'] = async () =>
        (await rows.rowCheckpoints()).map((each) => ({ ...each, position: undefined }));
      return { ...rows, rowCheckpoints };
    },
  ],
  [
    'never rebuild',
    'are made anew beside',
    (projections) => ({ ...good(projections), rebuild: () => Promise.resolve() }),
  ],
  [
    'answer after they were closed',
    'answer nothing afterwards',
    (projections) => ({ ...good(projections), close: () => Promise.resolve() }),
  ],
];

describe('The laws of rows apart', () => {
  it.each(mistakes)('find rows that %s', async (_mistake, part, make) => {
    const law = projectedRowsLaws.find(({ name }) => name.includes(part));
    if (law === undefined) throw new Error(`no law: ${part}`);
    await expect(tryRowsLaw(law, { make })).rejects.toThrow(law.name);
    await tryRowsLaw(law, { make: good });
  });
});
