import type { ReadModelStore, Row } from '../../application/ports/read-model-store.js';
import { caseHistory } from '../../projections/case-history/projection.js';

const pageSize = 1_000;

/** All rows of one case, in order, however many. */
export const historyOf = async (rows: ReadModelStore, complaint: string): Promise<readonly Row[]> => {
  const all: Row[] = [];
  for (;;) {
    const last = all.at(-1)?.['revision'];
    const page = await rows.list({
      table: caseHistory.table.name,
      where: { complaint },
      orderBy: ['revision'],
      limit: pageSize,
      ...(typeof last === 'number' && { after: [last] }),
    });
    all.push(...page);
    if (page.length < pageSize) return all;
  }
};
