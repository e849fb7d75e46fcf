import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  type CaseCard,
  type ComplaintCommandType,
  type ComplaintState,
  complaintEventTypes,
  isComplaintEventType,
  type PauseLog,
  statuses,
} from '../../../src/domain/index.js';
import { complaint } from '../../../src/domain/complaint/decider.js';
import { dutiesOf } from '../../../src/domain/complaint/duties.js';
import { rejectionText } from '../../../src/domain/complaint/rejections.js';
import { isFiled } from '../../../src/domain/complaint/state.js';
import { publicStatus } from '../../../src/domain/complaint/status.js';
import { trackOf } from '../../../src/domain/complaint/tracks.js';
import { initialCard } from '../../../src/domain/complaint/card.js';
import { evolveCard, fold } from '../../../src/domain/complaint/evolve.js';
import { evolvePauses, initialPauses, pausesIn, pausesOf } from '../../../src/domain/complaint/pauses.js';
import { toCarryOutOf } from '../../../src/domain/complaint/authority/proceedings.js';
import { close, people, type RecordedEvent, storyOf } from '../../../src/testing/index.js';
import { frozen } from '../../../src/testing/frozen.js';
import { asksOf, secret } from './support/asks.js';
import { asksFor, reasonsIn } from './support/diligence.js';
import { lapsed } from './support/lapsed.js';
import { isAccepted, nextCircumstances, nowOf, step, walks, type Walk } from './support/walks.js';

const cardAfter = (card: CaseCard, event: RecordedEvent) => evolveCard(card, event, event.recorded);

const typesOf = (events: readonly RecordedEvent[]) => events.map(({ type }) => type);

/** One in eight has lapsed once. */
const oftenLapsed = fc.oneof({ weight: 7, arbitrary: walks(40) }, walks(40, lapsed));

