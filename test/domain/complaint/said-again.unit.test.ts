import { describe, expect, it } from '@jest/globals';
import {
  acknowledge,
  assessCompensation,
  assignedTo,
  causeVerified,
  days,
  disputeRestoration,
  filed,
  filedAs,
  folio,
  given,
  happened,
  hours,
  notifyVisit,
  openWorkOrder,
  people,
  reclassify,
  repair,
  repaired,
  reported,
  reportRepair,
  requestRestorationConfirmation,
  rescheduleVisit,
  restorationDisputed,
} from '../../../src/testing/index.js';

const cs = people.customerService;
const lead = people.technicalLead;
const mended = [
  filed(),
  assignedTo('rt-1'),
  causeVerified({ attribution: 'provider', affectedFrom: hours(0) }),
  repaired({ restoredAt: days(3) }),
  reported(),
];
const scheduled = {
  event: happened('VisitScheduled', {
    visit: 1,
    visitor: 'rt-1',
    window: { from: hours(30), to: hours(34) },
    purpose: 'inspection',
  }),
  by: cs,
} as const;

describe('What was said before is no new fact', () => {
  it('a work order is opened once; another one is another', () => {
    given(filed(), assignedTo('rt-1'))
      .when(openWorkOrder(), lead)
      .state(({ workOrders }) => expect(workOrders).toEqual(['wo-1']))
      .when(openWorkOrder({ workOrder: 'wo-2' }), lead)
      .emitsOnly('WorkOrderOpened')
      .when(openWorkOrder(), lead)
      .isRejected('no-new-fact', { folio });
  });

  it('an acknowledgement left once by a channel at a time', () => {
    given(filed())
      .when(acknowledge(), cs)
      .when(acknowledge(), people.system)
      .isRejected('no-new-fact', { folio })
      .when(acknowledge({ channel: 'post' }), cs)
      .emitsOnly('AcknowledgementSent')
      .when(acknowledge({ sentAt: hours(2) }), cs)
      .emitsOnly('AcknowledgementSent')
      .state(({ acknowledgements }) => expect(acknowledgements).toHaveLength(3));
  });

  it('the user is told once of a window by a channel at a time', () => {
    given(filed(), scheduled)
      .when(notifyVisit(), cs)
      .when(notifyVisit(), cs)
      .isRejected('no-new-fact', { folio })
      .when(notifyVisit({ channel: 'email' }), cs)
      .emitsOnly('VisitNotified')
      .when(notifyVisit({ notifiedAt: hours(3) }), cs)
      .emitsOnly('VisitNotified')
      .when(notifyVisit({ channel: 'email' }), cs)
      .isRejected('no-new-fact', { folio })
      .when(rescheduleVisit(), cs)
      .when(notifyVisit({ notifiedAt: hours(25) }), cs, { occurredAt: hours(25) })
      .emitsOnly('VisitNotified');
  });

  const later = { now: days(8) };

  it('the user is asked once whether it works, until they answer', () => {
    given(...mended)
      .when(requestRestorationConfirmation({ requestedAt: days(4) }), cs, later)
      .when(requestRestorationConfirmation({ requestedAt: days(5) }), people.system, later)
      .isRejected('no-new-fact', { folio })
      .when(disputeRestoration({ disputedAt: days(6) }), people.user, later)
      .when(requestRestorationConfirmation({ requestedAt: days(7) }), cs, later)
      .emitsOnly('RestorationConfirmationRequested');
  });

  it('that it cannot be repaired after all is reported once', () => {
    given(...mended, restorationDisputed())
      .when(reportRepair({ outcome: 'repair-impossible' }), lead)
      .emitsOnly('RepairReported')
      .when(reportRepair({ outcome: 'repair-impossible' }), lead)
      .isRejected('already-reported', { folio });
  });

  it('a finer kind is told once, at the filing or later', () => {
    const holder = { kind: 'procedure', subject: 'contract', subkind: 'change-of-holder' } as const;
    given(filedAs('procedure', { subject: 'contract', subkind: 'change-of-address' }))
      .when(reclassify(holder), cs)
      .emitsOnly('Reclassified')
      .when(reclassify(holder), cs)
      .isRejected('no-new-fact', { folio });
    for (const to of [holder, { kind: 'procedure', subject: 'contract' } as const])
      given(filedAs('procedure', holder)).when(reclassify(to), cs).isRejected('no-new-fact', { folio });
  });

  it('the same compensation is assessed once; over a longer period it is another', () => {
    given(...mended)
      .when(assessCompensation(), people.system, { occurredAt: days(5) })
      .emitsOnly('CompensationAssessed')
      .when(assessCompensation(), people.system)
      .isRejected('no-new-fact', { folio })
      .when(assessCompensation({ to: days(4) }), people.system)
      .emitsOnly('CompensationAssessed')
      .when(assessCompensation({ to: days(4), periodDays: 31 }), people.system)
      .emitsOnly('CompensationAssessed');
  });

  it('after another repair it is assessed anew, though the amounts be the same', () => {
    given(...mended)
      .when(assessCompensation(), people.system, { occurredAt: days(5) })
      .when(disputeRestoration({ disputedAt: days(4) }), people.user, later)
      .when(repair({ restoredAt: days(3) }), lead)
      .when(assessCompensation(), people.system, { occurredAt: days(5) })
      .emitsOnly('CompensationAssessed');
  });
});
