import type { Projection } from '../application/ports/projection.js';
import { alerts } from './alerts/projection.js';
import { boardCases } from './board-cases/board-cases.js';
import { boardReadModels } from './board-read-models.js';
import { caseClocks } from './case-clocks/case-clocks.js';
import { caseReferences } from './case-references/projection.js';
import { caseStatus } from './case-status/projection.js';
import { caseTotals } from './case-totals/projection.js';
import { dueIndex } from './due-index/projection.js';
import { queueTotals } from './queue-totals/projection.js';
import { queues } from './queues/projection.js';

/** The read models that every store keeps. Those that count deadlines fold them once for all, and those of the board find once what a
 * request adds to it. */
export const readModels = (): readonly Projection[] => {
  const clocks = caseClocks();
  return [
    ...[caseStatus, caseReferences, queues(clocks), queueTotals, caseTotals],
    ...[dueIndex(clocks), alerts(clocks)],
    ...boardReadModels(boardCases(clocks)),
  ];
};
