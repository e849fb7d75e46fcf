import type { Projection } from '../application/ports/projection.js';
import { boardCases, type BoardCases } from './board-cases/board-cases.js';
import { boardCounts } from './board-counts/projection.js';
import { boardOpen } from './board-open/projection.js';
import { boardRanges } from './board-ranges/projection.js';
import { boardRunning } from './board-running/projection.js';
import { boardValues } from './board-values/projection.js';
import { caseClocks } from './case-clocks/case-clocks.js';

/** The read models that together keep the board: what a request adds to it is found once for all of them. */
export const boardReadModels = (cases: BoardCases = boardCases(caseClocks())): readonly Projection[] =>
  [boardOpen, boardCounts, boardRanges, boardValues, boardRunning].map((readModel) => readModel(cases));
