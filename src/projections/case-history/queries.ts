import type { ReadModelStore, Row } from '../../application/ports/read-model-store.js';
import { caseHistory } from './projection.js';

const longest = 10_000;

/** All rows of one case, in order. */
export const historyOf = (rows: ReadModelStore, complaint: string): Promise<readonly Row[]> =>
  rows.list({ table: caseHistory.table.name, where: { complaint }, orderBy: ['revision'], limit: longest });
