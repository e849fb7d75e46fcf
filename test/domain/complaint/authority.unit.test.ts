import { describe, expect, it } from '@jest/globals';
import { cutOffForbidden } from '../../../src/domain/complaint/authority/cut-off.js';
import {
  answerAuthorityRequirement,
  answered,
  asAuthority,
  attachEvidence,
  close,
  closed,
  escalate,
  filed,
  filedAs,
  folio,
  folioTold,
  given,
  happened,
  hours,
  liftLegalHold,
  openAuthorityProceeding,
  people,
  placeLegalHold,
  receiveAuthorityRequirement,
  requestArco,
  resolveAuthorityProceeding,
  type Step,
} from '../../../src/testing/index.js';

const opened = (reference = 'PFC-1'): Step => ({
  event: happened('AuthorityProceedingOpened', { authority: 'PROFECO', reference }),
  by: people.legal,
});
const resolved = (reference = 'PFC-1'): Step => ({
  event: happened('AuthorityResolved', { authority: 'PROFECO', reference, outcome: 'agreement' }),
  by: people.legal,
});

describe('While a proceeding before an authority is open (I-17)', () => {
  it('the complaint is held, and cannot be closed', () => {
    given(filedAs('inquiry'), folioTold(), answered())
      .when(openAuthorityProceeding({ hearingAt: hours(500) }), people.legal)
      .emits(
        happened('AuthorityProceedingOpened', {
          authority: 'PROFECO',
          reference: 'PFC-1',
          hearingAt: hours(500),
        }),
      )
      .hasStatus('held')
      .state(({ proceedings }) => expect(proceedings['profeco pfc-1']?.stands).toBe('open'))
      .when(close(), people.customerService)
      .isRejected('proceeding-open')
      .when(resolveAuthorityProceeding({ outcome: 'for-provider' }), people.legal)
      .hasStatus('resolved')
      .when(close(), people.customerService)
      .emitsOnly('Closed');
  });

  it('the service must not be cut off for non-payment', () => {
    expect(cutOffForbidden(given(filed(), opened(), opened('CRT-9'), resolved()).state.facets)).toBe(true);
    expect(cutOffForbidden(given(filed(), opened(), resolved()).state.facets)).toBe(false);
    expect(cutOffForbidden(given(filed()).state.facets)).toBe(false);
  });

  it('evidence is taken also after the end, from the user and the authority, and none without a proceeding', () => {
    const ended = given(filedAs('inquiry'), answered(), closed('answered'));
    const evidence = attachEvidence({});
    ended.when(evidence, people.user).isRejected('complaint-ended');
    const before = ended.when(openAuthorityProceeding(), people.legal);
    before.when(evidence, people.user).emitsOnly('EvidenceAttached').hasStatus('closed');
    before.when(evidence, asAuthority('pr-1', { office: 'PROFECO' })).emitsOnly('EvidenceAttached');
    before
      .when(resolveAuthorityProceeding({ outcome: 'for-provider' }), people.legal)
      .when(evidence, people.user)
      .isRejected('complaint-ended');
  });

  it('it may be opened after the end, which stands', () => {
    given(filedAs('inquiry'), answered(), closed('answered'))
      .when(openAuthorityProceeding(), people.legal)
      .emitsOnly('AuthorityProceedingOpened')
      .hasStatus('closed');
  });
});

