import { describe, expect, it } from '@jest/globals';
import * as commands from '../../../src/testing/builders-commands.js';
import {
  asRulingOfficer,
  filedAs,
  folio,
  given,
  happened,
  hours,
  people,
  routedTo,
} from '../../../src/testing/index.js';
import { dutiesOf } from '../../../src/domain/index.js';

const { disputePenalty, rulePenalty } = commands;
const cs = people.customerService;
const user = people.user;
const officer = people.rulingOfficer;
const balance = { amount: 19_900, currency: 'MXN' };

const executed = () =>
  given(filedAs('cancellation'))
    .when(commands.communicateFolio(), cs)
    .when(commands.executeCancellation({ balance }), cs);
const disputed = () => executed().when(disputePenalty(), user);
const upheld = () => disputed().when(rulePenalty(), officer);

describe('What a cancellation charged (O-06)', () => {
  it('is disputed by the user, whose words are sealed, or by whom staff name', () => {
    executed()
      .when(disputePenalty({ statement: 'No debo nada.' }), user)
      .emits({
        ...happened('PenaltyDisputed', { amount: balance }),
        personal: { 'sub-1': { statement: 'No debo nada.' } },
      })
      .state((state) => expect(dutiesOf(state)['ruling-officer']).toEqual(['rule-penalty']));
    executed().when(disputePenalty(), cs).isRejected('not-the-users-word', { folio });
    executed()
      .when(disputePenalty({ saidBy: { party: 'sub-1', channel: 'phone' } }), cs)
      .emitsOnly('PenaltyDisputed');
  });

  it('is disputed once it was charged, once, and in the currency of the case', () => {
    given(filedAs('cancellation')).when(disputePenalty(), user).isRejected('nothing-charged', { folio });
    disputed().when(disputePenalty(), user).isRejected('no-new-fact', { folio });
    upheld().when(disputePenalty(), user).isRejected('already-ruled', { folio, ruling: 'upheld' });
    executed()
      .when(disputePenalty({ amount: { amount: 1, currency: 'USD' } }), user)
      .isRejected('other-currency');
  });

  it('is disputed after the end too: the case is open again, and what was done of it stays', () => {
    executed()
      .when(commands.close(), cs)
      .when(disputePenalty(), user)
      .emitsOnly('PenaltyDisputed', 'Reopened')
      .state(({ facets, execution }) => {
        expect(facets).toMatchObject({ ending: 'open', cycle: 2, penalty: 'disputed', final: 'sent' });
        expect(execution).not.toBeNull();
      });
  });

  it('is ruled on by the area or the ruling officer, with reasons, and where dismissed with the next instance (I-08, I-10)', () => {
    disputed()
      .when(rulePenalty({ outcome: 'dismissed', reasons: 'El plazo sigue.' }), officer)
      .emits({
        ...happened('PenaltyRuled', { outcome: 'dismissed', basis: 'clause-12', nextInstance: 'PROFECO' }),
        personal: { 'sub-1': { reasons: 'El plazo sigue.' } },
      });
    disputed()
      .when(rulePenalty({ reasons: ' ' }), officer)
      .isRejected('reasons-missing', { folio });
    disputed().when(rulePenalty(), people.competentArea).emitsOnly('PenaltyRuled');
    executed().when(rulePenalty(), officer).isRejected('no-penalty-disputed', { folio });
  });

  it('ends no case while it is not ruled on, told, and refunded with its bonus where upheld (I-16)', () => {
    disputed().when(commands.close(), cs).isRejected('penalty-not-ruled', { folio });
    const told = upheld()
      .when(commands.close(), cs)
      .isRejected('user-not-told', { folio })
      .when(commands.giveFurtherNotice({ sentAt: hours(25) }), cs, { occurredAt: hours(25) });
    told.when(commands.close(), cs).isRejected('undue-charge-not-refunded', { folio });
    told
      .when(
        commands.grantCompensation({
          reason: 'undue-charge',
          proportionalRefund: balance,
          bonus: { amount: 3_980, currency: 'MXN' },
        }),
        people.billing,
      )
      .emitsOnly('CompensationGranted')
      .when(commands.giveFurtherNotice({ sentAt: hours(26) }), cs, { occurredAt: hours(26) })
      .when(commands.close(), cs, { occurredAt: hours(27) })
      .emitsOnly('Closed');
  });

  it('that was upheld is not reasoned away as no undue charge', () => {
    upheld()
      .when(commands.declareNothingDue({ of: 'undue-charge', reason: 'no-undue-charge' }), people.billing)
      .isRejected('due-by-the-record', { folio, reason: 'no-undue-charge' });
  });

  it('that was dismissed owes nothing: told with its reasons, the case ends', () => {
    disputed()
      .when(rulePenalty({ outcome: 'dismissed' }), officer)
      .when(commands.giveFurtherNotice({ sentAt: hours(25) }), cs, { occurredAt: hours(25) })
      .emits(happened('FurtherNoticeGiven', { about: ['penalty'], channel: 'phone', sentAt: hours(25) }))
      .when(commands.close(), cs)
      .emitsOnly('Closed');
  });

  it('may be left aside by the user, who withdraws', () => {
    disputed().when(commands.withdraw(), user).emitsOnly('Withdrawn');
  });
});

