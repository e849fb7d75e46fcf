import type { CompensationAmounts } from '../complaint/compensation/messages.js';
import { keepsTheWork } from '../complaint/ending/keeps-the-work.js';
import type { ClockEvent } from '../sla/clocks/facts.js';

/** What a complaint came to in one currency, in minor units. */
export interface Paid {
  /** ISO 4217 code. */
  readonly currency: string;
  /** Refunds and bonuses that were granted, as they were corrected. */
  readonly granted: number;
  /** Of those, what a statement has shown. */
  readonly credited: number;
}

/** What of a grant is not credited yet. */
interface Owed {
  readonly amounts: CompensationAmounts;
  /** For the time without service; otherwise an undue charge that is given back. */
  readonly isForService: boolean;
}

interface Account {
  /** Waits to be credited, the oldest first: a statement shows one of them. */
  readonly owed: readonly Owed[];
  /** What was granted and credited so far for the time without service, since the work began. */
  readonly ofWork: { readonly granted: number; readonly credited: number };
  readonly paid: Readonly<Record<string, { readonly granted: number; readonly credited: number }>>;
}

const sumOf = ({ proportionalRefund, bonus }: CompensationAmounts): number =>
  proportionalRefund.amount + bonus.amount;

const booked = (
  { paid }: Account,
  currency: string,
  more: { readonly granted?: number; readonly credited?: number },
): Account['paid'] => {
  const { granted, credited } = paid[currency] ?? { granted: 0, credited: 0 };
  return {
    ...paid,
    [currency]: { granted: granted + (more.granted ?? 0), credited: credited + (more.credited ?? 0) },
  };
};

const granted = (account: Account, amounts: CompensationAmounts, isForService: boolean): Account => {
  const sum = sumOf(amounts);
  return {
    owed: [...account.owed, { amounts, isForService }],
    ofWork: isForService ? { ...account.ofWork, granted: account.ofWork.granted + sum } : account.ofWork,
    paid: booked(account, amounts.proportionalRefund.currency, { granted: sum }),
  };
};

const credited = (account: Account): Account => {
  const [first, ...owed] = account.owed;
  if (first === undefined) return account;
  const sum = sumOf(first.amounts);
  return {
    owed,
    ofWork: first.isForService
      ? { ...account.ofWork, credited: account.ofWork.credited + sum }
      : account.ofWork,
    paid: booked(account, first.amounts.proportionalRefund.currency, { credited: sum }),
  };
};

/** What was granted for the time without service is another sum; a statement will show the difference. */
const corrected = (account: Account, amounts: CompensationAmounts): Account => {
  const { currency } = amounts.proportionalRefund;
  const [sum, { granted: before, credited: shown }] = [sumOf(amounts), account.ofWork];
  const difference: Owed = {
    amounts: { proportionalRefund: { amount: sum - shown, currency }, bonus: { amount: 0, currency } },
    isForService: true,
  };
  const nothing: Owed = {
    amounts: { proportionalRefund: { amount: 0, currency }, bonus: { amount: 0, currency } },
    isForService: true,
  };
  const first = account.owed.findIndex(({ isForService }) => isForService);
  const owed = account.owed.map((each, place) => {
    if (!each.isForService) return each;
    return place === first ? difference : nothing;
  });
  return {
    owed: first === -1 ? [...owed, difference] : owed,
    ofWork: { granted: sum, credited: shown },
    paid: booked(account, currency, { granted: sum - before }),
  };
};

const after = (account: Account, event: ClockEvent): Account => {
  switch (event.type) {
    case 'CompensationGranted':
      return granted(account, event.data, event.data.reason !== 'undue-charge');
    case 'CompensationCredited':
      return credited(account);
    case 'CompensationCorrected':
      return corrected(account, event.data);
    case 'Reopened':
      return keepsTheWork(event.data.reason) ? account : { ...account, ofWork: { granted: 0, credited: 0 } };
    default:
      return account;
  }
};

/** What was granted and credited in a complaint, by currency, from its events in the order of their revisions. */
export const paidOf = (events: readonly ClockEvent[]): readonly Paid[] => {
  const initial: Account = { owed: [], ofWork: { granted: 0, credited: 0 }, paid: {} };
  const { paid } = events.reduce(after, initial);
  return Object.entries(paid)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sums]) => ({ currency, ...sums }));
};
