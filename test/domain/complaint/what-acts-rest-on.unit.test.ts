import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  asCustomerService,
  asRulingOfficer,
  asTechnicalLead,
  asUser,
  assignTechnician,
  assignedTo,
  causeVerified,
  close,
  escalate,
  file,
  circumstances,
  filed,
  filedRequest,
  folio,
  folioTold,
  given,
  happened,
  hours,
  noFaultFound,
  notifyUser,
  on,
  repair,
  reported,
  restorationConfirmed,
  repaired,
  rule,
  ruledDismissed,
  ruledUpheld,
  verifyCause,
  withdraw,
} from '../../../src/testing/index.js';
import { timeOf } from '../../../src/domain/complaint/times.js';

const cs = asCustomerService();
const later = { now: hours(100 * 24) };
const before = { ...later, occurredAt: hours(-40 * 24) };

describe('No act lies before the receipt of its request', () => {
  const story = given(filed(), assignedTo('rt-1'));

  it.each([
    ['a closing', close(), cs],
    ['a withdrawal', withdraw(), asUser()],
    ['an escalation', escalate(), asUser()],
    ['an assignment', assignTechnician({ technician: 'rt-2' }), cs],
    ['a verified cause', verifyCause(), asTechnicalLead('rt-1')],
  ])('%s of 40 days before it is refused (glpi#17701)', (_name, command, by) => {
    story.when(command, by, before).isRejected('before-receipt', {
      occurredAt: before.occurredAt,
      receivedAt: hours(0),
    });
  });

  it('and one of whatever time at or after it is not refused for its time', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000, max: 1_000 }), (minutes) => {
        const at = { ...later, occurredAt: hours(minutes / 60) };
        const outcome = given(filed()).when(withdraw(), asUser(), at);
        if (minutes < 0) outcome.isRejected('before-receipt');
        else outcome.emitsOnly('Withdrawn');
      }),
    );
  });

  it('nor is the user told before it, by the time that the notice itself gives', () => {
    given(filed(), assignedTo('rt-1'), noFaultFound(), reported('no-repair-needed'), ruledDismissed())
      .when(notifyUser({ sentAt: hours(-1) }), cs)
      .isRejected('before-receipt');
  });

  it('what an import brings keeps the times of its log', () => {
    story.when(withdraw(), asUser(), { ...before, imported: true }).emitsOnly('Withdrawn');
  });
});

describe('No act lies before what it rests on', () => {
  it('a ruling before its cause', () => {
    given(filed(), assignedTo('rt-1'), on(hours(5), causeVerified()))
      .when(rule(), asRulingOfficer(), { ...later, occurredAt: hours(4) })
      .isRejected('before-what-it-rests-on', {
        event: 'Ruled',
        occurredAt: hours(4),
        restsOn: 'CauseVerified',
        restsOnAt: hours(5),
      });
  });

  it('a notice before its ruling, an ending before the final word', () => {
    const told = [
      filed(),
      folioTold(),
      assignedTo('rt-1'),
      noFaultFound(),
      reported('no-repair-needed'),
      on(hours(6), ruledDismissed()),
    ];
    given(...told)
      .when(notifyUser({ sentAt: hours(5) }), cs)
      .isRejected('before-what-it-rests-on', {
        event: 'UserNotified',
        occurredAt: hours(5),
        restsOn: 'Ruled',
        restsOnAt: hours(6),
      });
    given(...told)
      .when(notifyUser({ sentAt: hours(8) }), cs)
      .when(close(), cs, { ...later, occurredAt: hours(7) })
      .isRejected('before-what-it-rests-on')
      .when(close(), cs, { ...later, occurredAt: hours(8) })
      .emitsOnly('Closed');
  });

  it('but service back before the failure began is none, however the two are told', () => {
    const story = given(filed(), assignedTo('rt-1'), causeVerified({ affectedFrom: hours(-2) }));
    story
      .when(repair({ restoredAt: hours(-3) }), asTechnicalLead('rt-1'))
      .isRejected('restored-before-affected');
    story
      .when(repair({ restoredAt: hours(6) }), asTechnicalLead('rt-1'))
      .when(verifyCause({ affectedFrom: hours(7) }), asTechnicalLead('rt-1'))
      .isRejected('restored-before-affected', { restoredAt: hours(6), affectedFrom: hours(7) });
  });

  it('what is content may lie before the receipt: affected from, and service that an outage gave back', () => {
    given(filed(), assignedTo('rt-1'))
      .when(verifyCause({ affectedFrom: hours(-5) }), asTechnicalLead('rt-1'))
      .emitsOnly('CauseVerified')
      .when(repair({ restoredAt: hours(-1) }), asTechnicalLead('rt-1'))
      .emitsOnly('Repaired');
  });
});

describe('An event has the time of its own fact', () => {
  it('a paper form of the 20th that is registered on the 24th got its folio on the 24th (osTicket#5786)', () => {
    given()
      .when(file({ receivedAt: hours(0) }), cs, { occurredAt: hours(0), now: hours(96) })
      .state(({ filing }) => expect(filing?.receivedAt).toBe(hours(0)))
      .emitsOnly('Filed', 'FolioAssigned');
    const context = circumstances(cs, { occurredAt: hours(0), now: hours(96) });
    const assigned = happened('FolioAssigned', { folio, label: 'folio', assignedAt: hours(96) });
    expect(timeOf(assigned, context)).toBe(hours(96));
    expect(timeOf(happened('Filed', filedRequest()), context)).toBe(hours(0));
  });

  it('a notice is dated when it was sent, not when that was typed in', () => {
    given(
      filed(),
      assignedTo('rt-1'),
      causeVerified(),
      repaired(),
      reported('repaired'),
      restorationConfirmed(),
      ruledUpheld(),
    )
      .when(notifyUser({ sentAt: hours(8) }), cs, { occurredAt: hours(50) })
      .state(({ happened }) => expect(happened['UserNotified']).toBe(hours(8)));
  });
});
