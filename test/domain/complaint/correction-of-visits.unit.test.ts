import { describe, expect, it } from '@jest/globals';
import { dutiesOf, pausesOf } from '../../../src/domain/index.js';
import { evolvePauses, initialPauses } from '../../../src/domain/complaint/pauses.js';
import { foldClocks } from '../../../src/domain/sla/clocks/clock-fold.js';
import {
  assignedTo,
  cancelVisit,
  correctVisit,
  filed,
  folio,
  given,
  happened,
  hours,
  on,
  people,
  scheduleVisit,
  type Step,
} from '../../../src/testing/index.js';

const cs = people.customerService;
const lead = people.technicalLead;
const window = { from: hours(2), to: hours(4) };
const expected = [
  filed(),
  assignedTo('rt-1'),
  { event: happened('VisitScheduled', { visit: 1, visitor: 'rt-1', window, purpose: 'inspection' }), by: cs },
  { event: happened('VisitNotified', { visit: 1, channel: 'phone', notifiedAt: hours(1) }), by: cs },
] as const;
const absent: Step = on(hours(3), {
  event: happened('VisitFailed', { visit: 1, reason: 'user-absent', failedAt: hours(3) }),
  by: lead,
});
const made: Step = on(hours(3), {
  event: happened('VisitCompleted', { visit: 1, startedAt: hours(2), endedAt: hours(3) }),
  by: lead,
});
const missed: readonly Step[] = [...expected, absent];
const visited: readonly Step[] = [...expected, made];
const called: Step = on(hours(4), {
  event: happened('ContactMade', { direction: 'from-user', channel: 'phone', contactedAt: hours(4) }),
  by: cs,
});

