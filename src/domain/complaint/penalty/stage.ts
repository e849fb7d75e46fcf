import { accept, reject } from '../../kernel/decision.js';
import { asks, ofNoOtherArea, others } from '../asked-relations.js';
import { withPenalty } from '../compensation/charges.js';
import type { Reopening } from '../ending/messages.js';
import { firstOf } from '../guards.js';
import { unnamedGround } from '../named-words.js';
import { otherCurrency } from '../one-currency.js';
import { reasonsMissing, sameHands } from '../ruling/conditions.js';
import { exceptionIn, separated } from '../separation-of-duties.js';
import { defineStage } from '../stage.js';
import { nowUntold } from '../untold.js';
import { notTheUsersWord } from '../users-word.js';
import type { PenaltyCommands, PenaltyEvents } from './messages.js';

export const penalty = defineStage<PenaltyEvents, PenaltyCommands, Reopening>()({
  events: {
    PenaltyDisputed: { statement: 'subscriber' },
    PenaltyRuled: { reasons: 'subscriber' },
  },
  disclosed: {
    PenaltyDisputed: { to: 'parties', words: { statement: 'user' } },
    PenaltyRuled: { to: 'parties', words: { reasons: 'user' } },
  },
  restsOn: {
    PenaltyDisputed: ['CancellationExecuted'],
    PenaltyRuled: ['PenaltyDisputed'],
  },
  commands: {
    disputePenalty: ['user', 'customer-service'],
    rulePenalty: ['competent-area', 'ruling-officer'],
  },
  relations: {
    disputePenalty: others,
    rulePenalty: asks(null, ofNoOtherArea),
  },
  decide: {
    /** Of a cancellation that was executed. One that has ended is open again, and what was done of it stays. */
    disputePenalty: ({ statement, ...data }, complaint, context) => {
      const { execution, facets, filing, folio } = complaint;
      if (execution === null) return reject('nothing-charged', { folio });
      if (facets.penalty === 'disputed') return reject('no-new-fact', { folio });
      if (facets.penalty !== 'none') return reject('already-ruled', { folio, ruling: facets.penalty });
      const refusal = firstOf(
        notTheUsersWord(data, complaint, context),
        otherCurrency(complaint, data.amount),
      );
      if (refusal !== null) return refusal;
      return accept(
        { type: 'PenaltyDisputed', data, personal: { [filing.subscriber]: { statement } } },
        ...(facets.ending === 'open'
          ? []
          : [{ type: 'Reopened', data: { cycle: facets.cycle + 1, reason: 'penalty' } } as const]),
      );
    },

    /** With reasons (I-08), and, where dismissed, with where the user may go next (I-10). */
    rulePenalty: ({ reasons, undueCharge, nextInstance: named, ...data }, complaint, context) => {
      const { facets, filing, folio } = complaint;
      if (facets.penalty !== 'disputed') return reject('no-penalty-disputed', { folio });
      const dismissed = data.outcome === 'dismissed';
      const nextInstance = named ?? (dismissed ? filing.terms.nextInstance : undefined);
      const same = sameHands(complaint, context);
      return (
        firstOf(
          reasonsMissing(reasons, nextInstance, complaint),
          separated(same, complaint, context),
          otherCurrency(complaint, undueCharge),
          unnamedGround(data.basis, context),
        ) ??
        accept({
          type: 'PenaltyRuled',
          data: { ...data, ...(!dismissed && { undueCharge }), nextInstance, ...exceptionIn(same) },
          personal: { [filing.subscriber]: { reasons } },
        })
      );
    },
  },
  evolve: {
    PenaltyDisputed: {
      card: () => ({ facets: { penalty: 'disputed' } }),
      details: ({ amount }, { charges, currency }) => ({
        currency: currency ?? amount?.currency ?? null,
        charges: { ...charges, disputed: amount ?? null },
      }),
    },
    PenaltyRuled: {
      card: ({ outcome }, { facets }) => ({
        facets: {
          penalty: outcome,
          ...(outcome === 'upheld' && { charge: 'disputed' }),
          ...nowUntold(facets, 'penalty'),
        },
      }),
      details: ({ outcome, undueCharge }, state, { actor }) => ({
        ...(outcome === 'upheld' && { charges: withPenalty(state.charges, undueCharge) }),
        currency: state.currency ?? undueCharge?.currency ?? null,
        hands: { ...state.hands, ruled: [...state.hands.ruled, actor] },
      }),
    },
  },
  refusals: {
    'nothing-charged': {
      kind: 'rule',
      es: 'En {folio} no se ha ejecutado ninguna cancelación, así que no hay penalización ni saldo que impugnar.',
      en: 'No cancellation was executed in {folio}, so there is no penalty or balance to dispute.',
    },
    'no-penalty-disputed': {
      kind: 'rule',
      es: 'En {folio} no hay ninguna inconformidad por resolver sobre lo que cobró la cancelación.',
      en: 'In {folio} no dispute over what the cancellation charged is left to rule on.',
    },
  },
});
