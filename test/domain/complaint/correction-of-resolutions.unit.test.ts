import { describe, expect, it } from '@jest/globals';
import { dutiesOf, type ComplaintEvents } from '../../../src/domain/index.js';
import { dutyDueAt } from '../../../src/domain/complaint/duty-dates.js';
import {
  assignedTo,
  carryOutResolution,
  causeVerified,
  correctResolution,
  days,
  filed,
  folio,
  given,
  happened,
  hours,
  on,
  people,
  repaired,
  reported,
  restorationConfirmed,
  ruledDismissed,
  type Step,
  userNotified,
  withdraw,
} from '../../../src/testing/index.js';

const { legal } = people;
const file = { authority: 'PROFECO', reference: 'PFC-1' } as const;
const opened: Step = on(hours(9), { event: happened('AuthorityProceedingOpened', file), by: legal });
const resolved = (outcome: ComplaintEvents['AuthorityResolved']['outcome']): Step =>
  on(hours(10), { event: happened('AuthorityResolved', { ...file, outcome }), by: legal });
const dismissed: readonly Step[] = [
  filed(),
  assignedTo('rt-1'),
  causeVerified(),
  repaired(),
  reported(),
  restorationConfirmed(),
  ruledDismissed(),
  userNotified({ outcome: 'dismissed' }),
];
const known = [filed(), opened] as const;

describe('What an authority resolved, recorded wrongly', () => {
  it('was to be carried out by another date: the work of legal is due by that one, and a date left out stands', () => {
    const dated = { ...file, outcome: 'for-user', dueAt: days(30) } as const;
    const known = given(
      filed(),
      opened,
      on(hours(10), { event: happened('AuthorityResolved', dated), by: legal }),
    );
    known
      .when(correctResolution({ outcome: 'for-user', dueAt: days(20) }), legal)
      .state((state) => {
        expect(dutyDueAt('legal', state)).toBe(days(20));
      })
      .when(correctResolution({ outcome: 'for-user', dueAt: days(20) }), legal)
      .isRejected('no-new-fact', { folio });
    known.when(correctResolution({ outcome: 'for-user' }), legal).isRejected('no-new-fact', { folio });
    // It does not bind the provider, then it does after all: by the date that was first said.
    known
      .when(correctResolution({ outcome: 'for-provider' }), legal)
      .state((state) => {
        expect(dutyDueAt('legal', state)).toBeNull();
      })
      .when(correctResolution({ outcome: 'agreement' }), legal)
      .state((state) => {
        expect(dutyDueAt('legal', state)).toBe(days(30));
      });
  });

  it('was for the user: it is to be carried out, and stands against any ending until then (I-17)', () => {
    given(...known, resolved('for-provider'))
      .when(correctResolution(), legal)
      .emits(
        happened('ResolutionCorrected', {
          corrects: 3,
          reason: 'recorded-wrongly',
          ...file,
          outcome: 'for-user',
          resolvedAt: hours(10),
        }),
      )
      .when(withdraw(), people.user)
      .isRejected('resolution-not-carried-out', { folio });
    given(...known, resolved('for-provider'))
      .when(correctResolution(), legal)
      .state((state) => {
        expect([state.facets.toCarryOut, state.resolvedForUser]).toEqual([1, true]);
        expect(dutiesOf(state).legal).toContain('carry-out-resolution');
      });
  });

  it('lets a dismissal fall with the notice that told it, as the resolution would have (I-08)', () => {
    given(...dismissed, opened, resolved('for-provider'))
      .when(correctResolution(), legal)
      .state(({ facets, ruling, finalWord }) =>
        expect([facets.ruling, facets.final, ruling, finalWord]).toEqual(['none', 'none', null, null]),
      );
  });

  it('opens an ended request again where it binds the provider after all, and only then', () => {
    const ended: Step = { event: happened('Withdrawn', { reason: 'no-longer-wanted' }), by: people.user };
    given(...known, resolved('for-provider'), ended)
      .when(correctResolution({ outcome: 'agreement' }), legal)
      .emitsOnly('ResolutionCorrected', 'Reopened');
    given(...known, resolved('for-provider'), ended)
      .when(correctResolution({ outcome: 'withdrawn' }), legal)
      .emitsOnly('ResolutionCorrected');
  });

  it('was for the provider: nothing is to be carried out, and rulings are free again', () => {
    given(...known, resolved('for-user'))
      .when(correctResolution({ outcome: 'for-provider' }), legal)
      .state((state) => {
        expect([state.facets.toCarryOut, state.resolvedForUser]).toEqual([0, false]);
        expect(dutiesOf(state).legal).toEqual([]);
      });
  });

  it('leaves another proceeding resolved for the user as it stands', () => {
    const other = { authority: 'CRT', reference: 'CRT-1' } as const;
    given(
      ...known,
      { event: happened('AuthorityProceedingOpened', other), by: legal },
      { event: happened('AuthorityResolved', { ...other, outcome: 'for-user' }), by: legal },
      resolved('for-user'),
    )
      .when(correctResolution({ outcome: 'for-provider' }), legal)
      .state((state) => expect([state.facets.toCarryOut, state.resolvedForUser]).toEqual([1, true]));
  });

  it('once carried out stays carried out, whatever it was', () => {
    given(...known, resolved('agreement'))
      .when(carryOutResolution({ ...file, carriedOutAt: hours(11) }), legal)
      .when(correctResolution(), legal)
      .state(({ facets, resolvedForUser }) =>
        expect([facets.toCarryOut, resolvedForUser]).toEqual([0, true]),
      );
  });

  it('on another date is what carrying it out rests on', () => {
    const story = given(...known, resolved('for-user'));
    story
      .when(carryOutResolution({ ...file, carriedOutAt: hours(9.5) }), legal)
      .isRejected('before-what-it-rests-on');
    story
      .when(correctResolution({ resolvedAt: hours(9) }), legal)
      .when(carryOutResolution({ ...file, carriedOutAt: hours(9.5) }), legal)
      .emitsOnly('ResolutionCarriedOut');
  });

  it('needs a resolution, an explanation, something new, and a date within the proceeding', () => {
    given(...known)
      .when(correctResolution(), legal)
      .isRejected('nothing-to-correct', { folio });
    const story = given(...known, resolved('for-user'));
    story.when(correctResolution({ reference: 'PFC-9' }), legal).isRejected('nothing-to-correct', { folio });
    story.when(correctResolution({ explanation: ' ' }), legal).isRejected('explanation-missing');
    story.when(correctResolution(), legal).isRejected('no-new-fact', { folio });
    story.when(correctResolution({ resolvedAt: hours(999) }), legal).isRejected('occurred-in-future');
    story.when(correctResolution({ resolvedAt: hours(8) }), legal).isRejected('before-what-it-rests-on');
  });
});