describe('What a cancellation did and charged stays on record', () => {
  const fresh = commands.reopen({ reason: 'new-facts' });
  const later = (hour: number) => ({ occurredAt: hours(hour) });

  it('through a reopening: an upheld penalty is owed, and the cancellation may be disputed and corrected', () => {
    upheld()
      .when(fresh, cs)
      .state(({ execution, facets }) => {
        expect(execution).not.toBeNull();
        expect([facets.penalty, facets.charge]).toEqual(['upheld', 'owed']);
      })
      .leaves({ billing: ['compensate'] })
      .when(commands.executeCancellation(), cs)
      .when(commands.giveFurtherNotice({ sentAt: hours(30) }), cs, later(30))
      .when(commands.close(), cs, later(30))
      .isRejected('undue-charge-not-refunded', { folio });
    executed().when(fresh, cs).when(disputePenalty(), user).emitsOnly('PenaltyDisputed');
  });

  it('what was refunded of a charge is not owed again', () => {
    const refund = { proportionalRefund: balance, bonus: { amount: 3_980, currency: 'MXN' } };
    upheld()
      .when(commands.grantCompensation({ reason: 'undue-charge', ...refund }), people.billing)
      .when(fresh, cs)
      .state(({ facets }) => expect(facets.charge).toBe('refunded'));
  });

  it('what is charged anew may be disputed anew', () => {
    disputed()
      .when(rulePenalty({ outcome: 'dismissed' }), officer)
      .when(fresh, cs)
      .when(commands.executeCancellation({ balance }), cs)
      .when(disputePenalty(), user)
      .emitsOnly('PenaltyDisputed');
  });
});

describe('What was disputed of a charge', () => {
  const refund = (amount: number) =>
    commands.grantCompensation({
      reason: 'undue-charge',
      proportionalRefund: { amount, currency: 'MXN' },
      bonus: { amount, currency: 'MXN' },
    });

  it('is refunded whole, and not settled by a cent', () => {
    upheld()
      .when(refund(1), people.billing)
      .isRejected('less-than-charged', { folio, charge: balance.amount, currency: 'MXN' });
    upheld().when(refund(balance.amount), people.billing).emitsOnly('CompensationGranted');
  });

  it('does not take the place of what is owed of a charge: both are refunded', () => {
    given(filedAs('clarification'), routedTo('billing'))
      .when(commands.communicateFolio(), cs)
      .when(commands.verifyCause({ attribution: 'none', faultFound: false }), people.competentArea)
      .when(commands.rule({ undueCharge: { amount: 30_000, currency: 'MXN' } }), people.competentArea)
      .when(commands.reopen({ reason: 'new-facts' }), cs)
      .when(commands.reclassify({ kind: 'cancellation', subject: 'contract' }), cs)
      .when(commands.executeCancellation({ balance }), cs)
      .when(disputePenalty({ amount: { amount: 20, currency: 'MXN' } }), user)
      .when(refund(20), people.billing)
      .isRejected('less-than-charged', { folio, charge: 30_000, currency: 'MXN' })
      .when(rulePenalty(), officer)
      .when(refund(30_019), people.billing)
      .isRejected('less-than-charged', { folio, charge: 30_020, currency: 'MXN' });
  });

  it('is owed whatever the request is called once it was upheld', () => {
    upheld()
      .when(commands.reclassify({ kind: 'inquiry', subject: 'contract' }), cs)
      .leaves({ billing: ['compensate'] });
  });

  it('is refunded as far as the ruling, with its reasons, finds it undue', () => {
    disputed()
      .when(rulePenalty({ undueCharge: { amount: 5_000, currency: 'MXN' } }), officer)
      .when(refund(4_999), people.billing)
      .isRejected('less-than-charged', { folio, charge: 5_000, currency: 'MXN' })
      .when(refund(5_000), people.billing)
      .emitsOnly('CompensationGranted');
  });
});

