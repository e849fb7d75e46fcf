import { describe, expect, it } from '@jest/globals';
import { attributesAfter, matches } from '../../../../src/domain/sla/clocks/attributes.js';
import { foldClocks } from '../../../../src/domain/sla/clocks/clock-fold.js';
import {
  factsOf,
  instantIn,
  isCorrection,
  type ClockEvent,
} from '../../../../src/domain/sla/clocks/facts.js';
import { namedIn, readClocks } from '../../../../src/domain/sla/clocks/read-clocks.js';
import { local } from '../calendars.js';
import { minutes, policyWith, testedClock } from '../policy/policies.js';
import {
  classified,
  closed,
  contact,
  countedAt,
  event,
  filed,
  history,
  publishedWith,
  readingsAt,
  recomputed,
  reopened,
  repaired,
  tested,
  type Planned,
} from './histories.js';

const start = '2026-06-02 09:00';
const asked = '2026-06-02 12:00';
const by = (...clocks: Parameters<typeof policyWith>[0]) => publishedWith([policyWith(clocks)]);

/** A filing whose data is not what the domain writes: readers are total over whatever a store holds. */
const filedWith = (data: Readonly<Record<string, unknown>>): ClockEvent => {
  const made = filed(start)(0);
  return Object.assign({}, made, { data: { ...made.data, ...data } });
};

describe('what a complaint is, as clocks ask', () => {
  const facts = factsOf(
    history(filed(start, { subkind: 'no-signal', municipality: 'centro', severity: 'high' })),
  );
  const [filing] = facts;
  if (filing === undefined) throw new Error('no fact');

  it('is what its filing says: kind, subject and subkind, channel, severity, municipality and who reported it', () => {
    expect(attributesAfter({}, { ...filing, data: { ...filing.data, report: 'third-party' } })).toMatchObject(
      {
        ...{ kind: 'fault', subject: 'service', subkind: 'no-signal', channel: 'phone' },
        ...{ severity: 'high', municipality: 'centro', report: 'third-party' },
      },
    );
  });

  it('is of a later classification another severity, and of a reclassification the rest as it was', () => {
    const before = attributesAfter({}, filing);
    const graver = { ...filing, type: 'Classified', data: { severity: 'critical' } } as const;
    expect(attributesAfter(before, graver)).toEqual({ ...before, severity: 'critical' });
    const data = { kind: 'inquiry', subject: 'service' };
    const other = attributesAfter(before, { ...filing, type: 'Reclassified', data });
    expect(other).toMatchObject({ kind: 'inquiry', subkind: undefined, severity: 'high', channel: 'phone' });
  });

  it('has no track where its kind or its subject is none that is known', () => {
    const trackOf = (data: Readonly<Record<string, unknown>>) =>
      attributesAfter({}, { ...filing, data: { ...filing.data, ...data } }).track;
    expect(trackOf({})).toBe('fault');
    expect(trackOf({ kind: 'unheard-of' })).toBeUndefined();
    expect(trackOf({ subject: 'unheard-of' })).toBeUndefined();
    expect(trackOf({ kind: 'unheard-of', subject: 'unheard-of' })).toBeUndefined();
  });

  it('is not told by what is no text', () => {
    expect(
      attributesAfter({}, { ...filing, data: { ...filing.data, severity: 3 } }).severity,
    ).toBeUndefined();
  });

  it('matches where each attribute that is named has one of its values', () => {
    const attributes = attributesAfter({}, filing);
    expect(matches({ kind: ['fault'], severity: ['high', 'critical'] }, attributes)).toBe(true);
    expect(matches({ kind: ['fault'], severity: ['critical'] }, attributes)).toBe(false);
  });

  it('is no subscriber’s request where somebody else reported it: no clock runs', () => {
    const reported = [filedWith({ report: 'third-party' })];
    expect(readingsAt(reported, by(testedClock()), asked)).toEqual([]);
  });
});