describe("A proceeding is known by the authority's own reference", () => {
  it('so it is opened once', () => {
    for (const story of [[opened()], [opened(), resolved()]])
      given(filed(), ...story)
        .when(openAuthorityProceeding(), people.legal)
        .isRejected('proceeding-known', { reference: 'PFC-1' });
  });

  it('whatever that reference is', () => {
    for (const reference of ['constructor', '__proto__', 'toString']) {
      given(filed())
        .when(resolveAuthorityProceeding({ reference }), people.legal)
        .isRejected('no-such-proceeding', { reference });
      given(filed(), opened(reference))
        .when(resolveAuthorityProceeding({ reference }), people.legal)
        .emitsOnly('AuthorityResolved')
        .when(resolveAuthorityProceeding({ reference }), people.legal)
        .isRejected('proceeding-resolved', { reference });
    }
  });

  it('what a proceeding asks for, or settles, is sealed', () => {
    given(filed(), opened())
      .when(receiveAuthorityRequirement({ requirement: 'Rinda informe.' }), people.legal)
      .emits({
        ...happened('AuthorityRequirementReceived', {
          authority: 'PROFECO',
          requirement: 1,
          reference: 'PFC-1',
          dueAt: hours(72),
        }),
        personal: { 'sub-1': { requirement: 'Rinda informe.' } },
      })
      .when(resolveAuthorityProceeding({ agreement: 'Se devuelve un mes.' }), people.legal)
      .emits({
        ...happened('AuthorityResolved', { authority: 'PROFECO', reference: 'PFC-1', outcome: 'agreement' }),
        personal: { 'sub-1': { agreement: 'Se devuelve un mes.' } },
      });
  });

  it('while nothing is asked in one that is not there, or over', () => {
    given(filed())
      .when(receiveAuthorityRequirement(), people.legal)
      .isRejected('no-such-proceeding', { reference: 'PFC-1' });
    given(filed(), opened(), resolved())
      .when(receiveAuthorityRequirement(), people.legal)
      .isRejected('proceeding-resolved', { reference: 'PFC-1' });
  });

  it('customer service has no part in a proceeding', () => {
    given(filed()).when(openAuthorityProceeding(), people.customerService).isRejected('role-not-allowed');
  });
});

describe('Two authorities that gave their files the same number', () => {
  const crt = asAuthority('cr-1', { office: 'CRT' });
  const profeco = asAuthority('pr-1', { office: 'PROFECO' });
  const both = given(filed(), opened('1-2026'))
    .when(openAuthorityProceeding({ authority: 'CRT', reference: '1-2026' }), crt)
    .emitsOnly('AuthorityProceedingOpened');

  it('have a proceeding each, which staff names by its authority', () => {
    both
      .when(receiveAuthorityRequirement({ reference: '1-2026' }), people.legal)
      .isRejected('authority-not-named', { reference: '1-2026', authorities: ['PROFECO', 'CRT'] })
      .when(receiveAuthorityRequirement({ reference: '1-2026', authority: 'crt' }), people.legal)
      .emits(
        happened('AuthorityRequirementReceived', {
          authority: 'CRT',
          reference: '1-2026',
          requirement: 1,
          dueAt: hours(72),
        }),
      )
      .when(answerAuthorityRequirement({ reference: '1-2026', authority: 'PROFECO' }), people.legal)
      .isRejected('no-such-requirement')
      .when(
        answerAuthorityRequirement({ reference: '1-2026', authority: 'CRT', answeredAt: hours(25) }),
        people.legal,
        { occurredAt: hours(25) },
      )
      .emitsOnly('AuthorityRequirementAnswered')
      .when(openAuthorityProceeding({ authority: 'crt', reference: '1-2026' }), people.legal)
      .isRejected('proceeding-known', { reference: '1-2026' })
      .when(resolveAuthorityProceeding({ reference: '1-2026', authority: 'IFT' }), people.legal)
      .isRejected('no-such-proceeding', { reference: '1-2026' });
  });

  it('act on their own alone, without naming it', () => {
    both
      .when(resolveAuthorityProceeding({ reference: '1-2026', outcome: 'for-provider' }), crt)
      .emits(
        happened('AuthorityResolved', { authority: 'CRT', reference: '1-2026', outcome: 'for-provider' }),
      )
      .state(({ facets }) => expect(facets.proceedings).toBe(1))
      .when(resolveAuthorityProceeding({ reference: '1-2026', outcome: 'for-provider' }), crt)
      .isRejected('proceeding-resolved')
      .when(resolveAuthorityProceeding({ reference: '1-2026', outcome: 'for-provider' }), profeco)
      .emitsOnly('AuthorityResolved')
      .state(({ facets }) => expect(facets.proceedings).toBe(0));
  });

  it('are each escalated to: the second one has its own proceeding opened', () => {
    given(filed(), opened('1-2026'))
      .when(escalate({ level: 4, trigger: 'authority', target: 'CRT', externalReference: '1-2026' }), crt)
      .emitsOnly('Escalated', 'AuthorityProceedingOpened')
      .state(({ facets }) => expect(facets.proceedings).toBe(2));
  });
});

