import { accept, reject } from '../../kernel/decision.js';
import { bonusTooSmall, lessThan, lessThanAssessed } from '../compensation/grant.js';
import { oncePartGranted } from '../compensation/parts.js';
import { isToCredit, oneMore, partOf } from '../compensation/uncredited.js';
import { firstOf } from '../guards.js';
import { onceCorrected, isSameBalance } from '../notice/balance.js';
import { channelFor } from '../notice/channel-for.js';
import { onRecord } from '../on-record.js';
import { otherCurrency } from '../one-currency.js';
import { nowUntold } from '../untold.js';
import type { Evolvers } from '../evolver.js';
import type { Corrections } from './decisions.js';
import type { CorrectionEvents } from './messages.js';
import { lessThanTold, noFinalWord, reopened, sealedFor, unexplained, untold } from './told-anew.js';

/** What follows from each of them. */
export const correctMoney: Pick<Corrections, 'correctCompensation' | 'correctCancellation'> = {
  /** Never less than assessed, or on record (I-16), nor less than the user was told. */
  correctCompensation: (command, complaint, context) => {
    const { reason, explanation, proportionalRefund, bonus, of } = command;
    const { folio } = complaint;
    const grant = complaint.grants[of ?? 'compensation'];
    if (grant === undefined) return reject('nothing-granted', { folio });
    const amounts = { proportionalRefund, bonus };
    const refusal = firstOf(
      unexplained(command, complaint),
      otherCurrency(complaint, proportionalRefund, bonus),
      lessThanAssessed(amounts, grant.least ?? null),
      bonusTooSmall({ ...amounts, reason: grant.reason }, complaint),
      lessThanTold(amounts, of ?? 'compensation', complaint),
    );
    if (refusal !== null) return refusal;
    if (!lessThan(amounts, grant) && !lessThan(grant, amounts)) return reject('no-new-fact', { folio });
    return accept(
      {
        type: 'CompensationCorrected',
        data: { corrects: grant.revision, reason, ground: grant.reason, ...amounts },
        occurredAt: grant.occurredAt,
        personal: sealedFor(complaint, { explanation }),
      },
      ...reopened(complaint, context),
    );
  },

  /** Told with the correction itself, as the cancellation was. */
  correctCancellation: (command, complaint, context) => {
    const { reason, explanation, effectiveAt, channel, balance } = command;
    const { execution, folio } = complaint;
    if (execution === null) return reject('nothing-to-correct', { folio });
    const refusal = firstOf(
      unexplained(command, complaint),
      // The currency may be what was typed wrongly, as long as nothing else was said of money.
      otherCurrency({ ...complaint, execution: null }, balance),
    );
    if (refusal !== null) return refusal;
    const stands = isSameBalance(execution.balance, balance);
    if (execution.effectiveAt === effectiveAt && stands) return reject('no-new-fact', { folio });
    return accept(
      {
        type: 'CancellationCorrected',
        data: {
          corrects: execution.revision,
          reason,
          effectiveAt,
          channel: channelFor(channel, complaint),
          balance,
          ...(stands && { balanceStands: true }),
        },
        occurredAt: execution.occurredAt,
        personal: sealedFor(complaint, { explanation }),
      },
      ...reopened(complaint, context),
    );
  },
};

/** How the state changes by them. */
export const evolveMoney: Pick<
  Evolvers<CorrectionEvents>,
  'CompensationCorrected' | 'CancellationCorrected'
> = {
  /** Also where it was credited before: a statement will show the difference. */
  CompensationCorrected: {
    card: ({ ground = 'attributable-to-provider' }, card) => ({
      facets: {
        ...oncePartGranted[partOf(ground)],
        ...nowUntold(card.facets, 'compensation'),
        ...untold(card.facets),
      },
      ...(!isToCredit(card, partOf(ground)) && { uncredited: oneMore(card, ground) }),
    }),
    details: (
      { proportionalRefund, bonus, ground: reason = 'attributable-to-provider' },
      state,
      recorded,
    ) => {
      const part = partOf(reason);
      const grant = { ...state.grants[part], reason, proportionalRefund, bonus, ...onRecord(recorded) };
      return { grants: { ...state.grants, [part]: grant }, ...noFinalWord(state) };
    },
  },
  CancellationCorrected: {
    card: (corrected) => ({ facets: { final: 'sent', ...onceCorrected(corrected) } }),
    details: ({ effectiveAt, balance }, { sent }, recorded) => ({
      execution: { effectiveAt, balance, ...onRecord(recorded) },
      finalWord: { revision: recorded.revision, reason: 'executed' },
      sent: [...sent, recorded.revision],
    }),
  },
};
