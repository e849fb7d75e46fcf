import { describe, expect, it } from '@jest/globals';
import {
  answered,
  asCompetentArea,
  assignedTo,
  asTechnicalLead,
  causeVerified,
  escalate,
  filed,
  filedAs,
  filedTechnicalComplaint,
  folio,
  given,
  happened,
  hours,
  people,
  repaired,
  reported,
  restorationConfirmed,
  routedTo,
  ruledUpheld,
  userNotified,
  verifyCause,
} from '../../../src/testing/index.js';

describe('On a technical track the assigned technical lead verifies the causes (O-19, I-06)', () => {
  it('what was found is recorded, and what was said about it is sealed', () => {
    given(filed(), assignedTo('rt-3'))
      .when(
        verifyCause({
          causes: ['cut-fibre', 'damaged-splice'],
          attribution: 'provider',
          affectedFrom: hours(-5),
          evidence: ['b'.repeat(64)],
          explanation: 'Obra en la calle.',
        }),
        asTechnicalLead('rt-3'),
      )
      .emits({
        ...happened('CauseVerified', {
          causes: ['cut-fibre', 'damaged-splice'],
          faultFound: true,
          attribution: 'provider',
          affectedFrom: hours(-5),
          evidence: ['b'.repeat(64)],
        }),
        personal: { 'sub-1': { explanation: 'Obra en la calle.' } },
      })
      .state(({ facets, cause, affected }) => {
        expect(facets).toMatchObject({
          diagnosis: 'verified',
          faultFound: true,
          attribution: 'provider',
        });
        expect(affected.from).toBe(hours(-5));
        expect(cause?.revision).toBe(3);
      });
  });

  it('not another technical lead', () => {
    given(filed(), assignedTo('rt-3'))
      .when(verifyCause(), asTechnicalLead('rt-4'))
      .isRejected('not-in-charge', { actor: 'rt-4', role: 'technical-lead' });
  });

  it('not the one before a reassignment', () => {
    const reassigned = given(filed(), assignedTo('rt-3'), assignedTo('rt-4'));
    reassigned.when(verifyCause(), asTechnicalLead('rt-3')).isRejected('not-in-charge');
    reassigned.when(verifyCause(), asTechnicalLead('rt-4')).emitsOnly('CauseVerified');
  });

  it('not the same person in another role', () => {
    given(filed(), routedTo('quality'), assignedTo('rt-3'))
      .when(verifyCause(), asCompetentArea('rt-3'))
      .isRejected('not-in-charge');
  });

  it('not before a technician is assigned', () => {
    given(filedTechnicalComplaint())
      .when(verifyCause(), people.technicalLead)
      .isRejected('not-in-charge', { actor: 'rt-1', role: 'technical-lead' });
  });
});

describe('On the other ruled tracks the competent area verifies (I-06)', () => {
  it.each(['complaint', 'clarification'] as const)('a %s, once it is routed there', (kind) => {
    given(filedAs(kind)).when(verifyCause(), people.competentArea).isRejected('not-routed', { folio });
    given(filedAs(kind), routedTo('billing'))
      .when(verifyCause(), asCompetentArea('ar-9'))
      .emitsOnly('CauseVerified')
      .state(({ facets, affected }) => {
        expect(facets).toMatchObject({ diagnosis: 'verified' });
        expect(affected.from).toBeNull();
      });
  });

  it('not a technical lead', () => {
    given(filedAs('complaint'), routedTo('billing'))
      .when(verifyCause(), people.technicalLead)
      .isRejected('not-in-charge');
  });
});

describe('There is no cause to verify', () => {
  it.each(['inquiry', 'suggestion', 'cancellation', 'procedure'] as const)('in a %s', (kind) => {
    given(filedAs(kind), routedTo('billing'))
      .when(verifyCause(), people.competentArea)
      .isRejected('not-on-this-track', { track: kind });
  });

  it('by customer service, the user or a ruling officer', () => {
    for (const by of [people.customerService, people.user, people.rulingOfficer])
      given(filed(), assignedTo(by.actor)).when(verifyCause(), by).isRejected('role-not-allowed');
  });
});

describe('A verification', () => {
  it('names at least one cause (O-24)', () => {
    given(filed(), assignedTo('rt-1'))
      .when(verifyCause({ causes: [] }), people.technicalLead)
      .isRejected('cause-missing', { folio });
  });

  it('does not date the failure after the clock', () => {
    given(filed(), assignedTo('rt-1'))
      .when(verifyCause({ affectedFrom: hours(25) }), people.technicalLead, { now: hours(24.5) })
      .isRejected('occurred-in-future', { occurredAt: hours(25), now: hours(24.5) });
    given(filed(), assignedTo('rt-1'))
      .when(verifyCause({ affectedFrom: hours(24) }), people.technicalLead, { now: hours(24) })
      .emitsOnly('CauseVerified');
  });

  it.each([
    { causes: ['water'] },
    { causes: ['cut-fibre', 'water'] },
    { faultFound: false },
    { attribution: 'none' },
    { affectedFrom: hours(1) },
    { evidence: ['c'.repeat(64)] },
  ] as const)('may be corrected: %j', (correction) => {
    given(filed(), assignedTo('rt-1'), causeVerified())
      .when(verifyCause(correction), people.technicalLead)
      .emitsOnly('CauseVerified')
      .state(({ cause }) => expect(cause).toMatchObject(correction));
  });

  it('that says the same again is no fact', () => {
    given(filed(), assignedTo('rt-1'), causeVerified())
      .when(verifyCause({ evidence: [], explanation: 'otra vez' }), people.technicalLead)
      .isRejected('no-new-fact', { folio });
  });

  it('that is corrected is reported again', () => {
    given(filed(), assignedTo('rt-1'), causeVerified(), repaired(), reported())
      .when(verifyCause({ causes: ['water'] }), people.technicalLead)
      .state(({ facets }) => !facets.handedOff);
  });

  it('cannot deny a fault that was repaired (I-07)', () => {
    given(filed(), assignedTo('rt-1'), causeVerified(), repaired())
      .when(verifyCause({ faultFound: false }), people.technicalLead)
      .isRejected('already-repaired', { folio });
  });

  it('stands once it was ruled on, unless the complaint is escalated', () => {
    const ruledOn = given(filed(), assignedTo('rt-1'), causeVerified(), ruledUpheld());
    ruledOn
      .when(verifyCause({ causes: ['water'] }), people.technicalLead)
      .isRejected('already-ruled', { folio, ruling: 'upheld' });
    ruledOn
      .when(escalate(), people.user)
      .when(verifyCause({ causes: ['water'] }), people.technicalLead)
      .emitsOnly('CauseVerified');
  });

  it('stands once the user has the final word, unless the complaint is escalated', () => {
    const said = given(
      filed(),
      assignedTo('rt-1'),
      causeVerified(),
      repaired(),
      reported(),
      restorationConfirmed(),
      ruledUpheld(),
      userNotified(),
    );
    said
      .when(verifyCause({ causes: ['water'] }), people.technicalLead)
      .isRejected('final-word-sent', { folio });
    said
      .when(escalate(), people.user)
      .when(verifyCause({ causes: ['water'] }), people.technicalLead)
      .emitsOnly('CauseVerified');
  });

  it('of an answered procedure does not exist', () => {
    given(filedAs('procedure'), assignedTo('rt-1'), answered())
      .when(verifyCause(), people.technicalLead)
      .isRejected('not-on-this-track');
  });
});
