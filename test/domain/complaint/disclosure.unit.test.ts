import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { roles, type Viewed, type Viewer } from '../../../src/domain/index.js';
import { dutiesOf } from '../../../src/domain/complaint/duties.js';
import { isFiled } from '../../../src/domain/complaint/state.js';
import { audienceOf, reads } from '../../../src/domain/complaint/disclosure/audience.js';
import { isForParties, wordsIn } from '../../../src/domain/complaint/disclosure/table.js';
import {
  asAuditor,
  asAuthority,
  asBilling,
  asCompetentArea,
  asCustomerService,
  asLegal,
  asRulingOfficer,
  asSystem,
  asTechnicalLead,
  asUser,
} from '../../../src/index.js';
import {
  assignedTo,
  causeVerified,
  days,
  repaired,
  happened,
  filed,
  file,
  filedAs,
  given,
  people,
  putOnHold,
  routedTo,
  hours,
  type Step,
} from '../../../src/testing/index.js';
import { start, step, walks } from './support/walks.js';

const caseOf = (...steps: readonly Step[]): Viewed => given(...steps).state;
const opened: Step = {
  event: happened('AuthorityProceedingOpened', { authority: 'PROFECO', reference: 'PFC-1' }),
  by: asAuthority('profeco'),
};
const visit: Step = {
  event: happened('VisitScheduled', {
    visit: 1,
    visitor: 'rt-5',
    window: { from: hours(30), to: hours(34) },
    purpose: 'inspection',
  }),
  by: asCustomerService('cs-1'),
};
const later = { from: hours(54), to: hours(58) };
const verified = { verified: true } as const;

