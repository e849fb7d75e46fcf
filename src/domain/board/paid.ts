import type {
  CompensationAmounts,
  CreditedFor,
  GrantPart,
  GrantReason,
} from '../complaint/compensation/messages.js';
import { partOf } from '../complaint/compensation/uncredited.js';
import { asTheyStand } from '../complaint/correction/as-they-stand.js';
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
  readonly reason: GrantReason;
  readonly amount: number;
  readonly currency: string;
}

interface Sums {
  readonly granted: number;
  readonly credited: number;
}

interface Account {
  /** Waits to be credited, the oldest first: a statement shows one of them. */
  readonly owed: readonly Owed[];
  /** What was granted and credited of each part since the work began: a correction tells the whole of a part. */
  readonly ofWork: Readonly<Record<GrantPart, Sums>>;
  readonly paid: Readonly<Record<string, Sums>>;
}

const none: Sums = { granted: 0, credited: 0 };
const noneOfWork: Account['ofWork'] = { compensation: none, 'undue-charge': none, goodwill: none };

const plus = (one: Sums, other: Partial<Sums>): Sums => ({
  granted: one.granted + (other.granted ?? 0),
  credited: one.credited + (other.credited ?? 0),
});

/** The account with more granted or credited on a ground. */
const booked = (
  { owed, ofWork, paid }: Account,
  { reason, currency }: Pick<Owed, 'reason' | 'currency'>,
  more: Partial<Sums>,
): Account => {
  const part = partOf(reason);
  return {
    owed,
    ofWork: { ...ofWork, [part]: plus(ofWork[part], more) },
    paid: { ...paid, [currency]: plus(paid[currency] ?? none, more) },
  };
};

const owedOf = ({ proportionalRefund, bonus }: CompensationAmounts, reason: GrantReason): Owed => ({
  reason,
  amount: proportionalRefund.amount + bonus.amount,
  currency: proportionalRefund.currency,
});

const granted = (account: Account, grant: Owed): Account =>
  booked({ ...account, owed: [...account.owed, grant] }, grant, { granted: grant.amount });

/** One statement shows one grant: the oldest on its ground, or of all where it does not say which. A balance is none. */
const credited = (account: Account, reason: CreditedFor | undefined): Account => {
  const place = account.owed.findIndex((each) => reason === undefined || each.reason === reason);
  const grant = account.owed[place];
  if (grant === undefined) return account;
  return booked({ ...account, owed: account.owed.toSpliced(place, 1) }, grant, { credited: grant.amount });
};

/** A part was granted with another sum: what waits of it is the difference to what statements have shown. */
const corrected = (account: Account, grant: Owed): Account => {
  const part = partOf(grant.reason);
  const before = account.ofWork[part];
  const difference = { ...grant, amount: grant.amount - before.credited };
  const first = account.owed.findIndex(({ reason }) => partOf(reason) === part);
  const owed = account.owed.map((each, place) => {
    if (partOf(each.reason) !== part) return each;
    return { ...each, amount: place === first ? difference.amount : 0 };
  });
  return booked({ ...account, owed: first === -1 ? [...owed, difference] : owed }, grant, {
    granted: grant.amount - before.granted,
  });
};

const after = (account: Account, event: ClockEvent): Account => {
  switch (event.type) {
    case 'CompensationGranted':
      return granted(account, owedOf(event.data, event.data.reason));
    case 'CompensationCredited':
      return credited(account, event.data.reason);
    case 'CompensationCorrected':
      return corrected(account, owedOf(event.data, event.data.ground ?? 'attributable-to-provider'));
    case 'Reopened':
      return keepsTheWork(event.data.reason) ? account : { ...account, ofWork: noneOfWork };
    default:
      return account;
  }
};

/** What was granted and credited in a complaint, by currency, from its events in the order of their revisions. */
export const paidOf = (events: readonly ClockEvent[]): readonly Paid[] => {
  const initial: Account = { owed: [], ofWork: noneOfWork, paid: {} };
  const { paid } = asTheyStand(events).reduce(after, initial);
  return Object.entries(paid)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sums]) => ({ currency, ...sums }));
};