describe('Whatever happens to a complaint', () => {
  it('it is filed first, gets its folio right after, and neither ever again (I-01)', () => {
    fc.assert(
      fc.property(walks(20), ({ events }) => {
        const types = typesOf(events);
        expect(types.slice(0, 2)).toEqual(['Filed', 'FolioAssigned']);
        expect(types.slice(2)).not.toEqual(expect.arrayContaining(['Filed']));
        expect(types.slice(2)).not.toEqual(expect.arrayContaining(['FolioAssigned']));
      }),
    );
  });

  it('its folio, its subscriber and its terms stay (I-02, I-18)', () => {
    fc.assert(
      fc.property(walks(20), ({ paces }) => {
        const filed = paces.map(({ after }) => after).filter(isFiled);
        const constants = filed.map(({ folio, filing: { subscriber, terms } }) =>
          JSON.stringify([folio, subscriber, terms]),
        );
        expect(new Set(constants).size).toBe(1);
      }),
    );
  });

  it('the same decision comes of the same command, state and circumstances, which it leaves alone', () => {
    fc.assert(
      fc.property(walks(15), fc.nat(), (walk, drawn) => {
        const asks = asksOf(walk.state, nowOf(walk));
        const ask = asks[drawn % asks.length];
        if (ask === undefined) return;
        const state = frozen(walk.state);
        const context = frozen(nextCircumstances(walk, ask));
        const decision = complaint.decide(frozen(ask.command), state, context);
        expect(complaint.decide(ask.command, state, context)).toEqual(decision);
      }),
    );
  });

  /** What may be said again in the same words at the same time, and why it is another fact all the same. */
  const saidAgain: Partial<Record<ComplaintCommandType, string>> = {
    addNote: 'the note is sealed: nobody can tell whether it is another one',
    attachEvidence: 'the caption is sealed, and may be another one',
    issueCertificate: 'several copies are given where several are asked for',
    recordStatement: 'the words are sealed, and may be others',
    recordContact: 'two contacts may fall on the same minute',
    requestInformation: 'the question is sealed; each is counted and answered',
    recordConciliation: 'the agreement is sealed; another session may end like the one before',
    receiveAuthorityRequirement: 'what is required is sealed, and may be something else by the same day',
    requestArco: 'what is requested is sealed, and may be something else',
    recordDelivery: 'but for the final word, each channel gives its own proofs',
    recordDeliveryFailure: 'each failed attempt counts',
    creditCompensation: 'one statement may show several grants',
    correctRuling: 'the reasons are sealed, and may be others',
    recomputeClocks: 'another fact may have been learned late',
  };

  it('an accepted command says something new: the very same again is refused, and a refusal changes nothing', () => {
    fc.assert(
      fc.property(walks(30), ({ paces }) => {
        for (const { ask, context, decision, before, after } of paces) {
          if (!decision.ok) expect(after).toBe(before);
          else if (!(ask.command.type in saidAgain))
            expect([ask.command, complaint.decide(ask.command, after, context)]).toEqual([
              ask.command,
              expect.objectContaining({ ok: false }),
            ]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('what may be said again is no more than what is named', () => {
    const accepted = new Set<ComplaintCommandType>();
    fc.assert(
      fc.property(walks(40), ({ paces }) => {
        for (const { ask, context, decision, after } of paces)
          if (decision.ok && complaint.decide(ask.command, after, context).ok) accepted.add(ask.command.type);
      }),
      { numRuns: 450, seed: 42 },
    );
    // The operators’ tool is on no walk.
    accepted.add('recomputeClocks');
    expect([...accepted].sort()).toEqual(Object.keys(saidAgain).sort());
  });

  it('a refusal can be told in both languages with every detail in it', () => {
    fc.assert(
      fc.property(walks(20), ({ paces }) => {
        for (const { decision } of paces) {
          if (decision.ok) continue;
          const { es, en } = rejectionText(decision);
          expect(`${es} ${en}`).not.toMatch(/[{}]/);
        }
      }),
    );
  });

  it('nothing personal is in the open part of an event; it is all sealed under a pseudonym', () => {
    fc.assert(
      fc.property(walks(20), ({ paces }) => {
        for (const { decision } of paces)
          if (decision.ok)
            for (const event of decision.events) {
              expect(JSON.stringify(event.data)).not.toContain(secret);
              const owners = event.type === 'Filed' ? ['sub-1', event.data.reporter] : ['sub-1'];
              const owner = event.type === 'RepresentativeAccredited' ? [event.data.representative] : owners;
              expect(Object.keys(event.personal ?? {}).filter((ref) => !owner.includes(ref))).toEqual([]);
            }
      }),
    );
  });

  it('its status is one of TMF621’s, and "pending" says that the user is asked (I-15)', () => {
    fc.assert(
      fc.property(walks(20), ({ paces }) => {
        for (const { after } of paces) {
          const status = publicStatus(after.facets);
          expect(statuses).toContain(status);
          if (status === 'pending') expect(after.requests.open).not.toEqual([]);
        }
      }),
    );
  });

  it('its pauses fold on from any point, from plain JSON, without the events before it (I-15)', () => {
    const log = (events: readonly RecordedEvent[], from: PauseLog) =>
      events.reduce((known, event) => evolvePauses(known, event, event.recorded), from);
    fc.assert(
      fc.property(walks(30), fc.nat(), ({ events }, drawn) => {
        const at = drawn % (events.length + 1);
        const snapshot = structuredClone(log(events.slice(0, at), initialPauses));
        expect(snapshot).toEqual(JSON.parse(JSON.stringify(snapshot)));
        expect(pausesIn(log(events.slice(at), snapshot))).toEqual(pausesOf(events));
      }),
    );
  });

  it('every pause has an end once it ended (I-15)', () => {
    fc.assert(
      fc.property(walks(30), ({ events, state }) => {
        if (state.facets.ending !== 'open')
          expect(pausesOf(events).filter(({ to }) => to === undefined)).toEqual([]);
      }),
    );
  });

  it('its facets and the rest of its state tell the same (I-06, I-08, I-16, I-17)', () => {
    fc.assert(
      fc.property(walks(40), ({ paces }) => {
        /** Granted before it was assessed, or reasoned not to be due: that may fall, what was granted stays. */
        let judgedAfterGrant = false;
        for (const { after } of paces) {
          if (!isFiled(after)) continue;
          const { about, affected, area, cause, repair, restoredBy, ruling, facets } = after;
          const { assessed, grants, finalWord, requests, proceedings, endedAt } = after;
          expect([facets.kind, facets.track]).toEqual([about.kind, trackOf(about.kind, about.subject)]);
          expect(facets.routing === 'routed').toBe(area !== null);
          expect(facets.diagnosis === 'verified').toBe(cause !== null);
          expect(facets.faultFound).toBe(cause?.faultFound ?? null);
          expect(facets.attribution).toBe(cause?.attribution ?? null);
          if (cause?.affectedFrom !== undefined) expect(affected.from).toBe(cause.affectedFrom);
          if (cause === null) expect(affected.from).toBeNull();
          if (repair !== null) expect(affected.to).toBe(repair.restoredAt);
          else if (affected.to !== null)
            expect(
              facets.repair === 'impossible' || affected.compensated.some(({ to }) => to === affected.to),
            ).toBe(true);
          else expect(facets.repair).not.toBe('impossible');
          expect(affected.assessed).toEqual(assessed?.affected ?? null);
          expect(facets.repair === 'done').toBe(repair !== null);
          expect(facets.restoration === 'confirmed').toBe(restoredBy !== null);
          expect(facets.ruling === 'none').toBe(ruling === null);
          if (facets.compensation === 'assessed') expect(assessed).not.toBeNull();
          const isJudged = facets.compensation === 'assessed' || facets.compensation === 'not-due';
          const granted = grants.compensation !== undefined;
          judgedAfterGrant = granted && (judgedAfterGrant || isJudged);
          if (facets.compensation === 'none') {
            expect(assessed).toBeNull();
            expect(granted).toBe(judgedAfterGrant);
          }
          if (['granted', 'credited'].includes(facets.compensation)) expect(granted).toBe(true);
          expect(facets.final === 'none').toBe(finalWord === null);
          if (facets.ending === 'open') expect(facets.openRequests).toBe(requests.open.length);
          expect(facets.proceedings).toBe(
            Object.values(proceedings).filter(({ stands }) => stands === 'open').length,
          );
          expect(facets.ending === 'open').toBe(endedAt === null);
          if (facets.diagnosis === 'assigned') expect(after.assignment).not.toBeNull();
          expect(facets.toCarryOut).toBe(
            Object.values(proceedings).filter(({ stands }) => stands === 'to-carry-out').length +
              after.agreements.open.length,
          );
          if (facets.unreachable) expect(after.unreached).not.toEqual([]);
          expect(facets.toldRuling === 'none').toBe(after.told === null);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('a breach stays (I-24)', () => {
    fc.assert(
      fc.property(walks(20), ({ paces }) => {
        for (const { before, after } of paces)
          expect(after.breaches).toEqual(expect.arrayContaining([...before.breaches]));
      }),
    );
  });

  it('no actor both repairs and rules in one cycle', () => {
    fc.assert(
      fc.property(walks(40), ({ paces }) => {
        for (const { after } of paces)
          expect(after.hands.repaired.filter((hand) => after.hands.ruled.includes(hand))).toEqual([]);
      }),
    );
  });
});

describe('What the user is told in the end', () => {
  it('is what was recorded, and complete (I-08..I-11)', () => {
    let notices = 0;
    fc.assert(
      fc.property(walks(40), ({ paces, events }) => {
        for (const { decision, before } of paces) {
          const notice = decision.ok
            ? decision.events.find((event) => event.type === 'UserNotified')
            : undefined;
          if (notice?.type !== 'UserNotified') continue;
          notices += 1;
          const cause = events[notice.data.cause];
          const ruling = events[notice.data.ruling];
          if (cause?.type !== 'CauseVerified' && cause?.type !== 'CauseCorrected')
            throw new Error('the reference to the cause is wrong');
          if (ruling?.type !== 'Ruled' && ruling?.type !== 'RulingCorrected')
            throw new Error('the reference to the ruling is wrong');
          expect(notice.data.causes).toEqual(cause.data.causes);
          expect(notice.data.causes).not.toEqual([]);
          expect(notice.data.outcome).toBe(ruling.data.outcome);
          expect(ruling.data.cause).toBe(notice.data.cause);
          if (notice.data.outcome === 'dismissed') expect(notice.data.nextInstance).toBeDefined();
          if (notice.data.restoration === 'confirmed') expect(before.restoredBy).not.toBeNull();
          if (notice.data.restoration === 'impossible') expect(notice.data.offer).toBeDefined();
          if (notice.data.restoration === 'not-needed') expect(cause.data.faultFound).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
    expect(notices).toBeGreaterThan(0);
  });

  it('is every grant with its amount, in whatever cycle it was made, before the request is closed (I-11, I-16)', () => {
    const seen = { told: 0, carriedOver: 0 };
    fc.assert(
      fc.property(walks(40), ({ paces }) => {
        /** Granted since the last notice that carried an amount: the sum, and whether a correction changed it. */
        let [untold, corrected, reopened] = [0, false, false];
        for (const { decision, before, after } of paces) {
          if (!decision.ok) continue;
          for (const { type, data } of decision.events)
            switch (type) {
              case 'CompensationGranted':
                untold += data.proportionalRefund.amount + data.bonus.amount;
                break;
              case 'CompensationCorrected':
                corrected = true;
                break;
              case 'Reopened':
                reopened ||= untold > 0;
                break;
              case 'UserNotified':
              case 'FurtherNoticeGiven': {
                const { compensation: refund, goodwill, undueCharge: charge } = data;
                const amount = [refund, goodwill].reduce(
                  (all, part) => all + (part?.proportionalRefund.amount ?? 0) + (part?.bonus.amount ?? 0),
                  0,
                );
                const total = amount + (charge?.charge.amount ?? 0) + (charge?.bonus.amount ?? 0);
                if (total === 0 && type === 'FurtherNoticeGiven') break;
                if (!corrected) expect(total).toBeGreaterThanOrEqual(untold);
                seen.told += Number(untold > 0);
                seen.carriedOver += Number(untold > 0 && reopened);
                [untold, corrected, reopened] = [0, false, false];
                break;
              }
              case 'Closed':
                if (data.reason !== 'not-reached') expect(before.facets.untold).toEqual([]);
                break;
              default:
            }
          if (untold > 0) expect(after.facets.untold).toContain('compensation');
        }
      }),
      { numRuns: 500, seed: 7 },
    );
    expect(seen.told).toBeGreaterThan(0);
    expect(seen.carriedOver).toBeGreaterThan(0);
  });

  it('comes before the end, and nothing is closed that is owed or before an authority (I-12, I-16, I-17)', () => {
    let closings = 0;
    fc.assert(
      fc.property(walks(40), ({ paces }) => {
        for (const { ask, decision, before } of paces) {
          if (ask.command.type !== 'close' || !decision.ok) continue;
          closings += 1;
          expect(['sent', 'delivered']).toContain(before.facets.final);
          expect(before.facets.proceedings).toBe(0);
        }
      }),
      { numRuns: 100 },
    );
    expect(closings).toBeGreaterThan(0);
  });

  it('no ending, by whatever name, leaves behind what is owed, agreed, asked of data or before an authority, but what the user waives (I-16, I-17)', () => {
    const endings = new Set<string>();
    const seen = { agreed: 0, asked: 0 };
    fc.assert(
      fc.property(oftenLapsed, ({ paces }) => {
        for (const { decision, before, after } of paces) {
          if (!decision.ok || before.facets.ending !== 'open' || after.facets.ending === 'open') continue;
          endings.add(after.facets.ending);
          const [end] = decision.events;
          const waived = end.type === 'Withdrawn' ? (end.data.waives ?? []) : [];
          const { facets } = before;
          expect(facets.proceedings).toBe(0);
          if (facets.ruling === 'upheld' && facets.charge === 'disputed')
            expect(waived).toContain('undue-charge');
          expect(toCarryOutOf(before.proceedings)).toEqual([]);
          if (before.agreements.open.length > 0) expect(waived).toContain('agreement');
          seen.agreed += Number(before.agreements.made > 0);
          // Whatever their user asked of their data is answered still, where the user took the request back.
          if (before.arco.open.length > 0)
            expect([end.type, dutiesOf(after).legal]).toEqual([
              'Withdrawn',
              expect.arrayContaining(['answer-arco']),
            ]);
          seen.asked += Number(before.arco.made > 0);
        }
      }),
      { numRuns: 1600, seed: 5 },
    );
    expect([...endings].sort()).toEqual(['closed', 'duplicate', 'lapsed', 'not-accepted', 'withdrawn']);
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
  });
});

describe('Whatever of it one looks at', () => {
  const subsets = walks(30).chain(({ events }) => fc.subarray([...events]));

  it('any subset of its events folds, so that it can be shown as of any date', () => {
    fc.assert(
      fc.property(subsets, (events) => {
        const { facets } = fold(events, complaint.initial);
        expect(facets.openRequests).toBeGreaterThanOrEqual(0);
        expect(facets.proceedings).toBeGreaterThanOrEqual(0);
        expect(facets.cycle).toBeGreaterThanOrEqual(1);
        expect(statuses).toContain(publicStatus(facets));
      }),
      { numRuns: 100 },
    );
  });

  it('in any order, and any part of it twice', () => {
    const jumbled = walks(20).chain(({ events }) => fc.shuffledSubarray([...events, ...events]));
    fc.assert(
      fc.property(jumbled, (events) => {
        expect(() => fold(events, complaint.initial)).not.toThrow();
      }),
      { numRuns: 100 },
    );
  });

  it('the card that a read model folds is the card of the full state, and comes back whole from JSON', () => {
    const cardOf = (state: ComplaintState) =>
      Object.fromEntries(Object.entries(state).filter(([name]) => Object.hasOwn(initialCard, name)));
    fc.assert(
      fc.property(subsets, (events) => {
        const folded = events.reduce(cardAfter, initialCard);
        expect(folded).toEqual(cardOf(fold(events, complaint.initial)));
        expect(folded).toEqual(JSON.parse(JSON.stringify(folded)));
      }),
    );
  });

  it('a card holds no personal value and stays small; what it keeps of each file of an authority is small too', () => {
    fc.assert(
      fc.property(walks(40), ({ events }) => {
        const card = events.reduce(cardAfter, initialCard);
        expect(JSON.stringify(card)).not.toContain(secret);
        const { proceedings, affected, ...rest } = card;
        const { compensated, owedBefore, ...known } = affected;
        expect(JSON.stringify({ ...rest, ...known }).length).toBeLessThan(2000);
        for (const { requirements, ...file } of Object.values(proceedings)) {
          expect(JSON.stringify(file).length).toBeLessThan(200);
          for (const each of requirements) expect(JSON.stringify(each).length).toBeLessThan(60);
        }
        for (const each of [...compensated, ...owedBefore])
          expect(JSON.stringify(each).length).toBeLessThan(80);
      }),
    );
  });

  it('a fold may stop anywhere and go on from a snapshot', () => {
    fc.assert(
      fc.property(walks(30), fc.nat(), ({ events, state }, drawn) => {
        const at = drawn % (events.length + 1);
        const snapshot = structuredClone(fold(events.slice(0, at), complaint.initial));
        expect(fold(events.slice(at), snapshot)).toEqual(state);
      }),
    );
  });

  it('every type of event lies on some walk, but the one of the operators’ tool', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(oftenLapsed, ({ events }) => {
        typesOf(events).forEach((type) => seen.add(type));
      }),
      { numRuns: 2000, seed: 3 },
    );
    const never = complaintEventTypes.filter((type) => !seen.has(type));
    expect(never).toEqual(['ClocksRecomputed']);
  });

  it('has nothing in it that is not recorded', () => {
    expect(storyOf([])).toEqual([]);
    expect(fold([], complaint.initial)).toBe(complaint.initial);
    expect(isComplaintEventType('toString')).toBe(false);
  });
});

describe('Staff that does its duty', () => {
  /** Whether it has lasted long enough to be compensated for is known by a clock alone: until then it may be closed. */
  const goesOn = ({ affected, facets }: ComplaintState) =>
    facets.attribution === 'force-majeure' && affected.to === null;

  it('closes where the queue says so, and there alone: but for a force majeure that may last too long', () => {
    const closings = new Set<string>();
    fc.assert(
      fc.property(walks(40), ({ paces }) => {
        for (const { context, after } of paces) {
          if (!isFiled(after) || after.facets.ending !== 'open') continue;
          if (goesOn(after)) continue;
          const { facets } = after;
          const decision = complaint.decide(close(), after, { ...context, ...people.customerService });
          const isDuty = dutiesOf(after)['customer-service'].includes('close');
          expect([isDuty, decision.ok ? 'accepted' : decision.code]).toEqual([
            decision.ok,
            decision.ok ? 'accepted' : decision.code,
          ]);
          if (decision.ok) closings.add(facets.final);
        }
      }),
      { numRuns: 300 },
    );
    expect(closings.size).toBeGreaterThan(0);
  });

  it('credits what was granted: it stays in the queue of billing until a statement shows it', () => {
    fc.assert(
      fc.property(walks(40), ({ events, state }) => {
        const count = (name: string) => events.filter(({ type }) => type === name).length;
        if (count('CompensationGranted') > count('CompensationCredited'))
          expect(dutiesOf(state).billing).toContain('credit');
      }),
      { numRuns: 200 },
    );
  });

  it('may do it: what a queue asks of a role is what the decisions take', () => {
    fc.assert(
      fc.property(walks(40), (walk) => {
        for (const reason of reasonsIn(walk.state)) {
          if (reason === 'compensate' && goesOn(walk.state)) continue;
          const asks = asksFor(reason, walk.state, nowOf(walk));
          if (asks.some((ask) => isAccepted(walk, ask))) continue;
          const codes = asks.map((ask) => step(walk, ask).paces.at(-1)?.decision);
          const refusals = codes.map((decision) => (decision?.ok === false ? decision.code : 'accepted'));
          expect([reason, refusals]).toEqual([reason, expect.arrayContaining(['none'])]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is never all alone with an open complaint: a queue has something to do', () => {
    fc.assert(
      fc.property(walks(40), ({ state }) => {
        if (!isFiled(state) || state.facets.ending !== 'open') return;
        expect(reasonsIn(state)).not.toEqual([]);
        // That is no rule's work but customer service's for want of any other.
        expect(reasonsIn(state)).not.toContain('follow-up');
      }),
      { numRuns: 300 },
    );
  });

  it('brings every complaint to its end, of every kind, by the terms of both providers: there is no dead end', () => {
    const diligent = (walk: Walk): Walk => {
      const asks = reasonsIn(walk.state).flatMap((reason) => asksFor(reason, walk.state, nowOf(walk)));
      const next = asks.find((ask) => isAccepted(walk, ask));
      return next === undefined ? walk : step(walk, next);
    };
    fc.assert(
      fc.property(walks(20), (walk) => {
        if (!isFiled(walk.state)) return;
        let last = walk;
        for (let pace = 0; pace < 60 && reasonsIn(last.state).length > 0; pace += 1) last = diligent(last);
        expect([last.state.facets.ending, reasonsIn(last.state)]).toEqual([
          expect.not.stringMatching(/^open$/),
          [],
        ]);
      }),
      { numRuns: 500 },
    );
  });
});
