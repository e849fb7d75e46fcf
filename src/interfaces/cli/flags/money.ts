import type { JsonValue } from '../../../domain/kernel/json.js';

/** `499.00 MXN`, `-20 MXN`, `499.5MXN`: two decimals at most, and the currency's three letters. */
const amount = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?\s*([A-Za-z]{3})$/;

/** Money as a person types it, in minor units (centavos); a text that is none stays as it is, to be refused. */
export const readMoney = (text: string): JsonValue => {
  const [, sign, whole, part = '', currency] = amount.exec(text.trim()) ?? [];
  if (whole === undefined || currency === undefined) return text;
  const minor = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return { amount: sign === '-' && minor !== 0 ? -minor : minor, currency: currency.toUpperCase() };
};
