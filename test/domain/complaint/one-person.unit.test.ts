import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { ComplaintCommand } from '../../../src/domain/index.js';
import * as ask from '../../../src/testing/builders-commands.js';
import {
  asCompetentArea,
  asRulingOfficer,
  assignedTo,
  asTechnicalLead,
  causeVerified,
  correctRuling,
  escalate,
  filed,
  folio,
  given,
  people,
  repair,
  repaired,
  rule,
  ruledDismissed,
  ruledUpheld,
  usualTerms,
} from '../../../src/testing/index.js';
import { asksOf, filings, type Ask } from './support/asks.js';
import { dutifulAsks, reasonsIn } from './support/diligence.js';
import { isAccepted, nowOf, start, step, type Walk } from './support/walks.js';

const terms = usualTerms({ separationOfDuties: 'recorded' });
const exception = 'separation-of-duties';
const mended = [filed({ terms }), assignedTo('p-1'), causeVerified({}, asTechnicalLead('p-1'))] as const;

const outside = new Set(['user', 'authority', 'system']);

/** No other is there to be named as the technical lead, or to make a visit. */
const namingOnePerson = (command: ComplaintCommand): ComplaintCommand => {
  switch (command.type) {
    case 'assignTechnician':
      return { type: command.type, data: { ...command.data, technician: 'p-1' } };
    case 'correctTechnician':
      return { type: command.type, data: { ...command.data, technician: 'p-1' } };
    case 'scheduleVisit':
      return { type: command.type, data: { ...command.data, visitor: 'p-1' } };
    case 'rescheduleVisit':
      return { type: command.type, data: { ...command.data, visitor: 'p-1' } };
    default:
      return command;
  }
};

/** Whichever role does it, it is the one person there is. */
const byOnePerson = ({ command, by }: Ask): Ask => ({
  command: namingOnePerson(command),
  by: outside.has(by.role) ? by : { ...by, actor: 'p-1' },
  terms,
});

const accepted = (walk: Walk, asks: readonly Ask[], drawn: number): Walk => {
  const first = drawn % Math.max(1, asks.length);
  const next = [...asks.slice(first), ...asks.slice(0, first)]
    .map(byOnePerson)
    .find((each) => isAccepted(walk, each));
  return next === undefined ? walk : step(walk, next);
};

const dutiful = (walk: Walk, drawn: number): Walk =>
  accepted(walk, dutifulAsks(walk.state, nowOf(walk)), drawn);

/** Whatever is taken: what users and authorities may ask, and what the person may do, corrections included. */
const anything = (walk: Walk, drawn: number): Walk => accepted(walk, asksOf(walk.state, nowOf(walk)), drawn);

/** Does what is to be done until nothing is. */
const brought = (begun: Walk): Walk => {
  let walk = begun;
  for (let pace = 0; pace < 70 && reasonsIn(walk.state).length > 0; pace += 1) walk = dutiful(walk, 0);
  return walk;
};

/**
 * The user appeals against what the one person ruled, who repaired it too, by a cause that was corrected: few lives
 * drawn from the filing lead here.
 */
const appealed = [
  () => ({ command: ask.file(), by: people.user }),
  (walk: Walk) => ({
    command: ask.communicateFolio({ communicatedAt: nowOf(walk) }),
    by: people.customerService,
  }),
  () => ({ command: ask.assignTechnician(), by: people.customerService }),
  () => ({ command: ask.verifyCause(), by: asTechnicalLead('p-1') }),
  () => ({ command: ask.correctCause({ attribution: 'provider' }), by: asTechnicalLead('p-1') }),
  (walk: Walk) => ({ command: ask.repair({ restoredAt: nowOf(walk) }), by: asTechnicalLead('p-1') }),
  () => ({ command: ask.reportRepair(), by: asTechnicalLead('p-1') }),
  () => ({ command: ask.rule({ outcome: 'dismissed' }), by: people.competentArea }),
  () => ({ command: ask.escalate(), by: people.user }),
].reduce<Walk>((walk, asked) => accepted(walk, [asked(walk)], 0), start);

/** What is repaired, and then ruled on by the one who repaired it. */
const faults = filings.filter(({ command }) => command.type === 'file' && command.data.kind === 'fault');

