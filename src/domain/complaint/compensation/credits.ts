import type { Recorded } from '../../kernel/message.js';
import type { CaseCard } from '../card.js';
import type { CardChanges } from '../evolver.js';
import { onRecord } from '../on-record.js';
import type { ComplaintState, Credit } from '../state.js';
import type { CompensationEvents, CreditedFor } from './messages.js';
import { oneMore, partOf, toCredit } from './uncredited.js';

/** What a statement is still to show, in the order in which it does. */
export const waitingForCredit = (card: Pick<CaseCard, 'facets' | 'uncredited'>): readonly CreditedFor[] => [
  ...toCredit(card),
  ...(card.facets.balance === 'owed' ? (['balance'] as const) : []),
];

/** All that reached the account, once it is known of one more; where no ground was recorded, it was the one whose turn it was. */
export const oneCreditMore = (
  { reason, creditedAt, statement }: CompensationEvents['CompensationCredited'],
  state: ComplaintState,
  recorded: Recorded,
): readonly Credit[] => {
  const of = reason ?? waitingForCredit(state).at(0);
  if (of === undefined) return state.credits;
  const grantedAt = of === 'balance' ? undefined : state.happened['CompensationGranted'];
  return [
    ...state.credits,
    {
      ...{ credit: recorded.revision, of, creditedAt, ...onRecord(recorded) },
      ...(statement !== undefined && { statement }),
      ...(grantedAt !== undefined && { grantedAt }),
    },
  ];
};

/** What becomes of what was granted once it is known that no statement showed it: it waits for one again. */
export const onceUncredited = (of: CreditedFor, card: CaseCard): CardChanges => {
  const { balance, compensation, charge } = card.facets;
  if (of === 'balance') return balance === 'credited' ? { facets: { balance: 'owed' } } : {};
  const part = partOf(of);
  return {
    uncredited: oneMore(card, of),
    facets: {
      ...(part === 'compensation' && compensation === 'credited' && { compensation: 'granted' }),
      ...(part === 'undue-charge' && charge === 'settled' && { charge: 'refunded' }),
    },
  };
};
