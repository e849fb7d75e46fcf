import type { Money } from '../../kernel/money.js';
import type { Evolvers } from '../evolver.js';
import type { CompensationAmounts, CompensationEvents } from './events.js';

const sum = (a: Money, b: Money): Money => ({
  ...b,
  amount: (a.currency === b.currency ? a.amount : 0) + b.amount,
});

/** All that a cycle granted: what was granted while the outage lasted, and the rest after it. */
const together = (before: CompensationAmounts | null, now: CompensationAmounts): CompensationAmounts =>
  before === null
    ? now
    : {
        proportionalRefund: sum(before.proportionalRefund, now.proportionalRefund),
        bonus: sum(before.bonus, now.bonus),
      };

export const compensationEvolvers: Evolvers<CompensationEvents> = {
  CompensationAssessed: {
    card: () => ({ facets: { compensation: 'assessed' } }),
    details: (assessed) => ({ assessed }),
  },
  CompensationGranted: {
    card: () => ({ facets: { compensation: 'granted' } }),
    details: ({ proportionalRefund, bonus }, { assessed, granted, compensatedUntil, uncredited }) => ({
      granted: together(granted, { proportionalRefund, bonus }),
      compensatedUntil: assessed?.affected.to ?? compensatedUntil,
      uncredited: uncredited + 1,
    }),
  },
  /** One statement may show what was granted in a cycle before this one: then this cycle's facet stays. */
  CompensationCredited: {
    card: (_data, { facets }) =>
      facets.compensation === 'granted' ? { facets: { compensation: 'credited' } } : {},
    details: (_data, { uncredited }) => ({ uncredited: Math.max(0, uncredited - 1) }),
  },
};
