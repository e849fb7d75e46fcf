import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { dutiesOf } from '../../../src/domain/index.js';
import type { EscalationLevel } from '../../../src/domain/complaint/vocabulary.js';
import {
  answered,
  asRulingOfficer,
  assignedTo,
  at,
  causeVerified,
  close,
  closed,
  correctCause,
  days,
  declineReopening,
  escalate,
  filed,
  folio,
  folioTold,
  given,
  giveFurtherNotice,
  happened,
  hours,
  on,
  openAuthorityProceeding,
  people,
  provideAnswer,
  reopen,
  reopened,
  resolveAuthorityProceeding,
  rule,
  ruledDismissed,
  type Step,
  userNotified,
  usualTerms,
  withdraw,
} from '../../../src/testing/index.js';
import { step, walks } from './support/walks.js';

const escalated = (level: Exclude<EscalationLevel, 0>): Step => ({
  event: happened('Escalated', { level, trigger: 'user', target: 'area' }),
  by: people.user,
});
const cs = people.customerService;
const officer2 = asRulingOfficer('ro-2');
const ruled = [filed(), assignedTo('rt-1'), causeVerified(), ruledDismissed()];

describe('A complaint goes up, level by level or at once', () => {
  it.each([1, 2, 3] as const)('to level %d, with what the user says of it sealed', (level) => {
    given(filed())
      .when(escalate({ level, target: 'someone', explanation: 'Llevo tres días.' }), people.user)
      .emits({
        ...happened('Escalated', { level, trigger: 'user', target: 'someone' }),
        personal: { 'sub-1': { explanation: 'Llevo tres días.' } },
      })
      .state(({ facets }) => facets.escalation === level)
      .hasStatus('inProgress');
  });

  it('with the deadline and the number that its taker has given', () => {
    const file = { level: 4, trigger: 'authority', target: 'PROFECO', externalReference: 'PFC-1' } as const;
    given(filed())
      .when(escalate({ ...file, dueAt: days(15) }), people.authority)
      .emits(
        happened('Escalated', { ...file, dueAt: days(15) }),
        happened('AuthorityProceedingOpened', { authority: 'PROFECO', reference: 'PFC-1' }),
      );
  });

  it.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 4],
  ] as const)('never from level %d to level %d in one cycle', (current, level) => {
    given(filed(), escalated(current))
      .when(escalate({ level }), people.customerService)
      .isRejected('escalation-not-higher', { level, current });
  });

  it('a lower level that a log tells of later takes nothing back', () => {
    expect(given(filed(), escalated(3), escalated(1)).state.facets.escalation).toBe(3);
  });

  it('a new cycle is escalated again from below', () => {
    given(...ruled, escalated(2), closed(), reopened())
      .when(escalate({ level: 1, trigger: 'time' }), people.system)
      .emitsOnly('Escalated');
  });
});

describe('An escalation opens a ruling again (I-08)', () => {
  it('where there is one', () => {
    given(...ruled)
      .when(escalate({ level: 2, trigger: 'deadlock' }), people.user)
      .state(({ facets }) => facets.rulingAgain)
      .when(rule(), people.rulingOfficer)
      .emitsOnly('Ruled');
  });

  it('an escalation opens nothing where there is no ruling', () => {
    expect(given(filed(), escalated(1)).state.facets.rulingAgain).toBe(false);
    given(filed())
      .when(escalate({ trigger: 'deadlock' }), people.user)
      .isRejected('deadlock-needs-ruling', { folio });
  });
});

describe('Before an authority (level 4)', () => {
  const profeco = { level: 4, target: 'PROFECO', externalReference: 'PFC-1' } as const;

  it.each(['user', 'authority', 'time'] as const)(
    'goes what has a file number there, and its proceeding is open: %s',
    (trigger) => {
      given(filed())
        .when(escalate({ ...profeco, trigger }), trigger === 'user' ? people.user : people.customerService)
        .emits(happened('Escalated', { ...profeco, trigger }), {
          ...happened('AuthorityProceedingOpened', { authority: 'PROFECO', reference: 'PFC-1' }),
        })
        .hasStatus('held')
        .leaves({ legal: ['await-authority'] });
    },
  );

  it('else its file number is asked for', () => {
    given(filed())
      .when(escalate({ level: 4, target: 'PROFECO' }), people.user)
      .isRejected('authority-reference-missing', { target: 'PROFECO' });
  });

  it('a proceeding that is known is not opened twice, nor one that is over', () => {
    const known = given(filed()).when(openAuthorityProceeding(), people.legal);
    known.when(escalate(profeco), people.user).emitsOnly('Escalated');
    known
      .when(resolveAuthorityProceeding({ outcome: 'for-provider' }), people.legal)
      .when(escalate(profeco), people.user)
      .isRejected('proceeding-resolved', { reference: 'PFC-1' });
  });
});

