import { describe, expect, it } from '@jest/globals';
import { dutiesOf } from '../../../src/domain/index.js';
import { dutyDueAt } from '../../../src/domain/complaint/duty-dates.js';
import { factsOf } from '../../../src/domain/sla/clocks/facts.js';
import {
  answered,
  asCompetentArea,
  carryOutAgreement,
  close,
  correctConciliation,
  days,
  filed,
  filedAs,
  folio,
  folioTold,
  giveFurtherNotice,
  given,
  happened,
  on,
  people,
  recordConciliation,
  routedTo,
  withdraw,
  type Step,
} from '../../../src/testing/index.js';

const cs = people.customerService;
const area = people.competentArea;
const at = (day: number) => ({ occurredAt: days(day) });
const inTheArea: readonly Step[] = [filedAs('inquiry'), folioTold(), routedTo('billing', 'conciliation')];
const agreed = given(...inTheArea, answered()).when(recordConciliation({ dueAt: days(9) }), area, at(1));
const failed = given(...inTheArea, answered()).when(
  recordConciliation({ outcome: 'not-agreed' }),
  area,
  at(1),
);
const told = (day: number) => [giveFurtherNotice({ sentAt: days(day) }), cs, at(day)] as const;
const done = (day: number) => [carryOutAgreement({ carriedOutAt: days(day) }), area, at(day)] as const;

describe('What came of a conciliation, recorded wrongly (O-32)', () => {
  it('was no agreement: nothing is left to carry out, and the user is told so before it ends', () => {
    agreed
      .when(correctConciliation(), area, at(2))
      .emits(
        happened('ConciliationCorrected', {
          corrects: 5,
          reason: 'recorded-wrongly',
          outcome: 'not-agreed',
          conciliation: 1,
        }),
      )
      .leaves({ 'competent-area': [], 'customer-service': ['tell-user'] })
      .when(close(), cs, at(2))
      .isRejected('user-not-told', { folio })
      .when(...told(2))
      .when(close(), cs, at(2))
      .emitsOnly('Closed');
  });

  it('was an agreement after all: it is carried out and told before any ending (I-16)', () => {
    const known = failed.when(correctConciliation({ outcome: 'agreed', dueAt: days(6) }), area, at(2));
    known
      .state((state) => {
        expect(state.agreements).toEqual({ made: 1, open: [{ conciliation: 1, dueAt: days(6) }] });
        expect([state.facets.toCarryOut, dutyDueAt('competent-area', state)]).toEqual([1, days(6)]);
      })
      .when(...told(2))
      .when(close(), cs, at(2))
      .isRejected('agreement-not-carried-out', { folio });
    known.when(withdraw(), people.user, at(2)).isRejected('agreement-not-carried-out', { folio });
  });

  it('is to be carried out by another date: the area owes it by that one', () => {
    agreed
      .when(correctConciliation({ outcome: 'agreed', dueAt: days(20) }), area, at(2))
      .state((state) => expect(dutyDueAt('competent-area', state)).toBe(days(20)))
      .when(correctConciliation({ outcome: 'agreed', dueAt: days(20) }), area, at(2))
      .isRejected('no-new-fact', { folio });
  });

  it('opens a request that ended, however it did, where an agreement was made after all, and only then', () => {
    const closed = failed.when(close(), cs, at(2));
    const withdrawn = failed.when(withdraw(), people.user, at(2));
    for (const ended of [closed, withdrawn])
      ended
        .when(correctConciliation({ outcome: 'agreed' }), area, at(3))
        .emitsOnly('ConciliationCorrected', 'Reopened')
        .state((state) => {
          expect([state.facets.ending, state.facets.toCarryOut]).toEqual(['open', 1]);
          expect(dutiesOf(state)['competent-area']).toContain('carry-out-agreement');
        })
        .when(close(), cs, at(3))
        .isRejected('user-not-told', { folio });
    closed
      .when(correctConciliation({ outcome: 'user-absent' }), area, at(3))
      .emitsOnly('ConciliationCorrected');
  });

  it('leaves what was carried out carried out, whatever it was', () => {
    agreed
      .when(...done(2))
      .when(correctConciliation(), area, at(3))
      .when(correctConciliation({ outcome: 'agreed' }), area, at(3))
      .emits(
        happened('ConciliationCorrected', {
          corrects: 7,
          reason: 'recorded-wrongly',
          outcome: 'agreed',
          dueAt: days(9),
          conciliation: 1,
          carriedOut: true,
        }),
      )
      .state(({ facets, agreements }) => expect([facets.toCarryOut, agreements.open]).toEqual([0, []]));
  });

  it('keeps the number of its agreement through corrections, beside those of others', () => {
    const both = agreed.when(recordConciliation({ dueAt: days(7) }), area, at(2));
    both
      .when(correctConciliation(), area, at(3))
      .isRejected('conciliation-not-named', { folio, known: [5, 6] });
    both
      .when(correctConciliation({ recordedAs: 5 }), area, at(3))
      .state(({ agreements }) => expect(agreements.open).toEqual([{ conciliation: 2, dueAt: days(7) }]))
      .when(correctConciliation({ recordedAs: 5, outcome: 'agreed' }), area, at(3))
      .state(({ agreements }) =>
        expect(agreements).toEqual({
          made: 2,
          open: [
            { conciliation: 2, dueAt: days(7) },
            { conciliation: 1, dueAt: days(9) },
          ],
        }),
      );
  });

  it('tells the user nothing where neither reading is of an agreement', () => {
    failed
      .when(correctConciliation({ outcome: 'user-absent' }), area, at(2))
      .emits(
        happened('ConciliationCorrected', {
          corrects: 5,
          reason: 'recorded-wrongly',
          outcome: 'user-absent',
        }),
      )
      .state(({ facets, conciliations }) =>
        expect([facets.untold, conciliations[0]?.outcome]).toEqual([[], 'user-absent']),
      );
  });

  it('stands in the place of the first reading for whatever counts by it', () => {
    const { events } = given(
      ...inTheArea,
      on(days(1), { event: happened('ConciliationRecorded', { outcome: 'agreed' }), by: area }),
      on(days(2), {
        event: happened('ConciliationCorrected', {
          corrects: 4,
          reason: 'recorded-wrongly',
          outcome: 'not-agreed',
        }),
        by: area,
      }),
    );
    expect(factsOf(events).slice(4)).toMatchObject([
      { type: 'ConciliationRecorded', data: { outcome: 'not-agreed' }, revision: 4, occurredAt: days(1) },
    ]);
    expect(factsOf(events)).toHaveLength(5);
  });

  it('needs a conciliation, an explanation, something new, and the area where it lies', () => {
    given(filed()).when(correctConciliation(), area).isRejected('nothing-to-correct', { folio });
    agreed
      .when(correctConciliation({ recordedAs: 9 }), area)
      .isRejected('conciliation-not-named', { folio, known: [5] });
    agreed.when(correctConciliation({ explanation: ' ' }), area).isRejected('explanation-missing');
    agreed.when(correctConciliation({ outcome: 'agreed' }), area).isRejected('no-new-fact', { folio });
    agreed
      .when(correctConciliation(), asCompetentArea('qa-1', { area: 'quality' }))
      .isRejected('not-in-charge', { actor: 'qa-1', role: 'competent-area' });
  });
});