const draws = (maxLength: number) =>
  fc.array(fc.record({ drawn: fc.nat({ max: 9_999 }), any: fc.boolean() }), { maxLength, size: 'max' });

/** From any filing, far; and from the appeal, not so far that it is always ruled on. */
const begunWithDraws = fc.oneof(
  fc.tuple(
    fc.constantFrom(...filings).map((filing) => step(start, { ...filing, terms })),
    draws(40),
  ),
  fc.tuple(fc.constant(appealed), draws(8)),
);

describe('A provider of one person, whose profile records the exception', () => {
  it('rules on its own repair, and the event says so', () => {
    const { decision } = given(...mended, repaired({}, asTechnicalLead('p-1'))).when(
      rule(),
      asCompetentArea('p-1'),
    );
    expect(decision.ok && decision.events[0]).toMatchObject({ type: 'Ruled', data: { exception } });
  });

  it('repairs what it ruled on, corrects its ruling, and rules on the appeal', () => {
    const repairing = given(...mended, ruledUpheld(asCompetentArea('p-1'))).when(
      repair(),
      asTechnicalLead('p-1'),
    );
    expect(repairing.decision).toMatchObject({ ok: true, events: [{ data: { exception } }] });
    const correcting = given(...mended, ruledDismissed(asCompetentArea('p-1'))).when(
      correctRuling({ outcome: 'upheld' }),
      asCompetentArea('p-1'),
    );
    expect(correcting.decision).toMatchObject({ ok: true, events: [{ data: { exception } }] });
    const appealed = given(
      filed({ terms }),
      assignedTo('rt-2'),
      causeVerified(),
      ruledUpheld(asRulingOfficer('p-1')),
    )
      .when(escalate(), people.user)
      .when(rule(), asRulingOfficer('p-1'));
    expect(appealed.decision).toMatchObject({ ok: true, events: [{ data: { exception } }] });
  });

  it('tells no exception where other hands did it', () => {
    const { decision } = given(...mended, repaired({}, asTechnicalLead('p-1'))).when(
      rule(),
      asCompetentArea('p-2'),
    );
    expect(decision.ok && Object.keys(decision.events[0].data)).not.toContain('exception');
  });

  it('is refused by terms that enforce the separation, as those that say nothing do', () => {
    for (const enforced of [usualTerms(), usualTerms({ separationOfDuties: 'enforced' })])
      given(filed({ terms: enforced }), assignedTo('p-1'), causeVerified({}, asTechnicalLead('p-1')))
        .when(rule(), asCompetentArea('p-1'))
        .isRejected('separation-of-duties', { actor: 'p-1', folio });
  });

  it('brings every request to a true end: no life of it is a dead end', () => {
    let exceptions = 0;
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...filings), fc.constantFrom(...faults)),
        fc.array(fc.nat({ max: 99 }), { minLength: 70, maxLength: 70 }),
        (filing, draws) => {
          let walk = step(start, { ...filing, terms });
          for (const drawn of draws) if (reasonsIn(walk.state).length > 0) walk = dutiful(walk, drawn);
          walk = brought(walk);
          exceptions += walk.events.filter(({ data }) => 'exception' in data).length;
          expect([walk.state.facets.ending, reasonsIn(walk.state)]).toEqual([
            expect.not.stringMatching(/^open$/),
            [],
          ]);
        },
      ),
      { numRuns: 60 },
    );
    expect(exceptions).toBeGreaterThan(0);
  });

  it('brings a request to a true end from every state that a life has got to, appeals and corrections included', () => {
    const seen = { appealed: 0, corrected: 0, ended: 0 };
    fc.assert(
      fc.property(begunWithDraws, ([begun, draws]) => {
        const life = draws.reduce((walk, { drawn, any }) => (any ? anything : dutiful)(walk, drawn), begun);
        const types = new Set(life.events.map(({ type }) => type));
        seen.appealed += Number(life.state.facets.rulingAgain);
        seen.corrected += Number(types.has('CauseCorrected') || types.has('RulingCorrected'));
        seen.ended += Number(life.state.facets.ending !== 'open');
        const { state } = brought(life);
        expect([state.facets.ending, reasonsIn(state)]).toEqual([expect.not.stringMatching(/^open$/), []]);
      }),
      { numRuns: 150 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
  });
});
