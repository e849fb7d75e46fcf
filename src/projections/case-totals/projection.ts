import type { CaseCard } from '../../domain/complaint/card.js';
import { publicStatus } from '../../domain/complaint/status.js';
import { defineProjection } from '../runtime/define-projection.js';

/** What is counted: all cases, each status, requests for information, cases with one, cases opened again. */
export const statusMeasure = (status: string): string => `status:${status}`;
export const measures = {
  filed: 'filed',
  waits: 'waits',
  casesWithWait: 'cases-with-wait',
  casesReopened: 'cases-reopened',
} as const;

/** What one case counts for. */
const countsOf = (card: CaseCard): Readonly<Record<string, number>> => {
  // Before its filing there is no case.
  if (card.receivedAt === null) return {};
  const waits = card.requests.made;
  return {
    [measures.filed]: 1,
    [statusMeasure(publicStatus(card.facets))]: 1,
    [measures.waits]: waits,
    [measures.casesWithWait]: Math.min(waits, 1),
    [measures.casesReopened]: Math.min(card.facets.cycle - 1, 1),
  };
};

/** How many cases there are of each sort: one row a number, so that totals never count all cases. */
export const caseTotals = defineProjection({
  name: 'case-totals',
  version: 1,
  columns: { measure: 'text', count: 'integer' },
  key: ['measure'],
  onEvery: (_event, rows, { card, before }) => {
    if (card === before) return undefined;
    const [was, is] = [countsOf(before), countsOf(card)];
    return Object.keys({ ...was, ...is }).flatMap((measure) => {
      const count = (is[measure] ?? 0) - (was[measure] ?? 0);
      return count === 0 ? [] : [rows.add({ measure }, { count })];
    });
  },
});
