import { describe, expect, it } from '@jest/globals';
import { dutiesOf } from '../../../src/domain/index.js';
import {
  correctCompensation,
  correctCredit,
  creditCompensation,
  filed,
  folio,
  given,
  grantCompensation,
  happened,
  hours,
  people,
  type Step,
} from '../../../src/testing/index.js';

const { billing } = people;
const money = {
  proportionalRefund: { amount: 3_990, currency: 'MXN' },
  bonus: { amount: 798, currency: 'MXN' },
};
const grantedFor = (reason: 'attributable-to-provider' | 'goodwill' | 'undue-charge'): Step => ({
  event: happened('CompensationGranted', { ...money, reason }),
  by: billing,
});
const credited: Step = {
  event: happened('CompensationCredited', {
    creditedAt: hours(14),
    statement: 'EC-1',
    reason: 'attributable-to-provider',
  }),
  by: billing,
};
const shown = [filed(), grantedFor('attributable-to-provider'), credited] as const;

describe('A credit that was recorded wrongly', () => {
  it('never was: then it is owed again, and billing has it in its queue (I-16)', () => {
    const story = given(...shown);
    expect(dutiesOf(story.state).billing).not.toContain('credit');
    story
      .when(correctCredit(), billing)
      .emits({
        ...happened('CreditCorrected', {
          corrects: 3,
          reason: 'recorded-wrongly',
          of: 'attributable-to-provider',
          credited: false,
        }),
        occurredAt: story.events.find(({ type }) => type === 'CompensationCredited')?.recorded.occurredAt,
        personal: { 'sub-1': { explanation: 'Se capturó en otro folio.' } },
      })
      .state((state) => {
        expect([state.facets.compensation, state.credits]).toEqual(['granted', []]);
        expect(dutiesOf(state).billing).toContain('credit');
      });
  });

  it('is credited truly afterwards, and counts once', () => {
    given(...shown)
      .when(correctCredit(), billing)
      .when(creditCompensation({ creditedAt: hours(40) }), billing, { occurredAt: hours(40) })
      .state(({ facets, uncredited, credits }) =>
        expect([facets.compensation, uncredited['attributable-to-provider'], credits.length]).toEqual([
          'credited',
          0,
          1,
        ]),
      );
  });

  it('was at another time or under another reference: what is left out stands, and it stays credited', () => {
    given(...shown)
      .when(correctCredit({ credited: true, statement: 'EC-2' }), billing)
      .emits(
        happened('CreditCorrected', {
          corrects: 3,
          reason: 'recorded-wrongly',
          of: 'attributable-to-provider',
          credited: true,
          creditedAt: hours(14),
          statement: 'EC-2',
        }),
      )
      .when(correctCredit({ credited: true, creditedAt: hours(13) }), billing)
      .state(({ facets, credits }) => {
        expect(facets.compensation).toBe('credited');
        expect(credits).toEqual([
          expect.objectContaining({ credit: 3, revision: 5, creditedAt: hours(13), statement: 'EC-2' }),
        ]);
      });
  });

  it('is named by its number, and others stay as they are', () => {
    const story = given(...shown, grantedFor('goodwill'), {
      event: happened('CompensationCredited', { creditedAt: hours(15), reason: 'goodwill' }),
      by: billing,
    });
    story
      .when(correctCredit({ credit: 5 }), billing)
      .state(({ credits }) => expect(credits.map(({ of }) => of)).toEqual(['attributable-to-provider']));
    story
      .when(correctCredit({ credit: 3 }), billing)
      .state(({ credits }) => expect(credits.map(({ of }) => of)).toEqual(['goodwill']));
    story
      .when(correctCredit({ credit: 4 }), billing)
      .isRejected('no-such-credit', { folio, credit: 4, known: [3, 5] });
  });

  it('of an undue charge leaves the charge refunded and to be credited, never to be refunded twice', () => {
    given(filed(), grantedFor('undue-charge'))
      .when(creditCompensation(), billing)
      .when(correctCredit(), billing)
      .state((state) => {
        expect([state.facets.charge, state.uncredited['undue-charge']]).toEqual(['refunded', 1]);
        expect(dutiesOf(state).billing).toEqual(['credit']);
      });
  });

  it('of the balance that a cancellation left makes the balance owed again', () => {
    given(filed(), {
      event: happened('CancellationExecuted', {
        folio,
        effectiveAt: hours(2),
        channel: 'phone',
        balance: { amount: -900, currency: 'MXN' },
      }),
      by: people.customerService,
    })
      .when(creditCompensation({ reason: 'balance' }), billing)
      .state(({ facets }) => expect(facets.balance).toBe('credited'))
      .when(correctCredit(), billing)
      .state(({ facets }) => expect(facets.balance).toBe('owed'));
  });

  it('after the work began anew is to be credited all the same, and this cycle grants nothing by it', () => {
    given(...shown, { event: happened('Reopened', { cycle: 2, reason: 'fault-persists' }), by: people.user })
      .when(correctCredit(), billing)
      .state((state) => {
        expect(state.facets.compensation).toBe('none');
        expect(dutiesOf(state).billing).toContain('credit');
      });
  });

  it('is corrected after the end too, which stays (I-23)', () => {
    given(...shown, { event: happened('Withdrawn', { reason: 'no-longer-wanted' }), by: people.user })
      .when(correctCredit(), billing)
      .state((state) => {
        expect(state.facets.ending).toBe('withdrawn');
        expect(dutiesOf(state).billing).toEqual(['credit']);
      });
  });

  it('needs a credit, an explanation, something that is new, and a time that fits', () => {
    given(filed(), grantedFor('goodwill'))
      .when(correctCredit(), billing)
      .isRejected('no-such-credit', { folio, credit: 3, known: [] });
    const story = given(...shown);
    story.when(correctCredit({ explanation: ' ' }), billing).isRejected('explanation-missing');
    story
      .when(correctCredit({ credited: true, creditedAt: hours(14), statement: 'EC-1' }), billing)
      .isRejected('no-new-fact', { folio });
    story.when(correctCredit({ creditedAt: hours(14) }), billing).isRejected('never-credited', { folio });
    story
      .when(correctCredit({ credited: true, creditedAt: hours(-1) }), billing)
      .isRejected('credited-before-granted');
    story
      .when(correctCredit({ credited: true, creditedAt: hours(999) }), billing)
      .isRejected('occurred-in-future');
  });

  it('of a grant that was corrected since leaves each statement that is to come', () => {
    given(...shown)
      .when(correctCompensation(), billing)
      .when(correctCredit(), billing)
      .state(({ facets, uncredited }) =>
        expect([facets.compensation, uncredited['attributable-to-provider']]).toEqual(['granted', 2]),
      );
  });

  it('may be of goodwill, which settles nothing', () => {
    given(filed())
      .when(grantCompensation({ reason: 'goodwill' }), billing)
      .when(creditCompensation(), billing)
      .when(correctCredit(), billing)
      .state(({ uncredited, facets }) =>
        expect([uncredited.goodwill, facets.compensation]).toEqual([1, 'none']),
      );
  });
});
