import { describe, expect, it } from '@jest/globals';
import {
  dutiesOf,
  initialFacets,
  kinds,
  reasonLabels,
  roleOfBearer,
  type Facets,
} from '../../../src/domain/complaint/index.js';
import {
  answered,
  asBilling,
  asCompetentArea,
  asCustomerService,
  asLegal,
  assessCompensation,
  assignedTo,
  asSystem,
  asTechnicalLead,
  asUser,
  cancellationExecuted,
  causeVerified,
  close,
  creditCompensation,
  escalate,
  filed,
  filedAs,
  filedTechnicalComplaint,
  folioTold,
  given,
  grantCompensation,
  happened,
  hours,
  noFaultFound,
  openAuthorityProceeding,
  putOnHold,
  repaired,
  reported,
  reportRepair,
  requestInformation,
  requestRestorationConfirmation,
  requestVisit,
  restorationConfirmed,
  restorationDisputed,
  routedTo,
  ruledDismissed,
  ruledUpheld,
  scheduleVisit,
  userNotified,
  type Step,
} from '../../../src/testing/index.js';

const cs = asCustomerService();

/** Who has what to do after these steps: customer service, the technical lead, the competent area. */
const after = (...steps: readonly Step[]) => {
  const { customerService, technicalLead, competentArea } = dutiesOf(given(...steps).state.facets);
  return [customerService, technicalLead, competentArea];
};

describe('A fault goes from hand to hand (O-18..O-27)', () => {
  const steps: readonly (readonly [Step, readonly (string | null)[]])[] = [
    [filed(), ['tell-folio', null, null]],
    [folioTold(), ['assign-technician', null, null]],
    [assignedTo('rt-1'), [null, 'verify-cause', null]],
    [causeVerified(), [null, 'repair', 'rule']],
    [repaired(), [null, 'report-repair', 'rule']],
    [reported(), ['check-restoration', null, 'rule']],
    [restorationConfirmed(), [null, null, 'rule']],
    [ruledUpheld(), ['notify-user', null, null]],
    [userNotified(), ['close', null, null]],
    [{ event: happened('Closed', { reason: 'notified' }), by: cs }, [null, null, null]],
  ];

  it.each(steps.map(([, duties], index) => [index + 1, duties] as const))(
    'after step %i: %j',
    (count, duties) => {
      expect(after(...steps.slice(0, count).map(([step]) => step))).toEqual(duties);
    },
  );

  it('without a repair where nothing was found', () => {
    const nothing = [filed(), folioTold(), assignedTo('rt-1'), noFaultFound()];
    expect(after(...nothing)).toEqual([null, 'report-repair', 'rule']);
    expect(after(...nothing, reported('no-repair-needed'))).toEqual([null, null, 'rule']);
    expect(after(...nothing, reported('no-repair-needed'), ruledDismissed())).toEqual([
      'notify-user',
      null,
      null,
    ]);
    expect(after(...nothing, ruledDismissed())).toEqual([null, 'report-repair', null]);
  });

  it('without a restoration where it is impossible', () => {
    const impossible = [
      filed(),
      folioTold(),
      assignedTo('rt-1'),
      causeVerified(),
      reported('repair-impossible'),
    ];
    expect(after(...impossible)).toEqual([null, null, 'rule']);
    expect(after(...impossible, ruledUpheld())).toEqual(['notify-user', null, null]);
  });

  it('back to the technical lead where the user disputes the repair', () => {
    const disputed = [
      filed(),
      folioTold(),
      assignedTo('rt-1'),
      causeVerified(),
      repaired(),
      reported(),
      restorationDisputed(),
    ];
    expect(after(...disputed)).toEqual([null, 'repair', 'rule']);
    expect(after(...disputed, repaired())).toEqual([null, 'report-repair', 'rule']);
  });

  it('and while the user is asked whether it works, that is waited for', () => {
    given(filed(), folioTold(), assignedTo('rt-1'), causeVerified(), repaired(), reported())
      .when(requestRestorationConfirmation(), cs)
      .leaves({ customerService: 'await-confirmation' });
  });
});

describe('A technical complaint is routed first (O-31)', () => {
  it('and only then ruled on', () => {
    expect(after(filedTechnicalComplaint(), folioTold())).toEqual(['route', null, null]);
    expect(after(filedTechnicalComplaint(), folioTold(), assignedTo('rt-1'), causeVerified())).toEqual([
      'route',
      'repair',
      null,
    ]);
    expect(after(filedTechnicalComplaint(), folioTold(), routedTo('network'))).toEqual([
      'assign-technician',
      null,
      null,
    ]);
  });
});

describe('On an area’s track the area verifies, rules and compensates', () => {
  it.each(['complaint', 'clarification'] as const)('a %s', (kind) => {
    const area = asCompetentArea();
    const request = [filedAs(kind), folioTold()];
    expect(after(...request)).toEqual(['route', null, null]);
    expect(after(...request, routedTo('billing'))).toEqual([null, null, 'verify-cause']);
    expect(after(...request, routedTo('billing'), causeVerified({}, area))).toEqual([null, null, 'rule']);
    expect(after(...request, routedTo('billing'), causeVerified({}, area), ruledUpheld())).toEqual([
      'notify-user',
      null,
      null,
    ]);
  });

  it('a billing error that is the provider’s fault', () => {
    const owed = causeVerified({ attribution: 'provider', affectedFrom: hours(0) }, asCompetentArea());
    expect(after(filedAs('complaint'), folioTold(), routedTo('billing'), owed, ruledUpheld())).toEqual([
      'notify-user',
      null,
      'compensate',
    ]);
  });
});

