import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { audienceOf, reads } from '../../../src/domain/complaint/disclosure/audience.js';
import { isFiled, type Capacity } from '../../../src/domain/index.js';
import * as commands from '../../../src/testing/builders-commands.js';
import {
  assignedTo,
  asUser,
  causeVerified,
  filed,
  folio,
  given,
  happened,
  people,
  repaired,
  reported,
  restorationConfirmed,
  ruledUpheld,
  type Step,
} from '../../../src/testing/index.js';
import { walks } from './support/walks.js';

const { accreditRepresentative, revokeRepresentative } = commands;
const cs = people.customerService;
const verified = { verified: true } as const;
const power = ['b'.repeat(64)];
const call = { channel: 'phone', contact: 'call-9' } as const;

const accredited = (
  over: Partial<Parameters<typeof happened<'RepresentativeAccredited'>>[1]> = {},
): Step => ({
  event: happened('RepresentativeAccredited', {
    representative: 'rep-9',
    represents: 'sub-1',
    capacity: 'attorney-in-fact',
    evidence: power,
    mayWithdraw: false,
    ...over,
  }),
  by: cs,
});

describe('A representative is accredited (O-36)', () => {
  it('with evidence of the capacity, by who accredits; name and phone are sealed with their own key', () => {
    given(filed())
      .when(
        accreditRepresentative({ representative: { ref: 'rep-9', name: 'Luis', phone: '229 555 0199' } }),
        people.legal,
      )
      .emits({
        ...happened('RepresentativeAccredited', {
          representative: 'rep-9',
          represents: 'sub-1',
          capacity: 'attorney-in-fact',
          evidence: power,
          mayWithdraw: false,
        }),
        personal: { 'rep-9': { 'representative.name': 'Luis', 'representative.phone': '229 555 0199' } },
      })
      .hasStatus('acknowledged');
  });

  it('by the word of the party, without a paper, as the party gives it or as staff take it down', () => {
    const bare = accreditRepresentative({ evidence: [], capacity: 'relative' });
    given(filed()).when(bare, people.user).emitsOnly('RepresentativeAccredited');
    given(filed())
      .when(
        accreditRepresentative({
          evidence: [],
          capacity: 'relative',
          saidBy: { party: 'sub-1', ...call },
        }),
        cs,
      )
      .emitsOnly('RepresentativeAccredited');
    given(filed()).when(bare, cs).isRejected('capacity-not-proven', { folio, capacity: 'relative' });
  });

  it('as an heir by evidence alone: the dead name no representative', () => {
    given(filed())
      .when(accreditRepresentative({ evidence: [], capacity: 'heir' }), people.user)
      .isRejected('capacity-not-proven', { folio, capacity: 'heir' });
  });

  it('by no other representative, nor for a person who is no party, nor for themselves', () => {
    given(filed(), accredited())
      .when(accreditRepresentative({ representative: { ref: 'rep-8' } }), asUser('rep-9'))
      .isRejected('only-the-represented', { folio });
    for (const over of [{ represents: 's-666' }, { representative: { ref: 'sub-1' } }])
      given(filed()).when(accreditRepresentative(over), cs).isRejected('no-party-to-represent');
  });

  it('once: the same again is no new fact, another capacity is one', () => {
    given(filed(), accredited())
      .when(accreditRepresentative(), cs)
      .isRejected('no-new-fact', { folio })
      .when(accreditRepresentative({ mayWithdraw: true }), cs)
      .emitsOnly('RepresentativeAccredited');
  });
});