describe('An ended complaint may be contested as long as it may be reopened (C-22)', () => {
  const over = [...ruled, on(hours(10), closed())];

  it('to the last moment of the recorded terms', () => {
    const last = at('2026-03-22T23:59:59.999-06:00');
    given(...over)
      .when(escalate(), people.user, { occurredAt: last })
      .emitsOnly('Escalated')
      .hasStatus('closed');
    given(...over)
      .when(escalate(), people.user, { occurredAt: at('2026-03-23T00:00:00-06:00') })
      .isRejected('appeal-window-over', { folio, until: last, lastDay: '2026-03-22' });
  });

  it('an ended complaint may always be contested where the terms set no limit', () => {
    given(filed({ terms: usualTerms({ reopeningDays: null }) }), on(hours(10), closed()))
      .when(escalate(), people.user, { occurredAt: days(400) })
      .emitsOnly('Escalated');
  });

  it.each([1, 2, 3] as const)(
    'no longer by time to level %d, which no queue would have: only what was due before the end is recorded late',
    (level) => {
      const byTime = escalate({ level, trigger: 'time' });
      for (const by of [people.system, people.customerService])
        given(...over)
          .when(byTime, by, { occurredAt: hours(10.5) })
          .isRejected('complaint-ended', { folio, ending: 'closed' });
      given(...over)
        .when(byTime, people.system, { occurredAt: hours(10) })
        .emitsOnly('Escalated');
    },
  );

  it('an ended complaint goes before an authority by time too, and legal has its proceeding', () => {
    given(...over)
      .when(
        escalate({ level: 4, trigger: 'time', target: 'PROFECO', externalReference: 'PFC-1' }),
        people.system,
        { occurredAt: hours(11) },
      )
      .emitsOnly('Escalated', 'AuthorityProceedingOpened')
      .leaves({ legal: ['await-authority'] });
  });

  it('as a log that was imported tells it, by time too', () => {
    given(...over)
      .when(escalate({ level: 1, trigger: 'time' }), people.system, { occurredAt: hours(11), imported: true })
      .emitsOnly('Escalated');
  });

  it('while an authority sets its own', () => {
    given(...over)
      .when(
        escalate({ level: 4, trigger: 'authority', target: 'PROFECO', externalReference: 'PFC-1' }),
        people.authority,
        {
          occurredAt: days(300),
        },
      )
      .emitsOnly('Escalated', 'AuthorityProceedingOpened');
  });
});

