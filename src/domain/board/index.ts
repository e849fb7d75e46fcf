export { ages, type Age } from './ages.js';
export type { BoardItem } from './board-case.js';
export { boardSides, type Board, type BoardPart, type BoardSide } from './board.js';
export type {
  AgeCount,
  BoardFigures,
  ByStatus,
  CompensationSummary,
  DueCount,
  MeasureSummary,
  PauseSummary,
  Rate,
} from './figures.js';
export type { WeekFlow } from './flow.js';
export { measureBases, measures, type Measure, type MeasureBasis } from './measures.js';
export { dueWindows, type DueWindow } from './windows.js';
