import { caseHistory } from './case-history/projection.js';
import { caseStatus } from './case-status/projection.js';
import { queues } from './queues/projection.js';
import type { Projection } from './runtime/define-projection.js';

/** The read models that every store keeps. */
export const readModels: readonly Projection[] = [caseStatus, caseHistory, queues];