describe('the facts that clocks look at', () => {
  const factWith = (data: Readonly<Record<string, unknown>>) => {
    const [fact] = factsOf([filedWith(data)]);
    if (fact === undefined) throw new Error('no fact');
    return fact;
  };

  it('tell an instant by the path to it, and none where there is no object or no instant', () => {
    const at = local(asked);
    expect(instantIn(factWith({ window: { from: at } }), 'window.from')).toBe(at);
    for (const window of [null, undefined, 'tomorrow', 7, { from: null }, { from: 7 }, { from: 'tomorrow' }])
      expect(instantIn(factWith({ window }), 'window.from')).toBeUndefined();
  });

  it('are corrected by an event that names a revision, and by no other', () => {
    expect(isCorrection({ data: filed(start)(0).data })).toBe(false);
    expect(isCorrection(event('RestorationCorrected', asked, correction(1))(2))).toBe(true);
  });

  const correction = (corrects: number) =>
    ({ corrects, reason: 'recorded-wrongly', restoredAt: local('2026-06-02 10:30') }) as const;

  it('have a correction in the place of what it corrects, also where that is a correction', () => {
    const events = history(
      filed(start),
      repaired('2026-06-02 10:00'),
      contact('2026-06-02 11:00', 'to-user'),
      event('RestorationCorrected', '2026-06-02 11:30', correction(1)),
      event('RestorationCorrected', '2026-06-02 11:45', {
        ...correction(3),
        restoredAt: local('2026-06-02 10:45'),
      }),
    );
    const facts = factsOf(events);
    expect(facts.map(({ type }) => type)).toEqual(['Filed', 'Repaired', 'ContactMade']);
    expect(facts[1]).toMatchObject({ revision: 1, data: { restoredAt: local('2026-06-02 10:45') } });
    expect(countedAt(events, by(testedClock()), asked).endedAt).toBe(local('2026-06-02 10:45'));
  });

  it('have one that corrects what is not among them at the end, as a fact of its own', () => {
    const events = history(filed(start), event('RestorationCorrected', asked, correction(7)));
    expect(factsOf(events).map(({ type }) => type)).toEqual(['Filed', 'RestorationCorrected']);
  });
});

describe('the versions that the events of a complaint name', () => {
  it('are the terms of its filing and of each recomputation, each once', () => {
    const events = history(
      filed(start),
      repaired('2026-06-02 10:00'),
      recomputed('2026-06-02 11:00', 2, ['always@2', 'office@1']),
    );
    expect(namedIn(events)).toEqual({
      policies: ['tested@1', 'tested@2'],
      calendars: ['always@1', 'office@1', 'always@2'],
    });
  });

  it('are none of a filing without terms, or of no filing', () => {
    expect(namedIn([filedWith({ terms: undefined })])).toEqual({ policies: [], calendars: [] });
    expect(namedIn(history(repaired(asked)))).toEqual({ policies: [], calendars: [] });
  });
});

describe('readings', () => {
  const twice = testedClock({
    id: 'b',
    starts: [{ event: 'ContactMade', where: { direction: ['from-user'] } }],
    stops: [{ event: 'ContactMade', where: { direction: ['to-user'] } }],
  });
  const published = by(testedClock({ id: 'c' }), twice, testedClock({ id: 'a', starts: [] }));
  const breachedRun = (clock: string, cycle: number, run?: number): Planned =>
    event('SlaBreached', '2026-06-02 11:00', {
      ...{ clock, cycle, dueAt: local('2026-06-02 11:00'), policy: 'tested@1', calendar: 'always@1' },
      ...(run !== undefined && { run }),
    });
  const life = [
    filed(start),
    contact('2026-06-02 09:10', 'from-user'),
    contact('2026-06-02 09:20', 'to-user'),
    contact('2026-06-02 09:30', 'from-user'),
    closed('2026-06-02 09:40'),
    reopened('2026-06-02 09:50', 2),
  ] as const;

  it('come by clock, then by cycle, then by run', () => {
    const told = readingsAt(history(...life), published, asked);
    expect(
      told.map((each) => ('run' in each ? `${each.clock} ${each.cycle}.${each.run}` : each.clock)),
    ).toEqual(['a', 'b 1.1', 'b 1.2', 'b 2.1', 'c 1.1', 'c 2.1']);
  });

  it('come by their cycles though these were told out of order, and what has not started comes by its name', () => {
    const cycles = history(
      filed(start),
      ...[3, 2].flatMap((cycle) => [closed('2026-06-02 09:10'), reopened('2026-06-02 09:20', cycle)]),
    );
    const waits = by(
      testedClock({ id: 'z', starts: [{ event: 'Ruled' }] }),
      testedClock({ id: 'm' }),
      testedClock({ id: 'a', starts: [{ event: 'Ruled' }] }),
    );
    expect(
      readingsAt(cycles, waits, asked).map((each) =>
        'run' in each ? `${each.clock} ${each.cycle}.${each.run}` : each.clock,
      ),
    ).toEqual(['a', 'm 1.1', 'm 2.1', 'm 3.1', 'z']);
  });

  it('have the instant of a breach as recorded, and not that of the warning before it', () => {
    const dueAt = local('2026-06-02 11:00');
    const deadline = { ...{ clock: 'm', cycle: 1, dueAt, policy: 'tested@1', calendar: 'always@1' } };
    const events = history(
      filed(start),
      event('SlaWarned', '2026-06-02 10:30', { ...deadline, percent: 80 }),
      event('SlaBreached', '2026-06-02 11:00', deadline),
    );
    const late = by(testedClock({ id: 'm', terms: [minutes(120)] }));
    expect(countedAt(events, late, asked, 'm').breachRecordedAt).toBe(dueAt);
    expect(countedAt(events.slice(0, 2), late, asked, 'm').breachRecordedAt).toBeNull();
  });

  it.each([
    ['b', 1, undefined, 'b 1.1'],
    ['b', 1, 2, 'b 1.2'],
    ['c', 2, undefined, 'c 2.1'],
    ['c', 1, undefined, 'c 1.1'],
  ] as const)('have a breach of %s in cycle %s, run %s, at %s alone', (clock, cycle, run, of) => {
    const told = readingsAt(history(...life, breachedRun(clock, cycle, run)), published, asked);
    const recorded = told.flatMap((each) =>
      'run' in each && each.breachRecordedAt !== null ? [`${each.clock} ${each.cycle}.${each.run}`] : [],
    );
    expect(recorded).toEqual([of]);
  });

  it('are unanswered where the complaint names no version of their calendar', () => {
    const events = [filedWith({ terms: { ...tested, calendars: [] } })];
    let wasAsked = false;
    const { clocks } = readClocks(
      events,
      { ...by(testedClock()), calendarOf: () => ((wasAsked = true), undefined) },
      local(asked),
    );
    expect(clocks).toMatchObject([{ state: 'unanswered', code: 'calendar-unknown', calendar: null }]);
    expect(wasAsked).toBe(false);
  });
});