describe('What has no ruling has an answer', () => {
  it.each(['inquiry', 'suggestion'] as const)('%s', (kind) => {
    expect(after(filedAs(kind), folioTold())).toEqual(['answer', null, null]);
    expect(after(filedAs(kind), folioTold(), answered())).toEqual(['close', null, null]);
  });

  it('a procedure is routed, then answered', () => {
    expect(after(filedAs('procedure'), folioTold())).toEqual(['route', null, null]);
    expect(after(filedAs('procedure'), folioTold(), routedTo('billing'))).toEqual(['answer', null, null]);
    expect(after(filedAs('procedure'), folioTold(), routedTo('billing'), assignedTo('rt-1'))).toEqual([
      'answer',
      null,
      null,
    ]);
    expect(after(filedAs('procedure'), folioTold(), answered())).toEqual(['close', null, null]);
  });

  it('a cancellation is routed, then executed', () => {
    expect(after(filedAs('cancellation'), folioTold())).toEqual(['route', null, null]);
    expect(after(filedAs('cancellation'), folioTold(), routedTo('billing'))).toEqual([
      'execute-cancellation',
      null,
      null,
    ]);
    expect(after(filedAs('cancellation'), folioTold(), cancellationExecuted())).toEqual([
      'close',
      null,
      null,
    ]);
  });
});

describe('Compensation is the area’s duty (I-16)', () => {
  const owed = causeVerified({ attribution: 'provider', affectedFrom: hours(0) });
  const repairedFault = [
    filed(),
    folioTold(),
    assignedTo('rt-1'),
    owed,
    repaired(),
    reported(),
    restorationConfirmed(),
  ];

  it('once the service is restored or cannot be', () => {
    expect(after(...repairedFault.slice(0, 4), ruledUpheld())).toEqual([null, 'repair', null]);
    expect(after(...repairedFault, ruledUpheld())).toEqual(['notify-user', null, 'compensate']);
    expect(after(...repairedFault.slice(0, 4), reported('repair-impossible'), ruledUpheld())).toEqual([
      'notify-user',
      null,
      'compensate',
    ]);
  });

  it('and nothing is closed before it is granted', () => {
    const said = given(...repairedFault, ruledUpheld(), userNotified());
    expect(after(...repairedFault, ruledUpheld(), userNotified())).toEqual([null, null, 'compensate']);
    said
      .when(assessCompensation(), asSystem())
      .leaves({ customerService: null, competentArea: 'compensate' })
      .when(grantCompensation(), asCompetentArea())
      .leaves({ customerService: 'close', competentArea: null })
      .when(creditCompensation(), asBilling())
      .leaves({ customerService: 'close', competentArea: null });
  });

  it.each([
    causeVerified({ attribution: 'provider' }),
    causeVerified({ attribution: 'user', affectedFrom: hours(0) }),
  ])('not where the provider owes nothing', (cause) => {
    expect(
      after(
        filed(),
        folioTold(),
        assignedTo('rt-1'),
        cause,
        repaired(),
        reported(),
        restorationConfirmed(),
        ruledUpheld(),
      ),
    ).toEqual(['notify-user', null, null]);
  });
});

describe('Visits', () => {
  it('are scheduled, told and attended, whatever the request (O-28..O-30)', () => {
    for (const kind of kinds)
      given(filedAs(kind), folioTold(), routedTo('billing'), assignedTo('rt-1'))
        .when(requestVisit(), asUser())
        .leaves({ customerService: 'schedule-visit' })
        .when(scheduleVisit(), cs)
        .leaves({ customerService: 'notify-visit' })
        .when({ type: 'notifyVisit', data: { visit: 1, channel: 'phone', notifiedAt: hours(2) } }, cs)
        .leaves({ technicalLead: 'attend-visit' });
  });

  it('that failed are scheduled again, unless the final word is said', () => {
    const failed: Step = {
      event: happened('VisitFailed', { visit: 1, reason: 'weather', failedAt: hours(3) }),
      by: asTechnicalLead(),
    };
    expect(after(filed(), folioTold(), assignedTo('rt-1'), failed)).toEqual([
      'schedule-visit',
      'verify-cause',
      null,
    ]);
    expect(after(filedAs('inquiry'), folioTold(), failed, answered())).toEqual(['close', null, null]);
    const requested: Step = { event: happened('VisitRequested', { purpose: 'equipment' }), by: asUser() };
    expect(after(filedAs('cancellation'), folioTold(), cancellationExecuted(), requested)).toEqual([
      'schedule-visit',
      null,
      null,
    ]);
  });
});

