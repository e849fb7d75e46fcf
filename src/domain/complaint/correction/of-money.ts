import { accept, reject } from '../../kernel/decision.js';
import type { Recorded } from '../../kernel/message.js';
import { bonusTooSmall, lessThan, lessThanAssessed } from '../compensation/grant.js';
import { onceUncredited } from '../compensation/credits.js';
import { oncePartGranted } from '../compensation/parts.js';
import { isToCredit, oneMore, partOf } from '../compensation/uncredited.js';
import { afterTheClock, firstOf } from '../guards.js';
import { onceCorrected, isSameBalance } from '../notice/balance.js';
import { channelFor } from '../notice/channel-for.js';
import { onRecord } from '../on-record.js';
import { otherCurrency } from '../one-currency.js';
import { nowUntold } from '../untold.js';
import type { Evolvers } from '../evolver.js';
import type { Corrections } from './decisions.js';
import type { Credit, FiledComplaint } from '../state.js';
import type { CorrectionCommands, CorrectionEvents } from './messages.js';
import { lessThanTold, noFinalWord, reopened, sealedFor, unexplained, untold } from './told-anew.js';

/** When a statement showed it, and which one; nothing of both where none ever did. */
const shownBy = (
  { credited, ...named }: CorrectionCommands['correctCredit'],
  known: Credit,
  { folio }: FiledComplaint,
) => {
  if (!credited)
    return named.creditedAt === undefined && named.statement === undefined
      ? ({ ok: true, as: {} } as const)
      : reject('never-credited', { folio });
  const { creditedAt = known.creditedAt, statement = known.statement } = named;
  const { grantedAt } = known;
  if (creditedAt === known.creditedAt && statement === known.statement)
    return reject('no-new-fact', { folio });
  return grantedAt !== undefined && creditedAt < grantedAt
    ? reject('credited-before-granted', { folio, creditedAt, grantedAt })
    : ({ ok: true, as: { creditedAt, statement } } as const);
};

/** What follows from each of them. */
export const correctMoney: Pick<
  Corrections,
  'correctCompensation' | 'correctCredit' | 'correctCancellation'
> = {
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

  /** The user was told of the grant, which stands: nothing is told anew, and what never arrived waits for a statement again. */
  correctCredit: (command, complaint, context) => {
    const { reason, explanation, credited, credit } = command;
    const { credits, folio } = complaint;
    const known = credits.find((each) => each.credit === credit);
    if (known === undefined)
      return reject('no-such-credit', { folio, credit, known: credits.map((each) => each.credit) });
    const refusal = firstOf(unexplained(command, complaint), afterTheClock(command.creditedAt, context));
    if (refusal !== null) return refusal;
    const shown = shownBy(command, known, complaint);
    if (!shown.ok) return shown;
    return accept({
      type: 'CreditCorrected',
      data: { corrects: known.revision, reason, of: known.of, credited, ...shown.as },
      occurredAt: known.occurredAt,
      personal: sealedFor(complaint, { explanation }),
    });
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

const creditsOnceCorrected = (
  { corrects, credited, creditedAt, statement }: CorrectionEvents['CreditCorrected'],
  credits: readonly Credit[],
  { revision }: Pick<Recorded, 'revision'>,
): readonly Credit[] =>
  credits.flatMap((credit) => {
    if (credit.revision !== corrects) return [credit];
    const { statement: _before, ...known } = credit;
    return credited
      ? [
          {
            ...known,
            revision,
            creditedAt: creditedAt ?? credit.creditedAt,
            ...(statement !== undefined && { statement }),
          },
        ]
      : [];
  });

/** How the state changes by them. */
export const evolveMoney: Pick<
  Evolvers<CorrectionEvents>,
  'CompensationCorrected' | 'CreditCorrected' | 'CancellationCorrected'
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
  CreditCorrected: {
    card: ({ of, credited }, card) => (credited ? {} : onceUncredited(of, card)),
    details: (corrected, { credits }, recorded) => ({
      credits: creditsOnceCorrected(corrected, credits, recorded),
    }),
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