describe('A dispute over a penalty that was dismissed', () => {
  const dismissed = () =>
    disputed()
      .when(rulePenalty({ outcome: 'dismissed' }), officer)
      .when(commands.giveFurtherNotice({ sentAt: hours(25) }), cs, { occurredAt: hours(25) });
  const appeal = commands.escalate({ trigger: 'deadlock' });

  it('is ruled on again by another officer, where the user does not accept it', () => {
    dismissed()
      .when(appeal, user)
      .leaves({ 'ruling-officer': ['rule-penalty'] })
      .when(rulePenalty(), officer)
      .isRejected('separation-of-duties')
      .when(rulePenalty(), asRulingOfficer('ro-2'))
      .state(({ facets }) => expect([facets.penalty, facets.charge]).toEqual(['upheld', 'disputed']));
  });

  it('is not opened again where the user said nothing of it', () => {
    const ended = dismissed().when(commands.close(), cs);
    for (const trigger of ['repeat', 'vulnerable-user', 'authority'] as const)
      ended
        .when(commands.escalate({ trigger, level: 1 }), cs)
        .state(({ facets }) => expect([facets.ending, facets.penalty]).toEqual(['closed', 'dismissed']));
    dismissed()
      .when(commands.escalate({ trigger: 'vulnerable-user', level: 1 }), cs)
      .state(({ facets, appealedFrom }) => {
        expect(facets.penalty).toBe('dismissed');
        expect(appealedFrom).toEqual([]);
      });
  });

  it('is not appealed before it was ruled on', () => {
    disputed()
      .when(rulePenalty({ outcome: 'dismissed' }), officer, { occurredAt: hours(25) })
      .when(commands.escalate({ trigger: 'deadlock' }), user, { occurredAt: hours(24) })
      .isRejected('before-what-it-rests-on');
  });

  it('is ruled on again after the end too: the case is open, and the cancellation stays executed', () => {
    dismissed()
      .when(commands.close(), cs)
      .when(appeal, user)
      .emitsOnly('Reopened', 'Escalated')
      .state(({ facets }) =>
        expect(facets).toMatchObject({
          ending: 'open',
          escalation: 1,
          penalty: 'disputed',
          final: 'sent',
          contested: false,
        }),
      )
      .when(appeal, user)
      .isRejected('escalation-not-higher');
  });
});

describe('A balance in the user’s favour', () => {
  const theirs = { amount: -15_000, currency: 'MXN' };
  const left = () =>
    given(filedAs('cancellation'))
      .when(commands.communicateFolio(), cs)
      .when(commands.executeCancellation({ balance: theirs }), cs);
  const credit = commands.creditCompensation({ creditedAt: hours(24) });

  it('stands with billing until a statement shows it, also after the end', () => {
    left()
      .leaves({ billing: ['credit'] })
      .when(commands.close(), cs)
      .leaves({ billing: ['credit'] })
      .when(credit, people.billing)
      .emitsOnly('CompensationCredited')
      .leaves({ billing: [] })
      .when(credit, people.billing)
      .isRejected('nothing-granted', { folio });
  });

  it('is there once the balance is corrected to it, and no more once it is corrected away', () => {
    executed()
      .when(commands.correctCancellation({ balance: theirs }), cs)
      .leaves({ billing: ['credit'] })
      .when(commands.correctCancellation({ balance }), cs)
      .leaves({ billing: [] });
  });

  it('is not credited twice where only the date of the cancellation is corrected', () => {
    const corrected = commands.correctCancellation({ balance: theirs, effectiveAt: hours(9) });
    left()
      .when(credit, people.billing)
      .when(corrected, cs)
      .emits(
        happened('CancellationCorrected', {
          corrects: 3,
          reason: 'recorded-wrongly',
          effectiveAt: hours(9),
          channel: 'phone',
          balance: theirs,
          balanceStands: true,
        }),
      )
      .leaves({ billing: [] });
    left()
      .when(corrected, cs)
      .leaves({ billing: ['credit'] });
  });

  it('is owed no more once the cancellation is executed anew and leaves the user to pay', () => {
    left()
      .when(commands.reopen({ reason: 'new-facts' }), cs)
      .leaves({ billing: ['credit'] })
      .when(commands.executeCancellation({ balance }), cs)
      .leaves({ billing: [] });
  });
});
