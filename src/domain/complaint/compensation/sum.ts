import type { Money } from '../../kernel/money.js';

/** The sum of two amounts; of two currencies, which a case never has, the second alone. */
export const sum = (a: Money, b: Money): Money => ({
  ...b,
  amount: (a.currency === b.currency ? a.amount : 0) + b.amount,
});
