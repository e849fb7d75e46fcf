export { fortnightSteps, generateFortnight, type WorkloadOptions } from './generate-fortnight.js';
export { runWorkload, type WorkloadHooks, type WorkloadResult } from './run-workload.js';
export type { Script, ScriptedCommand } from './script.js';
export { numbers as workloadNumbers } from './numbers.js';
