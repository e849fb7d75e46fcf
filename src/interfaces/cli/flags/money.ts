import type { JsonValue } from '../../../domain/kernel/json.js';

/** `499`, `$499.00`, `1,234.50 MXN`, `-20 MXN`, `499 pesos`: two decimals at most, commas between thousands. */
const amount = /^(-?)\s*\$?\s*(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,2}))?\s*(pesos?|[A-Za-z]{3})?$/i;

/** The currency of an amount that names none: the providers are in Mexico, and bill in pesos. */
const usual = 'MXN';

const currencyOf = (word: string | undefined): string =>
  word === undefined || /^pesos?$/i.test(word) ? usual : word.toUpperCase();

/** Money as a person types it, in minor units (centavos); a text that is none stays as it is, to be refused. */
export const readMoney = (text: string): JsonValue => {
  const [, sign, whole, part = '', currency] = amount.exec(text.trim()) ?? [];
  if (whole === undefined) return text;
  const minor = Number(whole.replaceAll(',', '')) * 100 + Number(part.padEnd(2, '0'));
  return { amount: sign === '-' && minor !== 0 ? -minor : minor, currency: currencyOf(currency) };
};