describe('clocks folded from what a store holds', () => {
  const standingOf = (events: readonly ClockEvent[], published = by(testedClock())) =>
    foldClocks(events, published.policyOf).standing;

  it('miss nothing at first, and name each policy that is not known, in order', () => {
    expect(standingOf([]).missing).toEqual([]);
    expect(standingOf(history(filed(start))).missing).toEqual([]);
    const unknown = [filedWith({ terms: { ...tested, policy: 'lost' } }), recomputed(asked, 7)(1)];
    expect(standingOf(unknown).missing).toEqual(['lost@1', 'tested@7']);
  });

  it.each([[undefined], [null], ['tested@1'], [7]])('have no clock where the terms are %s', (terms) => {
    expect(standingOf([filedWith({ terms })])).toMatchObject({ era: undefined, runs: [], missing: [] });
  });

  it('take of the calendars that are named those that are texts, and none where that is no list', () => {
    const calendarsOf = (calendars: unknown) =>
      standingOf([filedWith({ terms: { ...tested, calendars } })]).era?.calendars;
    expect(calendarsOf(['always@1', 7, null, 'office@1'])).toEqual(['always@1', 'office@1']);
    expect(calendarsOf('always@1')).toEqual([]);
    expect(calendarsOf(undefined)).toEqual([]);
  });

  it('name by its number and its text whatever policy is named, though that be no text', () => {
    const made = recomputed(asked, 7)(1);
    const unnamed: ClockEvent = Object.assign({}, made, { data: { ...made.data, policy: undefined } });
    expect(standingOf([...history(filed(start)), unnamed]).missing).toEqual(['undefined@7']);
  });

  it('have one run of what a filing starts: a filing makes the request no other kind', () => {
    const faults = by(
      testedClock({ only: { kind: ['fault'] }, starts: [{ event: 'Filed', again: true }] }),
      testedClock({
        id: 'anew',
        only: { kind: ['fault'] },
        onReclassification: 'restart',
        stops: [{ event: 'Filed' }],
      }),
    );
    expect(standingOf(history(filed(start)), faults).runs.map(({ clock, run }) => [clock.id, run])).toEqual([
      ['tested-clock', 1],
      ['anew', 1],
    ]);
  });

  it('are as they were after what changes neither a clock nor what the request is', () => {
    const before = standingOf(history(filed(start)));
    const after = standingOf(history(filed(start), contact(asked, 'to-user')));
    expect(after.runs).toEqual(before.runs);
    expect(after.seen).toHaveLength(2);
  });

  it('have none where the filing is not among the facts, whatever policy they are counted by', () => {
    const repairs = publishedWith([
      policyWith([testedClock({ starts: [{ event: 'Repaired' }], stops: [] })], { version: 2 }),
    ]);
    const events = history(repaired('2026-06-02 10:00'), recomputed('2026-06-02 11:00', 2));
    expect(standingOf(events, repairs).runs).toEqual([]);
  });

  it('have of a policy that came later no run by what came after it, also once an earlier fact is corrected', () => {
    const answered = publishedWith([
      policyWith([]),
      policyWith([testedClock({ starts: [{ event: 'ContactMade', again: true }], stops: [], cancels: [] })], {
        version: 2,
      }),
    ]);
    const events = history(
      filed(start),
      repaired('2026-06-02 09:30'),
      recomputed('2026-06-02 10:00', 2),
      contact('2026-06-02 11:00', 'to-user'),
      event('RestorationCorrected', '2026-06-02 11:30', {
        ...{ corrects: 1, reason: 'recorded-wrongly', restoredAt: local('2026-06-02 09:20') },
      }),
    );
    expect(standingOf(events, answered).runs).toMatchObject([
      { run: 1, startedAt: local('2026-06-02 11:00') },
    ]);
  });

  it('begin with the first cycle, with nothing seen and nothing that runs', () => {
    expect(standingOf([])).toEqual({
      ...{ era: undefined, cycle: 1, attributes: {}, seen: [], runs: [], missing: [] },
    });
  });

  it('have one of another policy from what had happened before it, and from none of what came later', () => {
    const added = publishedWith([
      policyWith([]),
      policyWith([testedClock({ starts: [{ event: 'ContactMade' }] })], { version: 2 }),
    ]);
    const events = history(
      filed(start),
      recomputed('2026-06-02 10:00', 2),
      contact('2026-06-02 11:00', 'to-user'),
    );
    expect(standingOf(events, added).runs).toHaveLength(1);
    expect(standingOf(events, added).runs[0]).toMatchObject({ startedAt: local('2026-06-02 11:00') });
  });

  it('keep to the policy of a recomputation, whose clocks are not counted by one before it', () => {
    const three = publishedWith([
      policyWith([testedClock({ id: 'a' })]),
      policyWith([testedClock({ id: 'a' }), testedClock({ id: 'b' })], { version: 2 }),
      policyWith([testedClock({ id: 'a' }), testedClock({ id: 'b' }), testedClock({ id: 'c' })], {
        version: 3,
      }),
    ]);
    const events = history(
      filed(start),
      recomputed('2026-06-02 10:00', 2),
      recomputed('2026-06-02 11:00', 3),
    );
    expect(standingOf(events, three).runs.map(({ clock, policy }) => [clock.id, policy])).toEqual([
      ['a', 'tested@3'],
      ['b', 'tested@3'],
      ['c', 'tested@3'],
    ]);
  });
});