describe('What a viewer is to a complaint', () => {
  it.each([
    ['the subscriber', asUser('sub-1', verified), 'party'],
    ['the reporter', asUser('rep-1', verified), 'party'],
    ['a sign-in that is the subscriber', asUser('login-7', { ...verified, party: 'sub-1' }), 'party'],
    ['the subscriber of whom the host is not sure (I-20)', asUser('sub-1'), 'nobody'],
    ['another user', asUser('s-666', verified), 'nobody'],
    ['customer service', asCustomerService('cs-9'), 'staff'],
    [
      'customer service of whom the host is not sure',
      asCustomerService('cs-9', { verified: false }),
      'nobody',
    ],
    ['the technical lead in charge', asTechnicalLead('rt-1'), 'staff'],
    ['another technical lead', asTechnicalLead('rt-9'), 'onlooker'],
    ["a clerk of the request's area", asCompetentArea('ar-1', { area: 'billing' }), 'staff'],
    ['a clerk of another area', asCompetentArea('ar-2', { area: 'network' }), 'onlooker'],
    ['billing, of a fault that is not ruled on', asBilling('bi-1'), 'onlooker'],
    ['an auditor', asAuditor('au-1'), 'onlooker'],
    ['an authority before which it is not', asAuthority('profeco', verified), 'nobody'],
  ] as const)('%s', (_name, viewer, audience) => {
    expect(
      audienceOf(viewer, caseOf(filed({ reporter: 'rep-1' }), assignedTo('rt-1'), routedTo('billing'))),
    ).toBe(audience);
  });

  it('a duty brings what it needs: billing reads a billing clarification, the visitor the address', () => {
    expect(audienceOf(asBilling('bi-1'), caseOf(filedAs('clarification')))).toBe('staff');
    const state = caseOf(filed(), visit);
    const visitor = asTechnicalLead('rt-5');
    expect(audienceOf(visitor, state)).toBe('visitor');
    expect(reads('visitor', 'address', 'sub-1', visitor)).toBe(true);
    expect(reads('visitor', 'house', 'sub-1', visitor)).toBe(false);
  });

  it('billing reads what it has to compensate before the ruling, a clerk what their area has to do', () => {
    const affected = { attribution: 'provider', affectedFrom: hours(0) } as const;
    const owed = [filed(), assignedTo('rt-1'), causeVerified(affected), repaired({ restoredAt: days(4) })];
    expect(dutiesOf(given(...owed).state).billing).toContain('compensate');
    expect(audienceOf(asBilling('bi-1'), caseOf(...owed))).toBe('staff');
    const clerk = asCompetentArea('ar-1', { area: 'billing' });
    expect(audienceOf(clerk, caseOf(filedAs('clarification')))).toBe('staff');
    expect(audienceOf(clerk, caseOf(filed(), assignedTo('rt-1')))).toBe('onlooker');
  });

  it('whoever bears a duty reads the words of the house, over random lives and for every bearer', () => {
    let borne = 0;
    fc.assert(
      fc.property(walks(40), ({ paces }) => {
        for (const { after: state } of paces) {
          const duties = dutiesOf(state);
          const bearers = [
            ['customer-service', asCustomerService('cs-9')],
            ['billing', asBilling('bi-9')],
            ['legal', asLegal('le-9')],
            ['ruling-officer', asRulingOfficer('ro-9')],
            ['technical-lead', asTechnicalLead(state.technician ?? 'rt-9')],
            ['competent-area', asCompetentArea('ar-9', { area: state.area ?? 'any' })],
          ] as const;
          for (const [bearer, viewer] of bearers) {
            const isTheVisitors = bearer === 'technical-lead' && state.technician === null;
            if (duties[bearer].length === 0 || isTheVisitors) continue;
            borne += 1;
            expect([bearer, duties[bearer], audienceOf(viewer, state)]).toEqual([
              bearer,
              duties[bearer],
              'staff',
            ]);
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(borne).toBeGreaterThan(500);
  });

  it.each([
    ['is cancelled', happened('VisitCancelled', { visit: 1, by: 'user' })],
    ['took place', happened('VisitCompleted', { visit: 1, startedAt: hours(30), endedAt: hours(31) })],
    ['failed', happened('VisitFailed', { visit: 1, reason: 'user-absent', failedAt: hours(31) })],
    [
      'is another one’s',
      happened('VisitRescheduled', { visit: 1, window: later, by: 'user', visitor: 'rt-6' }),
    ],
    ['is of a request that was withdrawn', happened('Withdrawn', { reason: 'other' })],
  ] as const)('a visitor reads no address nor contact any more once the visit %s', (_what, event) => {
    const after: Step = { event, by: asCustomerService('cs-1') };
    expect(audienceOf(asTechnicalLead('rt-5'), caseOf(filed(), visit, after))).toBe('onlooker');
  });

  it.each([
    ['of another office', asAuthority('crt', verified), 'nobody'],
    ['whose office has the proceeding', asAuthority('pr-7', { ...verified, office: 'PROFECO' }), 'authority'],
    [
      'whose pseudonym is that office, but who works for another',
      asAuthority('profeco', { ...verified, office: 'CRT' }),
      'nobody',
    ],
    [
      'whose office has the proceeding, of whom the host is not sure',
      asAuthority('pr-7', { office: 'PROFECO' }),
      'nobody',
    ],
  ] as const)('an authority %s, of a case before PROFECO', (_name, viewer, audience) => {
    expect(audienceOf(viewer, caseOf(filed(), opened))).toBe(audience);
  });

  it('an authority before which it is reads what the user said and was told', () => {
    const viewer = asAuthority('profeco', verified);
    expect(audienceOf(viewer, caseOf(filed(), opened))).toBe('authority');
    expect(reads('authority', 'user', 'sub-1', viewer)).toBe(true);
    expect(reads('authority', 'house', 'sub-1', viewer)).toBe(false);
  });

  it('how a person is reached, a party reads of themselves alone; names and words of both', () => {
    const reporter = asUser('rep-1', verified);
    expect(reads('party', 'contact', 'rep-1', reporter)).toBe(true);
    expect(reads('party', 'contact', 'sub-1', reporter)).toBe(false);
    for (const words of ['name', 'user', 'address'] as const)
      expect(reads('party', words, 'sub-1', reporter)).toBe(true);
  });
});

/** Few walks are put on hold by themselves. */
const held = step(step(start, { command: file(), by: people.user }), {
  command: putOnHold({ explanation: 'Falta la pieza.' }),
  by: people.customerService,
});

describe('Whose words a value is', () => {
  const held = happened('PutOnHold', { reason: 'parts' });
  const up = happened('Escalated', { level: 1, trigger: 'user', target: 'supervisor' });
  const evidence = happened('EvidenceAttached', {
    attachment: { sha256: 'a'.repeat(64), mediaType: 'image/png', size: 1, personal: false },
  });
  const withdrawn = happened('Withdrawn', { reason: 'other' });

  it.each([
    [held, 'explanation', 'customer-service', 'house'],
    [held, 'forUser', 'customer-service', 'user'],
    [up, 'explanation', 'customer-service', 'house'],
    [up, 'explanation', 'user', 'user'],
    [evidence, 'caption', 'technical-lead', 'house'],
    [evidence, 'caption', 'user', 'user'],
    [withdrawn, 'explanation', 'user', 'user'],
    [withdrawn, 'a-field-of-a-later-version', 'user', 'house'],
    [withdrawn, 'toString', 'user', 'house'],
    [happened('NoteAdded', { visibility: 'user' }), 'note', 'customer-service', 'user'],
    [happened('NoteAdded', { visibility: 'staff' }), 'note', 'customer-service', 'house'],
  ] as const)('%j, %s, said by %s: %s', (event, field, role, words) => {
    expect(wordsIn(event, field, role)).toBe(words);
  });
});

/** A neighbour's report, which is no subscriber's request. */
const reported = step(start, {
  command: file({ report: 'third-party', subscriber: { ref: 'sub-1' }, reporter: { ref: 'rep-1' } }),
  by: asSystem('clock'),
});

describe('Law: whatever has happened to a complaint', () => {
  it('a user who is no party, or of whom the host is not sure, is a stranger to it (I-20)', () => {
    const strangers: fc.Arbitrary<Viewer> = fc.constantFrom(
      asUser('s-666', verified),
      asUser('s-666'),
      asUser('sub-1'),
      ...roles.map((role): Viewer => ({ actor: 'sub-1', role, verified: false })),
    );
    fc.assert(
      fc.property(walks(30), strangers, ({ state }, viewer) => {
        fc.pre(isFiled(state));
        expect(audienceOf(viewer, state)).toBe('nobody');
      }),
    );
  });

  it.each([
    ['its subscriber', 'sub-1', start],
    ['who reported it, where it is no subscriber’s request', 'rep-1', reported],
  ] as const)(
    'words of staff for the house are not read by %s, and a note for the staff is not for parties',
    (_name, actor, begun) => {
      fc.assert(
        fc.property(walks(30, begun), ({ events, state }) => {
          fc.pre(isFiled(state) && state.facets.report === (begun === reported ? 'third-party' : 'none'));
          const party = asUser(actor, verified);
          for (const event of events) {
            const { personal = {}, recorded } = event;
            if (event.type === 'NoteAdded')
              expect(isForParties(event)).toBe(event.data.visibility === 'user');
            for (const [person, values] of Object.entries<object>(personal))
              for (const field of Object.keys(values)) {
                const words = wordsIn(event, field, recorded.role);
                if (words === 'house')
                  expect(reads(audienceOf(party, state), words, person, party)).toBe(false);
                if (words === 'user')
                  expect(reads(audienceOf(party, state), words, person, party)).toBe(true);
              }
          }
        }),
      );
    },
  );

  it('what staff explain, caption or report is for the house, in whatever they record; `forUser` alone is for the user', () => {
    /** What the user says, where staff take it down. */
    const ofTheUser: ReadonlySet<string> = new Set(['Withdrawn', 'RestorationDisputed']);
    const ofStaff: ReadonlySet<string> = new Set(['explanation', 'caption', 'report']);
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: walks(40) }, walks(40, held)), ({ events }) => {
        for (const event of events) {
          const { personal = {}, recorded, type } = event;
          const isTold = recorded.role === 'user' || 'saidBy' in event.data || ofTheUser.has(type);
          for (const field of Object.values(personal).flatMap((values: object) => Object.keys(values))) {
            if (field !== 'forUser' && (isTold || !ofStaff.has(field))) continue;
            expect([type, field, wordsIn(event, field, recorded.role)]).toEqual([
              type,
              field,
              field === 'forUser' ? 'user' : 'house',
            ]);
            seen.add(`${type} ${field}`);
          }
        }
      }),
      { numRuns: 500 },
    );
    for (const named of ['CauseCorrected', 'RulingCorrected', 'Repaired', 'PutOnHold'])
      expect(seen).toContain(`${named} explanation`);
  });
});