describe('A representative', () => {
  const rep = asUser('rep-9', verified);

  it('acts and reads as the party while accredited, and is a stranger before and after', () => {
    const note = commands.recordStatement();
    given(filed()).when(note, rep).isRejected('not-your-request', { actor: 'rep-9' });
    const request = given(filed(), accredited());
    request
      .when(note, rep)
      .emitsOnly('StatementReceived')
      .state((state) => expect(audienceOf(rep, state)).toBe('party'));
    request
      .when(revokeRepresentative(), cs)
      .emitsOnly('RepresentativeRevoked')
      .state((state) => expect(audienceOf(rep, state)).toBe('nobody'))
      .when(note, rep)
      .isRejected('not-your-request', { actor: 'rep-9' });
  });

  it('speaks to staff as the party does', () => {
    const saidBy = { party: 'rep-9', ...call };
    given(filed())
      .when(commands.recordStatement({ saidBy }), cs)
      .isRejected('said-by-no-party', { folio, party: 'rep-9' });
    given(filed(), accredited())
      .when(commands.recordStatement({ saidBy }), cs)
      .emitsOnly('StatementReceived');
  });

  it('withdraws, and does without what is owed, only with the power to do so, by whatever staff it is taken down (I-16)', () => {
    const saidBy = { party: 'rep-9', ...call };
    const request = given(filed(), accredited());
    request
      .when(commands.withdraw(), rep)
      .isRejected('no-power-to-withdraw', { folio, capacity: 'attorney-in-fact' });
    request.when(commands.withdraw({ saidBy }), cs).isRejected('no-power-to-withdraw');
    given(filed(), accredited({ mayWithdraw: true }))
      .when(commands.withdraw({ waives: ['compensation'] }), rep)
      .emitsOnly('Withdrawn');
    request.when(commands.withdraw(), people.user).emitsOnly('Withdrawn');
  });

  it('who reported it withdraws as the reporter, as before', () => {
    given(filed({ reporter: 'rep-9' }), accredited())
      .when(commands.withdraw(), rep)
      .emitsOnly('Withdrawn');
  });

  it.each<[Capacity, boolean]>([
    ['parent-or-guardian', true],
    ['attorney-in-fact', true],
    ['heir', false],
    ['company-representative', false],
    ['consumer-organisation', false],
    ['relative', false],
    ['other', false],
  ])('who acts as %s exercises the rights over the personal data of the party: %s', (capacity, may) => {
    const outcome = given(filed(), accredited({ capacity })).when(commands.requestArco(), rep);
    if (may) outcome.emitsOnly('ArcoRequested');
    else outcome.isRejected('capacity-without-data-rights', { folio, capacity });
    given(filed(), accredited({ capacity, evidence: [] }))
      .when(commands.requestArco(), rep)
      .isRejected('capacity-without-data-rights', { folio, capacity });
  });

  it('is written to where staff choose so, and only while a representative is accredited (O-23)', () => {
    const tellable = [
      filed(),
      assignedTo('rt-1'),
      causeVerified(),
      repaired(),
      reported(),
      restorationConfirmed(),
      ruledUpheld(),
    ];
    const { decision } = given(...tellable, accredited()).when(
      commands.notifyUser({ recipient: 'representative' }),
      cs,
    );
    expect(decision.ok && decision.events[0].data).toMatchObject({
      recipient: 'representative',
      representative: 'rep-9',
    });
    given(...tellable)
      .when(commands.notifyUser({ recipient: 'representative' }), cs)
      .isRejected('no-representative', { folio });
  });
});

describe('A representation ends', () => {
  it('by the word of the party who revokes it, or of the representative who renounces it', () => {
    const request = given(filed(), accredited());
    const revoked = revokeRepresentative({ reason: 'revoked' });
    const renounced = revokeRepresentative({ reason: 'renounced' });
    request.when(revoked, people.user).emitsOnly('RepresentativeRevoked');
    request.when(renounced, asUser('rep-9')).emitsOnly('RepresentativeRevoked');
    request.when(revoked, asUser('rep-9')).isRejected('not-the-users-word', { folio });
    request.when(renounced, people.user).isRejected('not-the-users-word', { folio });
    request.when(revoked, cs).isRejected('not-the-users-word', { folio });
    request
      .when(revokeRepresentative({ reason: 'revoked', saidBy: { party: 'sub-1', ...call } }), cs)
      .emitsOnly('RepresentativeRevoked');
  });

  it('by what the provider finds out, which no user says', () => {
    for (const reason of ['ended', 'not-proven'] as const) {
      const command = revokeRepresentative({ reason });
      given(filed(), accredited()).when(command, people.legal).emitsOnly('RepresentativeRevoked');
      given(filed(), accredited())
        .when(command, people.user)
        .isRejected('only-the-provider-finds', { folio });
    }
  });

  it('only where there is one', () => {
    given(filed())
      .when(revokeRepresentative(), cs)
      .isRejected('not-accredited', { folio, representative: 'rep-9' });
  });
});

describe('Law: whatever has happened to a complaint', () => {
  it('an actor who is neither party nor accredited reads nothing, and how a party is reached no other reads (I-20)', () => {
    fc.assert(
      fc.property(walks(30), fc.constantFrom('rep-6', 'rep-7', 'rep-8', 'rep-9'), ({ state }, name) => {
        fc.pre(isFiled(state));
        const viewer = asUser(name, verified);
        const audience = audienceOf(viewer, state);
        expect(audience).toBe(Object.hasOwn(state.representatives, name) ? 'party' : 'nobody');
        expect(reads(audience, 'contact', 'sub-1', viewer)).toBe(false);
        expect(reads(audience, 'contact', name, viewer)).toBe(audience === 'party');
      }),
    );
  });

  it('every accredited representative was named by the party, or with evidence, and represents a party', () => {
    fc.assert(
      fc.property(walks(40), ({ events, state }) => {
        fc.pre(isFiled(state));
        for (const event of events)
          if (event.type === 'RepresentativeAccredited') {
            const { evidence = [], represents, representative } = event.data;
            expect(event.recorded.role === 'user' || evidence.length > 0).toBe(true);
            expect([state.subscriber, state.reporter]).toContain(represents);
            expect(representative).not.toBe(represents);
          }
      }),
    );
  });
});