describe('What came of a visit, recorded wrongly', () => {
  it('was the provider who did not come: the user is held to nothing, and a visit is owed (I-15)', () => {
    const outcome = given(...missed).when(correctVisit(), cs);
    outcome
      .emits(
        happened('VisitCorrected', {
          corrects: 5,
          reason: 'recorded-wrongly',
          visit: 1,
          outcome: 'provider-missed',
          endedAt: hours(3),
          latest: true,
        }),
      )
      .state((state) => {
        expect(state.failedVisit).toEqual({ reason: 'provider-missed', failedAt: hours(3) });
        expect(dutiesOf(state)['customer-service']).toContain('schedule-visit');
      });
  });

  it('took place after all: no other visit is owed', () => {
    given(...missed)
      .when(correctVisit({ outcome: 'completed', startedAt: hours(2) }), lead)
      .state((state) => {
        expect([state.failedVisit, state.visits[1]?.stage]).toEqual([null, 'completed']);
        expect(state.visits[1]).toMatchObject({
          came: { startedAt: hours(2), endedAt: hours(3), revision: 6 },
        });
        expect(dutiesOf(state)['customer-service']).not.toContain('schedule-visit');
      });
  });

  it('is the latest still where the provider calls another one off, and not where the user does (I-15)', () => {
    const another = given(...missed).when(scheduleVisit({ window: { from: hours(50), to: hours(52) } }), cs);
    another
      .when(cancelVisit({ visit: 2, by: 'provider' }), cs)
      .when(correctVisit(), cs)
      .state(({ failedVisit }) => expect(failedVisit).toMatchObject({ reason: 'provider-missed' }));
    another
      .when(cancelVisit({ visit: 2 }), people.user)
      .when(correctVisit(), cs)
      .state(({ failedVisit }) => expect(failedVisit).toBeNull());
  });

  it('was refused at the door: the user is held to it, unless they were heard of since', () => {
    given(...visited)
      .when(correctVisit({ outcome: 'refused-entry' }), cs)
      .state(({ failedVisit }) =>
        expect(failedVisit).toEqual({ reason: 'refused-entry', failedAt: hours(3) }),
      );
    given(...visited, called)
      .when(correctVisit({ outcome: 'refused-entry' }), cs)
      .state(({ failedVisit }) => expect(failedVisit?.heardAt).toBe(hours(4)));
  });

  it('of which no notice is recorded is not put down to the user (O-30)', () => {
    const [, , arranged] = expected;
    given(filed(), assignedTo('rt-1'), arranged, absent)
      .when(correctVisit({ outcome: 'refused-entry' }), cs)
      .state(({ failedVisit }) => expect(failedVisit?.excusedBy).toBe('provider'));
  });

  it('in a cycle before this one holds the user to nothing', () => {
    given(...visited, {
      event: happened('Reopened', { cycle: 2, reason: 'fault-persists' }),
      by: people.user,
    })
      .when(correctVisit({ outcome: 'user-absent' }), cs)
      .state(({ failedVisit }) => expect(failedVisit?.excusedBy).toBe('reopening'));
  });

  it('before another visit, or one that the user called off, leaves what is owed as it is', () => {
    const again = { visit: 2, visitor: 'rt-1', window: { from: hours(5), to: hours(6) } };
    const second = [
      { event: happened('VisitScheduled', { ...again, purpose: 'inspection' }), by: cs },
      on(hours(6), {
        event: happened('VisitCompleted', { visit: 2, startedAt: hours(5), endedAt: hours(6) }),
        by: lead,
      }),
    ] as const;
    given(...visited, ...second)
      .when(correctVisit(), cs)
      .state(({ failedVisit, visits }) => expect([failedVisit, visits[1]?.stage]).toEqual([null, 'failed']));
    given(...visited, second[0], {
      event: happened('VisitCancelled', { visit: 2, by: 'user' }),
      by: people.user,
    })
      .when(correctVisit(), cs)
      .state(({ failedVisit }) => expect(failedVisit).toBeNull());
  });

  it('may be corrected again, and the last reading holds', () => {
    given(...missed)
      .when(correctVisit(), cs)
      .when(correctVisit({ outcome: 'completed', startedAt: hours(2) }), cs)
      .state(({ failedVisit, visits }) => {
        expect([failedVisit, visits[1]?.stage]).toEqual([null, 'completed']);
      });
  });

  it('needs a visit that is over, an explanation, something that is new, and times that fit', () => {
    given(...expected)
      .when(correctVisit(), cs)
      .isRejected('nothing-to-correct', { folio });
    const story = given(...missed);
    story.when(correctVisit({ visit: 2 }), cs).isRejected('nothing-to-correct', { folio });
    story.when(correctVisit({ explanation: ' ' }), cs).isRejected('explanation-missing');
    story.when(correctVisit({ outcome: 'user-absent' }), cs).isRejected('no-new-fact', { folio });
    story
      .when(correctVisit({ startedAt: hours(2) }), cs)
      .isRejected('visit-times-do-not-fit', { visit: 1, from: hours(2) });
    story
      .when(correctVisit({ outcome: 'no-access', endedAt: hours(1) }), cs)
      .isRejected('visit-times-do-not-fit');
    story
      .when(correctVisit({ outcome: 'completed', startedAt: hours(4), endedAt: hours(3) }), cs)
      .isRejected('visit-times-do-not-fit');
    story.when(correctVisit({ endedAt: hours(999) }), cs).isRejected('occurred-in-future');
    story.when(correctVisit({ endedAt: hours(-1) }), cs).isRejected('before-receipt');
    story.when(correctVisit({ endedAt: hours(0) }), cs).isRejected('before-what-it-rests-on');
  });
});

describe('The pauses of a visit that was recorded wrongly (I-15)', () => {
  const recorded = { revision: 9, occurredAt: hours(3), actor: 'x', role: 'customer-service' };
  const correction = (data: {
    outcome: 'provider-missed' | 'user-absent' | 'completed';
    corrects: number;
  }) => ({
    ...happened('VisitCorrected', {
      reason: 'recorded-wrongly',
      visit: 1,
      endedAt: hours(3),
      latest: true,
      ...data,
    }),
    recorded,
  });

  it('end with the reading that they rested on', () => {
    const { events } = given(...missed);
    expect(pausesOf(events).map(({ reason }) => reason)).toEqual(['user-absent']);
    expect(pausesOf([...events, correction({ outcome: 'provider-missed', corrects: 5 })])).toEqual([]);
  });

  it('begin with the true reading, and end with what came since', () => {
    const { events } = given(...visited, called);
    const all = [...events, correction({ outcome: 'user-absent', corrects: 5 })];
    expect(pausesOf(all).map(({ reason, from, to }) => [reason, from, to])).toEqual([
      ['user-absent', hours(3), hours(4)],
    ]);
  });

  it('are the same where they are folded one by one', () => {
    const { events } = given(...visited, called);
    const all = [...events, correction({ outcome: 'user-absent', corrects: 5 })];
    expect(foldClocks(all, () => undefined).pauses.pauses.map(({ pause }) => pause)).toEqual(pausesOf(all));
    expect(evolvePauses(initialPauses, correction({ outcome: 'completed', corrects: 5 }), recorded)).toBe(
      initialPauses,
    );
  });
});