describe('A requirement of an authority', () => {
  it('says its number, and its answer rests on it alone, whichever came later', () => {
    given(filed(), opened())
      .when(receiveAuthorityRequirement(), people.legal, { occurredAt: hours(10) })
      .when(receiveAuthorityRequirement(), people.legal, { occurredAt: hours(20) })
      .when(answerAuthorityRequirement({ requirement: 1, answeredAt: hours(15) }), people.legal, {
        occurredAt: hours(21),
      })
      .emitsOnly('AuthorityRequirementAnswered')
      .when(answerAuthorityRequirement({ requirement: 2, answeredAt: hours(15) }), people.legal, {
        occurredAt: hours(22),
      })
      .isRejected('before-what-it-rests-on');
  });
});

describe('A legal hold keeps a complaint from being erased', () => {
  it('from being placed until it is lifted, each once', () => {
    given(filed())
      .when(placeLegalHold(), people.legal)
      .emits(happened('LegalHoldPlaced', { hold: 'lh-1', basis: 'PFC-1' }))
      .state(({ legalHolds }) => legalHolds.includes('lh-1'))
      .hasStatus('acknowledged')
      .when(placeLegalHold(), people.legal)
      .isRejected('no-new-fact', { folio })
      .when(liftLegalHold({ hold: 'lh-2' }), people.legal)
      .isRejected('no-such-hold', { hold: 'lh-2' })
      .when(liftLegalHold(), people.legal)
      .emits(happened('LegalHoldLifted', { hold: 'lh-1' }))
      .hasStatus('acknowledged')
      .state(({ legalHolds }) => legalHolds.length === 0);
  });

  it('of several, each by itself', () => {
    given(filed())
      .when(placeLegalHold(), people.legal)
      .when(placeLegalHold({ hold: 'lh-2' }), people.legal)
      .when(liftLegalHold(), people.legal)
      .state(({ legalHolds }) => legalHolds.join() === 'lh-2');
  });
});

describe('A right over personal data', () => {
  it('is asked for by the user, in words that are sealed, also after the end', () => {
    given(filedAs('inquiry'), answered(), closed('answered'))
      .when(requestArco({ right: 'cancellation', request: 'Borren mi teléfono.' }), people.user)
      .emits({
        ...happened('ArcoRequested', { right: 'cancellation', request: 1 }),
        personal: { 'sub-1': { request: 'Borren mi teléfono.' } },
      });
  });

  it('is no work on the request itself', () => {
    given(filed()).when(requestArco(), people.customerService).hasStatus('acknowledged');
    given(filed()).when(requestArco(), people.system).isRejected('role-not-allowed');
  });
});

describe('The number of a file is the same in capitals or not', () => {
  const opened = () =>
    given(filed()).when(openAuthorityProceeding({ reference: 'PROFECO-1/26' }), people.legal);

  it('so that it opens no second proceeding', () => {
    opened()
      .when(openAuthorityProceeding({ authority: 'profeco', reference: 'profeco-1/26' }), people.legal)
      .isRejected('proceeding-known', { reference: 'profeco-1/26' });
  });

  it('what is recorded of it keeps the letters that it was opened by', () => {
    const asked = { reference: 'profeco-1/26', authority: 'Profeco' };
    opened()
      .when(receiveAuthorityRequirement({ reference: 'Profeco-1/26' }), people.legal)
      .emits(
        happened('AuthorityRequirementReceived', {
          authority: 'PROFECO',
          reference: 'PROFECO-1/26',
          requirement: 1,
          dueAt: hours(72),
        }),
      )
      .when(resolveAuthorityProceeding({ ...asked, outcome: 'agreement' }), people.authority)
      .emitsOnly('AuthorityResolved')
      .state(({ proceedings, facets }) => Object.keys(proceedings).length === 1 && facets.proceedings === 0);
  });
});