describe('An ending that the user contests may stand: reopening is declined (I-08, I-10, I-23)', () => {
  const officer = people.rulingOfficer;
  const ended = [
    filed(),
    folioTold(),
    assignedTo('rt-1'),
    causeVerified(),
    ruledDismissed(officer),
    userNotified(),
    closed(),
  ];
  const contested = () =>
    given(...ended).when(escalate({ level: 1, trigger: 'user', dueAt: days(9) }), people.user);
  const late = { occurredAt: hours(30), now: hours(30) };

  it('with sealed reasons for the user and with the next instance; what the duty asked is done', () => {
    const declined = contested()
      .when(declineReopening({ reasons: 'Ya se resolvió.' }), cs, late)
      .emits({
        ...happened('ReopeningDeclined', { nextInstance: 'PROFECO' }),
        personal: { 'sub-1': { reasons: 'Ya se resolvió.' } },
      });
    declined.state(
      ({ facets, escalationDueAt }) =>
        facets.ending === 'closed' && !facets.contested && !facets.rulingAgain && escalationDueAt === null,
    );
    expect(dutiesOf(declined.after)).toMatchObject({ supervisor: [], 'customer-service': ['tell-user'] });
    declined
      .when(giveFurtherNotice({ sentAt: hours(31) }), cs, { occurredAt: hours(31), now: hours(31) })
      .emits(happened('FurtherNoticeGiven', { about: ['reopening'], channel: 'phone', sentAt: hours(31) }))
      .state(({ facets }) => facets.untold.length === 0);
  });

  it('with another next instance where it is named, and never with a blank one or without reasons', () => {
    contested()
      .when(declineReopening({ nextInstance: 'IFT' }), officer2, late)
      .emitsOnly('ReopeningDeclined')
      .state(({ facets }) => !facets.contested);
    contested()
      .when(declineReopening({ nextInstance: ' ' }), officer2)
      .isRejected('next-instance-missing', { folio });
    contested()
      .when(declineReopening({ reasons: ' ' }), cs)
      .isRejected('reasons-missing', { folio });
  });

  it('not by who ruled, nor twice by the same person', () => {
    contested().when(declineReopening(), officer).isRejected('separation-of-duties');
    const again = contested()
      .when(declineReopening(), officer2, late)
      .when(escalate({ level: 2, trigger: 'user' }), people.user, late);
    again.when(declineReopening(), officer2, late).isRejected('separation-of-duties');
    again.when(declineReopening(), cs, late).emitsOnly('ReopeningDeclined');
  });

  it('by who ruled where the terms have the exception recorded, and it says so', () => {
    const alone = [filed({ terms: usualTerms({ separationOfDuties: 'recorded' }) }), ...ended.slice(1)];
    given(...alone)
      .when(escalate({ level: 1, trigger: 'user' }), people.user)
      .when(declineReopening(), officer, late)
      .state(({ facets }) => !facets.contested);
  });

  it('only where something is contested', () => {
    given(...ended)
      .when(declineReopening(), cs)
      .isRejected('ending-not-contested', { folio });
    given(filed()).when(declineReopening(), cs).isRejected('ending-not-contested', { folio });
    contested()
      .when(declineReopening(), cs, late)
      .when(declineReopening(), cs, late)
      .isRejected('ending-not-contested', { folio });
  });

  it('not on a ruling about another cause than was found since: it is opened and worked on again', () => {
    const found = correctCause({ attribution: 'user', causes: ['user-equipment'], reason: 'learned-later' });
    given(...ended.slice(0, -2))
      .when(withdraw({ waives: ['compensation'] }), people.user, late)
      .when(found, people.technicalLead, late)
      .when(escalate({ level: 1, trigger: 'user' }), people.user, late)
      .when(declineReopening(), officer2, late)
      .isRejected('ruling-on-older-cause', { folio })
      .when(reopen({ reason: 'closed-by-mistake' }), cs, late)
      .leaves({ 'technical-lead': ['verify-cause'] });
  });

  it('a reopening leaves nothing of it to tell', () => {
    contested()
      .when(declineReopening(), cs, late)
      .when(reopen({ reason: 'closed-by-mistake' }), cs, late)
      .state(({ facets }) => !facets.untold.includes('reopening'));
  });
});

describe('Inside the house an escalation reaches those who attend to it', () => {
  const triggers = ['user', 'repeat', 'vulnerable-user', 'authority'] as const;

  it.each(triggers)('after an answer too, which is then given once more: %s', (trigger) => {
    given(filed({ kind: 'inquiry', subject: 'contract' }), folioTold())
      .when(provideAnswer(), people.customerService)
      .when(escalate({ trigger }), trigger === 'user' ? people.user : people.customerService)
      .leaves({ 'customer-service': ['answer'], supervisor: ['attend-escalation'] })
      .when(close(), people.customerService)
      .isRejected('appeal-not-answered', { folio });
  });

  const asked = [filed({ kind: 'inquiry', subject: 'contract' }), folioTold()];
  const outside = { level: 4, target: 'PROFECO', externalReference: 'PFC-1' } as const;

  it.each([
    ['before any answer', asked, escalate()],
    ['before an authority', [...asked, answered()], escalate(outside)],
    ['after the end', [...asked, answered(), on(hours(10), closed('answered'))], escalate()],
    ['by time', [...asked, answered()], escalate({ trigger: 'time' })],
    ['where there is a ruling, which is given once more', [...ruled, userNotified()], escalate()],
  ])('an escalation asks for no other answer %s', (_when, before, command) => {
    given(...before)
      .when(command, people.user)
      .state(({ facets }) => expect([facets.escalation > 0, facets.answerAgain]).toEqual([true, false]));
  });

  it('at every moment of a life, whatever takes it up: supervisors have it, or who rules on a penalty', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(walks(40), fc.constantFrom(...triggers), (walk, trigger) => {
        const { paces, state } = step(walk, {
          command: escalate({ level: 3, trigger }),
          by: trigger === 'user' ? people.user : people.customerService,
        });
        if (paces.at(-1)?.decision.ok !== true) return;
        const { supervisor, 'ruling-officer': officers } = dutiesOf(state);
        expect([trigger, state.facets.ending, [...supervisor, ...officers]]).not.toEqual([
          trigger,
          state.facets.ending,
          [],
        ]);
        reached.add(`${trigger} ${state.facets.ending === 'open' ? 'open' : 'ended'}`);
      }),
      { numRuns: 400 },
    );
    expect(reached.size).toBeGreaterThan(triggers.length);
  });
});