describe('Who waits is told what for', () => {
  it('for the user', () => {
    given(filedAs('inquiry'), folioTold())
      .when(requestInformation(), cs)
      .leaves({ customerService: 'await-user' });
  });

  it('for the authority, once all else is done (I-17)', () => {
    given(filedAs('inquiry'), folioTold(), answered())
      .when(openAuthorityProceeding(), asLegal())
      .leaves({ customerService: 'await-authority' });
    given(filedAs('inquiry'), folioTold())
      .when(openAuthorityProceeding(), asLegal())
      .leaves({ customerService: 'answer' });
  });

  it('for what put it on hold, where customer service has nothing else to do', () => {
    given(filed(), folioTold(), assignedTo('rt-1'))
      .when(putOnHold(), cs)
      .leaves({ customerService: 'lift-hold', technicalLead: 'verify-cause' });
  });

  it('for a delivery that failed: it is sent again', () => {
    given(filedAs('inquiry'), folioTold(), answered())
      .when(
        {
          type: 'recordDeliveryFailure',
          data: { notice: 3, channel: 'phone', failedAt: hours(9), reason: 'bounced' },
        },
        asSystem(),
      )
      .leaves({ customerService: 'send-again' });
  });

  it('for a second ruling after an escalation', () => {
    given(
      filed(),
      folioTold(),
      assignedTo('rt-1'),
      noFaultFound(),
      reported('no-repair-needed'),
      ruledDismissed(),
      userNotified({ outcome: 'dismissed', restoration: 'not-needed' }),
    )
      .when(escalate(), asUser())
      .leaves({ customerService: null, competentArea: 'rule' });
  });
});

describe('Nobody has anything to do', () => {
  it.each(['closed', 'withdrawn', 'lapsed', 'duplicate', 'not-accepted'] as const)(
    'once it ended: %s',
    (ending) => {
      const facets = given(filed()).state.facets;
      expect(dutiesOf({ ...facets, ending })).toEqual({
        customerService: null,
        technicalLead: null,
        competentArea: null,
      });
    },
  );

  it('before it is filed', () => {
    expect(Object.values(dutiesOf(initialFacets))).toEqual([null, null, null]);
  });

  it('that is the technical lead’s, after the final word', () => {
    const said: Partial<Facets> = { final: 'sent' };
    const verified = given(filed(), assignedTo('rt-1'), causeVerified()).state.facets;
    expect(dutiesOf({ ...verified, ...said }).technicalLead).toBeNull();
    const assigned = given(filed(), assignedTo('rt-1')).state.facets;
    expect(dutiesOf({ ...assigned, ...said })).toEqual({
      customerService: 'tell-folio',
      technicalLead: null,
      competentArea: null,
    });
    const mended = given(filed(), folioTold(), assignedTo('rt-1'), causeVerified(), repaired(), reported())
      .state.facets;
    expect(dutiesOf({ ...mended, ...said })).toEqual({
      customerService: 'close',
      technicalLead: null,
      competentArea: null,
    });
  });
});

describe('The final word', () => {
  it('that is proven to have arrived leaves nothing but to close', () => {
    given(filedAs('inquiry'), folioTold(), answered())
      .when(
        { type: 'recordDelivery', data: { notice: 3, channel: 'phone', deliveredAt: hours(9) } },
        asSystem(),
      )
      .leaves({ customerService: 'close' });
  });

  it('waits for the restoration though the ruling is there', () => {
    const ruledFirst = [
      filed(),
      folioTold(),
      assignedTo('rt-1'),
      causeVerified(),
      repaired(),
      reported(),
      ruledUpheld(),
    ];
    expect(after(...ruledFirst)).toEqual(['check-restoration', null, null]);
    expect(after(...ruledFirst, restorationDisputed())).toEqual([null, 'repair', null]);
  });

  it('is all that is left of what cannot be repaired, though it was disputed once', () => {
    const steps = [
      filed(),
      folioTold(),
      assignedTo('rt-1'),
      causeVerified(),
      repaired(),
      reported(),
      restorationDisputed(),
    ];
    expect(after(...steps, reported('repair-impossible'), ruledUpheld())).toEqual([
      'notify-user',
      null,
      null,
    ]);
  });
});

describe('Every duty', () => {
  it('has a name in both languages', () => {
    for (const label of Object.values(reasonLabels))
      expect([label.es.trim(), label.en.trim()]).not.toContain('');
    const all = Object.values(reasonLabels).flatMap(({ es, en }) => [es, en]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('is borne by a role', () => {
    expect(roleOfBearer).toEqual({
      customerService: 'customer-service',
      technicalLead: 'technical-lead',
      competentArea: 'competent-area',
    });
  });
});

describe('A report that never came', () => {
  it('is the technical lead’s duty before the user can be told', () => {
    given(filed(), folioTold(), assignedTo('rt-1'), noFaultFound(), ruledDismissed())
      .when(reportRepair({ outcome: 'no-repair-needed' }), asTechnicalLead())
      .leaves({ customerService: 'notify-user', technicalLead: null });
  });

  it('is followed by the notice, then by the end', () => {
    given(filedAs('inquiry'), folioTold(), answered()).when(close(), cs).leaves({ customerService: null });
  });
});
