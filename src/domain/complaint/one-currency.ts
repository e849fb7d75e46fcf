import { reject } from '../kernel/decision.js';
import type { Money } from '../kernel/money.js';
import type { FiledComplaint } from './state.js';

/** A case speaks of money in one currency, whichever command names it: amounts of two are never added. */
export const otherCurrency = (
  { currency, folio }: FiledComplaint,
  ...amounts: readonly (Money | undefined)[]
) => {
  const named = amounts.flatMap((amount) => amount?.currency ?? []);
  const known = currency ?? named[0];
  const other = named.find((each) => each !== known);
  return other === undefined ? null : reject('other-currency', { folio, currency: other, known });
};
