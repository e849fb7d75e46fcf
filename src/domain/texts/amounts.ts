import { minorDigits } from '../kernel/currency.js';
import type { Money } from '../kernel/money.js';

/** An amount as it is written in Mexico: `$1,234.50 MXN`; `-$47.88 MXN` below zero. */
export const written = ({ amount, currency }: Money): string => {
  const digits = minorDigits(currency);
  const minor = String(Math.abs(amount)).padStart(digits + 1, '0');
  const whole = minor.slice(0, minor.length - digits).replace(/\B(?=(\d{3})+$)/gu, ',');
  const fraction = digits === 0 ? '' : `.${minor.slice(-digits)}`;
  return `${amount < 0 ? '-' : ''}$${whole}${fraction} ${currency}`;
};

/** The sum of two amounts of one currency. */
export const sumOf = (a: Money, b: Money): Money => ({ amount: a.amount + b.amount, currency: a.currency });
