import { describe, expect, it } from '@jest/globals';
import {
  asCompetentArea,
  asRulingOfficer,
  assignedTo,
  assignTechnician,
  asTechnicalLead,
  causeVerified,
  closed,
  correctCause,
  disputeRestoration,
  escalate,
  filed,
  filedAs,
  filedTechnicalComplaint,
  folio,
  folioTold,
  given,
  happened,
  hours,
  noFaultFound,
  people,
  recordConciliation,
  reopen,
  repair,
  repaired,
  reported,
  restorationConfirmed,
  routedTo,
  rule,
  ruledDismissed,
  ruledUpheld,
  userNotified,
  usualTerms,
  verifyCause,
} from '../../../src/testing/index.js';

const found = [filed(), assignedTo('rt-1'), causeVerified()];
const byArea = people.competentArea;

describe('A ruling says procedente or improcedente (O-25)', () => {
  it('on the verified cause, under the recorded policy; its reasons are sealed (I-08)', () => {
    given(...found)
      .when(rule({ reasons: 'Hubo falla.' }), people.rulingOfficer)
      .emits({
        ...happened('Ruled', {
          outcome: 'upheld',
          basis: 'contract, clause 10',
          cause: 3,
          policy: 'mx',
          policyVersion: 1,
        }),
        personal: { 'sub-1': { reasons: 'Hubo falla.' } },
      })
      .state(({ facets, ruling, hands }) => {
        expect(facets).toMatchObject({ ruling: 'upheld', rulingAgain: false });
        expect(ruling).toEqual({
          revision: 4,
          occurredAt: expect.anything(),
          cause: 3,
          basis: 'contract, clause 10',
          nextInstance: undefined,
        });
        expect(hands).toEqual({ repaired: [], ruled: ['ro-1'] });
      });
  });

  it('a ruling that dismisses says where the user may go next: that of the terms, or another (I-10)', () => {
    given(...found)
      .when(rule({ outcome: 'dismissed' }), byArea)
      .state(({ ruling }) => ruling?.nextInstance === 'PROFECO');
    given(...found)
      .when(rule({ outcome: 'dismissed', nextInstance: 'CRT' }), byArea)
      .state(({ ruling }) => ruling?.nextInstance === 'CRT');
    given(...found)
      .when(rule({ outcome: 'upheld', nextInstance: 'CRT' }), byArea)
      .state(({ ruling }) => ruling?.nextInstance === 'CRT');
  });

  it('cannot dismiss without a next instance (I-10)', () => {
    given(...found)
      .when(rule({ outcome: 'dismissed', nextInstance: ' ' }), byArea)
      .isRejected('next-instance-missing', { folio });
    const nowhere = given(
      filed({ terms: usualTerms({ nextInstance: '' }) }),
      assignedTo('rt-1'),
      causeVerified(),
    );
    nowhere.when(rule({ outcome: 'dismissed' }), byArea).isRejected('next-instance-missing');
    nowhere.when(rule({ outcome: 'upheld' }), byArea).emitsOnly('Ruled');
    nowhere.when(rule({ outcome: 'upheld', nextInstance: ' ' }), byArea).isRejected('next-instance-missing');
  });

  it('gives its reasons (I-08)', () => {
    for (const reasons of ['', ' \n\t'])
      given(...found)
        .when(rule({ reasons }), byArea)
        .isRejected('reasons-missing', { folio });
  });

  it('rests on a verified cause (I-08)', () => {
    given(filed(), assignedTo('rt-1')).when(rule(), byArea).isRejected('cause-not-verified', { folio });
    given(filedAs('clarification'), routedTo('billing'))
      .when(rule(), byArea)
      .isRejected('cause-not-verified');
  });

  it.each(['inquiry', 'suggestion', 'cancellation', 'procedure'] as const)('is not made on a %s', (kind) => {
    given(filedAs(kind), routedTo('billing'))
      .when(rule(), byArea)
      .isRejected('not-on-this-track', { track: kind });
  });

  it('is made by the area or a ruling officer, no other role', () => {
    for (const by of [people.customerService, people.technicalLead, people.user, people.legal])
      given(...found)
        .when(rule(), by)
        .isRejected('role-not-allowed');
  });
});

