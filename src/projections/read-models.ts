import type { Projection } from '../application/ports/projection.js';
import { caseReferences } from './case-references/projection.js';
import { caseStatus } from './case-status/projection.js';
import { caseTotals } from './case-totals/projection.js';
import { queues } from './queues/projection.js';

/** The read models that every store keeps. */
export const readModels: readonly Projection[] = [caseStatus, caseReferences, queues, caseTotals];
