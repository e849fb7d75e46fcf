import type { DeadlinesEvents } from './events.js';

export interface DeadlinesCommands {
  readonly warnOfDeadline: DeadlinesEvents['SlaWarned'];
  readonly recordBreach: DeadlinesEvents['SlaBreached'];
  readonly recomputeClocks: DeadlinesEvents['ClocksRecomputed'];
}