describe('A complaint or a clarification is routed before it is ruled on (O-31, I-13)', () => {
  it('whatever else is done', () => {
    given(filedTechnicalComplaint(), assignedTo('rt-1'), causeVerified())
      .when(rule(), byArea)
      .isRejected('not-routed', { folio });
    given(filedTechnicalComplaint(), routedTo('network'), assignedTo('rt-1'), causeVerified())
      .when(rule(), byArea)
      .emitsOnly('Ruled');
  });

  it('even where the provider’s terms do not say so', () => {
    const terms = usualTerms({ routedKinds: [] });
    given(filedTechnicalComplaint({ terms }), assignedTo('rt-1'), causeVerified())
      .when(rule(), byArea)
      .isRejected('not-routed', { folio });
  });

  it('a fault too where the provider’s terms say so', () => {
    const terms = usualTerms({ routedKinds: ['fault'] });
    given(filed({ terms }), assignedTo('rt-1'), causeVerified())
      .when(rule(), byArea)
      .isRejected('not-routed');
    given(filed({ terms }), routedTo('network'), assignedTo('rt-1'), causeVerified())
      .when(rule(), byArea)
      .emitsOnly('Ruled');
  });

  it('those of the terms at filing, whatever the terms are today (I-18)', () => {
    given(...found)
      .when(rule(), byArea, { terms: usualTerms({ routedKinds: ['fault'] }) })
      .emitsOnly('Ruled');
  });
});

describe('The seeds order neither of ruling and repairing', () => {
  it('a ruling may come first, and the repair after it', () => {
    given(...found)
      .when(rule(), byArea)
      .when(repair(), people.technicalLead)
      .emitsOnly('Repaired');
  });

  it('a repair may come first, and the ruling after it', () => {
    given(...found)
      .when(repair(), people.technicalLead)
      .when(rule(), byArea)
      .emitsOnly('Ruled');
  });
});

describe('The person who repairs does not rule (separation of duties)', () => {
  it('whatever role they act in', () => {
    given(...found, repaired({}, asTechnicalLead('x-1')))
      .when(rule(), asCompetentArea('x-1'))
      .isRejected('separation-of-duties', { actor: 'x-1', folio });
    given(...found)
      .when(rule(), asRulingOfficer('rt-1'))
      .isRejected('separation-of-duties', { actor: 'rt-1', folio });
  });

  it('even where another technician repaired it again since', () => {
    given(...found, assignedTo('x-1'))
      .when(repair(), asTechnicalLead('x-1'))
      .when(disputeRestoration(), people.user)
      .when(assignTechnician({ technician: 'x-2' }), asTechnicalLead('x-1'))
      .when(repair({ restoredAt: hours(20) }), asTechnicalLead('x-2'))
      .when(rule(), asCompetentArea('x-1'))
      .isRejected('separation-of-duties');
  });

  it('a new cycle starts with clean hands, but for the technical lead in charge', () => {
    const again = given(...found, repaired({}, asTechnicalLead('x-1')), ruledUpheld())
      .when(reopen(), people.user)
      .when(verifyCause({ causes: ['water'] }), people.technicalLead);
    again.when(rule(), asCompetentArea('x-1')).emitsOnly('Ruled');
    again.when(rule(), asCompetentArea('rt-1')).isRejected('separation-of-duties');
  });
});

