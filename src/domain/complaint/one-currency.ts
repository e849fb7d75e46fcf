import { reject } from '../kernel/decision.js';
import type { Money } from '../kernel/money.js';
import type { FiledComplaint } from './state.js';

/**
 * A case speaks of money in one currency, whichever command names it: amounts of two are never added. Where nothing but
 * the balance of a cancellation was said, that is its currency.
 */
export const otherCurrency = (
  { currency, execution, folio }: Pick<FiledComplaint, 'currency' | 'execution' | 'folio'>,
  ...amounts: readonly (Money | undefined)[]
) => {
  const named = amounts.flatMap((amount) => amount?.currency ?? []);
  const known = currency ?? execution?.balance?.currency ?? named[0];
  const other = named.find((each) => each !== known);
  return other === undefined ? null : reject('other-currency', { folio, currency: other, known });
};
