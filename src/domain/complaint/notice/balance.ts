import type { Money } from '../../kernel/money.js';
import type { CaseCard } from '../card.js';
import { undueChargeOwed } from '../compensation/undue-charge.js';
import type { Facets } from '../facets.js';

/** A balance below zero is the user's: what they paid in advance, or a deposit. */
const isForTheUser = (balance: Money | undefined): boolean => balance !== undefined && balance.amount < 0;

/** Whether two balances are one: the same amount in the same currency, or none both times. */
export const isSameBalance = (one: Money | undefined, other: Money | undefined): boolean =>
  one?.amount === other?.amount && one?.currency === other?.currency;

/**
 * A balance in the user's favour is credited like what is granted. What is executed anew may be disputed anew, unless the
 * dispute before it is open, or what it brought is owed.
 */
export const onceExecuted = (
  { balance }: { readonly balance?: Money },
  { facets }: Pick<CaseCard, 'facets'>,
): Partial<Facets> => ({
  ...(balance !== undefined && { balance: isForTheUser(balance) ? 'owed' : 'none' }),
  ...(facets.penalty !== 'disputed' && !undueChargeOwed({ facets }) && { penalty: 'none' }),
});

/** Where a correction leaves the balance as it was, what became of it stays: what was credited is not credited again. */
export const onceCorrected = ({
  balance,
  balanceStands,
}: {
  readonly balance?: Money;
  readonly balanceStands?: true;
}): Partial<Facets> => (balanceStands === true ? {} : { balance: isForTheUser(balance) ? 'owed' : 'none' });