describe('A second ruling needs an escalation or a reopening (I-08)', () => {
  it('a second ruling is refused without an escalation or a reopening', () => {
    given(...found, ruledUpheld())
      .when(rule({ outcome: 'dismissed' }), byArea)
      .isRejected('already-ruled', { folio, ruling: 'upheld' });
    given(...found, ruledDismissed())
      .when(rule(), byArea)
      .isRejected('already-ruled', { folio, ruling: 'dismissed' });
  });

  it('once for each escalation', () => {
    given(...found, ruledUpheld())
      .when(escalate({ level: 1 }), people.user)
      .leaves({ 'ruling-officer': ['rule'] })
      .when(rule({ outcome: 'dismissed' }), byArea)
      .isRejected('separation-of-duties', { actor: byArea.actor, folio })
      .when(rule({ outcome: 'dismissed' }), asRulingOfficer('ro-1'))
      .emitsOnly('Ruled')
      .state(({ facets }) => expect(facets).toMatchObject({ ruling: 'dismissed', rulingAgain: false }))
      .when(rule(), byArea)
      .isRejected('already-ruled')
      .when(escalate({ level: 2 }), people.user)
      .when(rule(), asRulingOfficer('ro-1'))
      .isRejected('separation-of-duties')
      .when(rule(), asRulingOfficer('ro-2'))
      .emitsOnly('Ruled');
  });

  it('the user is told again after a second ruling that comes after the final word', () => {
    given(
      ...found,
      repaired(),
      reported(),
      restorationConfirmed(),
      ruledDismissed(),
      userNotified({ outcome: 'dismissed' }),
    )
      .when(escalate(), people.user)
      .when(rule(), people.rulingOfficer)
      .hasStatus('inProgress')
      .state(({ facets, finalWord }) => expect([facets.final, finalWord]).toEqual(['none', null]))
      .leaves({ 'customer-service': ['tell-folio', 'notify-user'] });
  });

  it('a second ruling never takes back what the user was told in their favour, whatever the cause is corrected to', () => {
    given(...found, repaired(), reported(), restorationConfirmed(), ruledUpheld(), userNotified())
      .when(correctCause({ attribution: 'user', causes: ['user-equipment'] }), asTechnicalLead('rt-1'))
      .emitsOnly('CauseCorrected')
      .when(rule({ outcome: 'dismissed' }), people.rulingOfficer)
      .isRejected('told-in-favour', { folio })
      .when(rule(), people.rulingOfficer)
      .emitsOnly('Ruled');
  });

  it('a second ruling may follow a reopening, which forgets the first', () => {
    given(filed(), assignedTo('rt-1'), noFaultFound(), ruledDismissed())
      .when(reopen(), people.user)
      .state(({ facets, ruling }) => expect([facets.ruling, ruling]).toEqual(['none', null]))
      .when(rule(), byArea)
      .isRejected('cause-not-verified');
  });
});

describe('A conciliation (O-32)', () => {
  it.each(['agreed', 'not-agreed', 'user-absent'] as const)('before the area ends %s', (outcome) => {
    given(filedAs('complaint'), routedTo('billing', 'conciliation'))
      .when(recordConciliation({ outcome, agreement: 'Se bonifica un mes.' }), byArea)
      .emits({
        ...happened('ConciliationRecorded', { outcome }),
        personal: { 'sub-1': { agreement: 'Se bonifica un mes.' } },
      });
  });

  it('takes place where the request was routed to', () => {
    given(filedAs('complaint')).when(recordConciliation(), byArea).isRejected('not-routed', { folio });
  });
});

describe('An appeal is not ruled on by who ruled before', () => {
  const ruledBy = (actor: string) => [
    filed(),
    folioTold(),
    assignedTo('rt-1'),
    causeVerified(),
    repaired(),
    reported(),
    restorationConfirmed(),
    ruledDismissed(asRulingOfficer(actor)),
    userNotified({ outcome: 'dismissed' }),
    closed(),
  ];

  it('also where the user has it reopened for not being satisfied', () => {
    const again = (reason: 'not-satisfied' | 'fault-persists') =>
      given(...ruledBy('ro-1'))
        .when(reopen({ reason }), people.user)
        .when(verifyCause(), asTechnicalLead('rt-1'));
    again('not-satisfied').when(rule(), asRulingOfficer('ro-1')).isRejected('separation-of-duties');
    again('not-satisfied').when(rule(), asRulingOfficer('ro-2')).emitsOnly('Ruled');
    again('fault-persists').when(rule(), asRulingOfficer('ro-1')).emitsOnly('Ruled');
  });

  it('also where it was contested after the end and then reopened, by each level in turn', () => {
    given(...ruledBy('ro-1'))
      .when(escalate({ level: 1 }), people.user)
      .when(reopen({ reason: 'closed-by-mistake' }), people.customerService)
      .when(verifyCause(), asTechnicalLead('rt-1'))
      .when(rule(), asRulingOfficer('ro-1'))
      .isRejected('separation-of-duties')
      .when(rule(), asRulingOfficer('ro-2'))
      .when(escalate({ level: 1 }), people.user)
      .when(rule(), asRulingOfficer('ro-2'))
      .isRejected('separation-of-duties')
      .when(rule(), asRulingOfficer('ro-3'))
      .emitsOnly('Ruled');
  });
});
