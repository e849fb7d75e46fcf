import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { relationTable, roleMatrix, type ComplaintCommand } from '../../../src/domain/index.js';
import { mayGive } from '../../../src/domain/complaint/decide.js';
import { complaint } from '../../../src/domain/complaint/decider.js';
import { isFiled } from '../../../src/domain/complaint/state.js';
import * as commands from '../../../src/testing/builders-commands.js';
import {
  asCompetentArea,
  assignedTo,
  assignTechnician,
  asTechnicalLead,
  asUser,
  causeVerified,
  circumstances,
  filed,
  folio,
  given,
  happened,
  hours,
  people,
  putOnHold,
  repair,
  repaired,
  reported,
  reportRepair,
  routedTo,
  verifyCause,
} from '../../../src/testing/index.js';
import { walks } from './support/walks.js';

const all: readonly ComplaintCommand[] = Object.values(commands).map((build) => build());
const byUsers = all.filter(({ type }) => type !== 'file' && roleMatrix[type].includes('user'));

describe('Who stands how to a complaint', () => {
  it.each(['technical-lead', 'competent-area'] as const)(
    'is said for each command that a %s may give, and for no other',
    (role) => {
      for (const { type } of all)
        expect([type, relationTable[type][role] !== null]).toEqual([type, roleMatrix[type].includes(role)]);
    },
  );

  it.each(byUsers)('a user who is no party is refused $type as not-your-request', (command) => {
    given(filed({ reporter: 'rep-1' }))
      .when(command, asUser('s-666'))
      .isRejected('not-your-request', { actor: 's-666' });
    for (const party of ['sub-1', 'rep-1']) {
      const { decision } = given(filed({ reporter: 'rep-1' })).when(command, asUser(party));
      expect(decision.ok || decision.code).not.toBe('not-your-request');
    }
  });

  it('a user whose sign-in id is another acts as the party they are', () => {
    given(filed())
      .when(commands.withdraw(), asUser('login-7', { party: 'sub-1' }))
      .emitsOnly('Withdrawn');
    given(filed())
      .when(commands.withdraw(), asUser('sub-1', { party: 's-666' }))
      .isRejected('not-your-request', { actor: 'sub-1' });
  });

  it('a user files for themselves, or as the reporter they name', () => {
    given().when(commands.file(), asUser('sub-1')).emitsOnly('Filed', 'FolioAssigned');
    given()
      .when(commands.file({ reporter: { ref: 'rep-1' } }), asUser('rep-1'))
      .emitsOnly('Filed', 'FolioAssigned');
    given().when(commands.file(), asUser('s-666')).isRejected('not-your-request', { actor: 's-666' });
    given().when(commands.file(), people.customerService).emitsOnly('Filed', 'FolioAssigned');
  });

  it.each([verifyCause(), repair(), reportRepair(), putOnHold(), commands.openWorkOrder()])(
    'a technical lead who is not in charge is refused $type as not-in-charge',
    (command) => {
      for (const story of [[filed()], [filed(), assignedTo('rt-3')]])
        given(...story)
          .when(command, asTechnicalLead('rt-9'))
          .isRejected('not-in-charge', { actor: 'rt-9', role: 'technical-lead' });
    },
  );

  it('a technical lead hands on what is theirs and takes nothing', () => {
    const inCharge = given(filed(), assignedTo('rt-3'));
    inCharge
      .when(assignTechnician({ technician: 'rt-9' }), asTechnicalLead('rt-9'))
      .isRejected('not-in-charge');
    inCharge
      .when(assignTechnician({ technician: 'rt-9' }), asTechnicalLead('rt-3'))
      .emitsOnly('TechnicianAssigned')
      .when(verifyCause(), asTechnicalLead('rt-3'))
      .isRejected('not-in-charge');
    given(filed())
      .when(assignTechnician({ technician: 'rt-9' }), asTechnicalLead('rt-9'))
      .isRejected('not-in-charge');
  });

  it("an area's clerk acts on what lies in their area", () => {
    const routed = given(filed(), routedTo('billing'));
    for (const command of [commands.rule(), commands.addNote(), commands.rerouteToArea()])
      routed
        .when(command, asCompetentArea('ar-2', { area: 'network' }))
        .isRejected('not-in-charge', { actor: 'ar-2', role: 'competent-area' });
    routed.when(commands.addNote(), asCompetentArea('ar-1', { area: 'billing' })).emitsOnly('NoteAdded');
    routed.when(commands.addNote(), asCompetentArea('ar-1')).emitsOnly('NoteAdded');
    given(filed()).when(commands.addNote(), people.competentArea).isRejected('not-in-charge');
    given(filed())
      .when(commands.routeToArea(), asCompetentArea('ar-1', { area: 'billing' }))
      .emitsOnly('RoutedToArea');
  });

  it('comes before the state is looked at, so that a refusal tells nothing of it', () => {
    given(filed())
      .when(commands.withdraw(), people.user)
      .when(commands.reopen(), asUser('s-666'), { occurredAt: hours(90), now: hours(80) })
      .isRejected('not-your-request', { actor: 's-666' });
    expect(folio).not.toContain('s-666');
  });
});