describe('a run', () => {
  const contactsOf = testedClock({
    starts: [{ event: 'Repaired', at: 'restoredAt' }],
    stops: [{ event: 'ContactMade', at: 'contactedAt' }],
    cancels: [{ event: 'Classified' }],
  });

  it('that is learned of late is ended by the earliest of what was done after its start', () => {
    const late = history(
      filed(start),
      contact('2026-06-02 11:00', 'to-user'),
      contact('2026-06-02 10:30', 'to-user'),
      repaired('2026-06-02 11:30', '2026-06-02 10:00'),
    );
    expect(countedAt(late, by(contactsOf), asked)).toMatchObject({
      endedAt: local('2026-06-02 10:30'),
      state: 'met',
    });
  });

  it('that is learned of late is ended by what was done rather than by what made it pointless before that', () => {
    const late = history(
      filed(start),
      classified('2026-06-02 10:15', 'high'),
      contact('2026-06-02 10:30', 'to-user'),
      repaired('2026-06-02 11:30', '2026-06-02 10:00'),
    );
    expect(countedAt(late, by(contactsOf), asked)).toMatchObject({
      endedAt: local('2026-06-02 10:30'),
      state: 'met',
    });
    const pointless = history(
      filed(start),
      classified('2026-06-02 10:15', 'high'),
      repaired('2026-06-02 11:30', '2026-06-02 10:00'),
    );
    expect(countedAt(pointless, by(contactsOf), asked)).toMatchObject({
      endedAt: local('2026-06-02 10:15'),
      state: 'cancelled',
    });
  });

  it('that is learned of late is ended by the earliest, in whatever order that was recorded', () => {
    const late = (...contacts: readonly string[]) =>
      history(
        filed(start),
        ...contacts.map((at) => contact(at, 'to-user')),
        repaired('2026-06-02 11:30', '2026-06-02 10:00'),
      );
    const endOf = (...contacts: readonly string[]) =>
      foldClocks(late(...contacts), by(contactsOf).policyOf).standing.runs[0]?.end;
    const first = local('2026-06-02 10:30');
    expect(endOf('2026-06-02 10:30', '2026-06-02 11:00')).toEqual({ how: 'done', at: first, revision: 1 });
    expect(endOf('2026-06-02 11:00', '2026-06-02 10:30')).toEqual({ how: 'done', at: first, revision: 2 });
    // Of two at one instant it is the one that was recorded first.
    expect(endOf('2026-06-02 10:30', '2026-06-02 10:30')).toEqual({ how: 'done', at: first, revision: 1 });
  });

  it('that is learned of late is ended by what has to come after another only where that came before it', () => {
    const answered = testedClock({
      starts: [{ event: 'Repaired', at: 'restoredAt' }],
      stops: [
        {
          event: 'ContactMade',
          at: 'contactedAt',
          where: { direction: ['to-user'] },
          after: { event: 'ContactMade', where: { direction: ['from-user'] } },
        },
      ],
      cancels: [],
    });
    const told = (...directions: readonly ('to-user' | 'from-user')[]) => {
      const contacts = directions.map((direction, index) =>
        contact(`2026-06-02 10:${30 + index}`, direction),
      );
      const late = history(filed(start), ...contacts, repaired('2026-06-02 11:30', '2026-06-02 10:00'));
      return countedAt(late, by(answered), asked).state;
    };
    expect(told('from-user', 'to-user')).toBe('met');
    expect(told('to-user', 'from-user')).toBe('running');
  });

  it('is not ended by the very fact that starts it, though that tells a later instant too', () => {
    const both = testedClock({
      starts: [{ event: 'Filed', at: 'receivedAt' }],
      stops: [{ event: 'Filed', at: 'registeredAt' }],
      cancels: [],
    });
    const filing = history(filed(start, { registeredAt: local('2026-06-02 10:00') }));
    expect(countedAt(filing, by(both), asked).state).toBe('running');
  });

  it('that nothing has ended has no end at all', () => {
    const [run] = foldClocks(history(filed(start)), by(testedClock()).policyOf).standing.runs;
    expect(run && 'end' in run).toBe(false);
    expect(run?.apart).toEqual([]);
  });

  it('is ended by what is done at its start, not by what was done before', () => {
    const since = by(testedClock({ stops: [{ event: 'ContactMade', at: 'contactedAt' }], cancels: [] }));
    const made = (at: string) => history(filed(start), contact(at, 'to-user'));
    expect(countedAt(made(start), since, asked)).toMatchObject({ state: 'met', endedAt: local(start) });
    expect(countedAt(made('2026-06-02 08:59'), since, asked).state).toBe('running');
  });

  it('starts anew where its clock says so, and the one before is cancelled', () => {
    const again = by(
      testedClock({ starts: [{ event: 'ContactMade', again: true }], stops: [], cancels: [] }),
    );
    const events = history(
      filed(start),
      contact('2026-06-02 10:00', 'to-user'),
      contact('2026-06-02 11:00', 'to-user'),
    );
    const told = readingsAt(events, again, asked);
    expect(told.map(({ state }) => state)).toEqual(['cancelled', 'running']);
    const { runs } = foldClocks(events, again.policyOf).standing;
    expect(runs.map(({ run, end }) => [run, end?.how])).toEqual([
      [1, 'cancelled'],
      [2, undefined],
    ]);
  });

  it('after another fact starts where that fact came before the one that starts it, not by itself', () => {
    const after = testedClock({
      starts: [{ event: 'ContactMade', after: { event: 'ContactMade' } }],
      stops: [],
    });
    expect(
      readingsAt(history(filed(start), contact('2026-06-02 10:00', 'to-user')), by(after), asked),
    ).toMatchObject([{ state: 'not-started' }]);
    const second = history(
      filed(start),
      contact('2026-06-02 10:00', 'to-user'),
      contact('2026-06-02 11:00', 'to-user'),
    );
    expect(readingsAt(second, by(after), asked)).toMatchObject([{ startedAt: local('2026-06-02 11:00') }]);
  });

  it('of which no term fits does not start', () => {
    const narrow = by(testedClock({ terms: [minutes(60, { only: { kind: ['inquiry'] } })] }));
    expect(foldClocks(history(filed(start)), narrow.policyOf).standing.runs).toEqual([]);
  });
});