describe('What staff record for a user who speaks to them', () => {
  const call = { channel: 'phone', contact: 'call-9' } as const;
  const cs = people.customerService;

  it("names the party who said it; without one no member of staff withdraws in the user's name", () => {
    const request = given(filed({ reporter: 'rep-1' }));
    request.when(commands.withdraw(), cs).isRejected('not-the-users-word', { folio });
    for (const party of ['sub-1', 'rep-1'])
      request
        .when(commands.withdraw({ saidBy: { party, ...call } }), cs)
        .emits(happened('Withdrawn', { reason: 'solved-by-itself', saidBy: { party, ...call } }));
  });

  it('is the word of a party and of no other actor', () => {
    const saidBy = { party: 's-666', ...call };
    const refusal = { folio, party: 's-666' };
    given(filed()).when(commands.withdraw({ saidBy }), cs).isRejected('said-by-no-party', refusal);
    given(filed())
      .when(commands.requestInformation(), cs)
      .when(commands.receiveInformation({ saidBy }), cs)
      .isRejected('said-by-no-party', refusal);
    const mended = given(filed(), assignedTo('rt-1'), causeVerified(), repaired(), reported());
    mended.when(commands.confirmRestoration({ saidBy }), cs).isRejected('said-by-no-party', refusal);
    mended.when(commands.disputeRestoration({ saidBy }), cs).isRejected('said-by-no-party', refusal);
    given(filed({ reporter: 'rep-1' }))
      .when(commands.withdraw({ saidBy: { party: 'rep-1', ...call } }), asUser('sub-1'))
      .isRejected('said-by-no-party', { folio, party: 'rep-1' });
  });

  it('is kept with what it says', () => {
    const saidBy = { party: 'sub-1', ...call };
    given(filed())
      .when(commands.requestInformation(), cs)
      .when(commands.receiveInformation({ answer: 'Ayer.', saidBy }), cs)
      .emits({
        ...happened('InformationReceived', { requests: [1], saidBy }),
        personal: { 'sub-1': { answer: 'Ayer.' } },
      });
    const mended = given(filed(), assignedTo('rt-1'), causeVerified(), repaired(), reported());
    mended
      .when(commands.confirmRestoration({ saidBy }), cs)
      .emits(happened('RestorationConfirmed', { by: 'user', confirmedAt: hours(7), saidBy }));
    mended
      .when(commands.disputeRestoration({ saidBy }), cs)
      .emits(happened('RestorationDisputed', { disputedAt: hours(7), saidBy }));
  });
});

describe('Law: whatever has happened to a complaint', () => {
  it('every command is refused to a user who is no party, as not-your-request or for the role', () => {
    fc.assert(
      fc.property(walks(30), fc.constantFrom(...all), ({ state }, command) => {
        fc.pre(isFiled(state));
        const decision = complaint.decide(command, state, circumstances(asUser('s-666'), { now: hours(0) }));
        const admitted = mayGive(command, state, circumstances(asUser('s-666')));
        const code = roleMatrix[command.type].includes('user') ? 'not-your-request' : 'role-not-allowed';
        expect(decision).toMatchObject({ ok: false, code });
        expect(admitted).toMatchObject({ ok: false, code });
      }),
    );
  });

  it('a technical lead acts only on what is in their charge, on their visits, or on an outage', () => {
    const byLeads = all.filter(({ type }) => roleMatrix[type].includes('technical-lead'));
    fc.assert(
      fc.property(walks(30), fc.constantFrom(...byLeads), ({ state }, command) => {
        fc.pre(isFiled(state) && command.type !== 'linkMassOutage' && state.technician !== null);
        const by = circumstances(asTechnicalLead('rt-99'));
        expect(complaint.decide(command, state, by)).toMatchObject({ ok: false, code: 'not-in-charge' });
      }),
    );
  });
});
