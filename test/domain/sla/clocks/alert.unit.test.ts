import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alertKey } from '../../../../src/domain/complaint/deadlines/keys.js';
import { alertOf, unalertedAfter, type Unalerted } from '../../../../src/domain/sla/clocks/alert.js';
import { foldClocks } from '../../../../src/domain/sla/clocks/clock-fold.js';
import type { ClockEvent } from '../../../../src/domain/sla/clocks/facts.js';
import { local } from '../calendars.js';
import { minutes, policyWith, testedClock } from '../policy/policies.js';
import {
  closed,
  contact,
  event,
  filed,
  history,
  publishedWith,
  reopened,
  repaired,
  type Planned,
} from './histories.js';

const at = '2026-06-01 10:00';
const repair = testedClock({ id: 'C-07', terms: [minutes(60)] });
const { policyOf } = publishedWith([policyWith([repair])]);

const deadline = (clock = 'C-07', cycle = 1, run?: number) => ({
  ...{ clock, cycle, dueAt: local(at), policy: 'tested@1', calendar: 'always@1' },
  ...(run !== undefined && { run }),
});
const warned = (percent = 80, of = deadline()): Planned => event('SlaWarned', at, { ...of, percent });
const breached = (of = deadline()): Planned => event('SlaBreached', at, of);
const escalated = (level: 1 | 2 | 3, trigger: 'time' | 'user' = 'time'): Planned =>
  event('Escalated', at, { level, trigger, target: `level-${level}` });
const alerted = (upTo: number): Planned =>
  event('StaffAlerted', at, { act: 'breach', clock: 'C-07', cycle: 1, upTo });
const imported =
  (planned: Planned): Planned =>
  (revision) => {
    const made = planned(revision);
    return { ...made, recorded: { ...made.recorded, source: 'import:log' } };
  };

const unalertedOf = (events: readonly ClockEvent[]): Unalerted =>
  events.reduce<Unalerted>(unalertedAfter, []);
const pendingOf = (...planned: readonly Planned[]) => {
  const events = history(filed(at), ...planned);
  return alertOf(unalertedOf(events), foldClocks(events, policyOf));
};
const keyOf = (...planned: readonly Planned[]) => {
  const pending = pendingOf(...planned);
  return pending && alertKey(pending.alert);
};

describe('what staff is to be told of', () => {
  const heights: readonly (readonly [string, Planned, string])[] = [
    ['a warning of 80 per cent', warned(80), 'C-07#1:warning:80'],
    ['one of 90', warned(90), 'C-07#1:warning:90'],
    ['the first level', escalated(1), '#1:escalation:1'],
    ['a breach', breached(), 'C-07#1:breach:0'],
    ['the second level', escalated(2), '#1:escalation:2'],
    ['the third level', escalated(3), '#1:escalation:3'],
  ];

  it.each(heights.slice(1).map((higher, index) => [heights[index]?.[0], higher[0], index + 1] as const))(
    'stands higher after %s: %s, whichever was recorded first',
    (_lower, _higher, index) => {
      const [lower, higher] = [heights[index - 1], heights[index]];
      if (lower === undefined || higher === undefined) throw new Error('no such height');
      expect(keyOf(lower[1], higher[1])).toBe(higher[2]);
      expect(keyOf(higher[1], lower[1])).toBe(higher[2]);
    },
  );

  it('is of the second run of a clock by its own key, and of a run that is not open nothing', () => {
    expect(keyOf(breached(deadline('C-07', 1, 2)))).toBeUndefined();
    expect(keyOf(breached(deadline('C-09')))).toBeUndefined();
    expect(keyOf(breached(deadline('C-07', 2)))).toBeUndefined();
    const again = event('SlaBreached', at, deadline('C-07', 1, 2));
    expect(alertKey({ act: 'breach', clock: 'C-07', cycle: 1, run: 2 })).toBe('C-07#1.2:breach:0');
    expect(unalertedOf(history(filed(at), again))).toHaveLength(1);
  });

  it('is of a later run by the number of that run, and of the first by none', () => {
    const again = publishedWith([
      policyWith([
        testedClock({
          ...{ id: 'C-07', starts: [{ event: 'ContactMade', where: { direction: ['from-user'] } }] },
          stops: [{ event: 'ContactMade', where: { direction: ['to-user'] } }],
        }),
      ]),
    ]);
    const contacts = [contact(at, 'from-user'), contact(at, 'to-user'), contact(at, 'from-user')];
    const alertAfter = (planned: Planned) => {
      const events = history(filed(at), ...contacts, planned);
      return alertOf(unalertedOf(events), foldClocks(events, again.policyOf))?.alert;
    };
    expect(alertAfter(breached(deadline('C-07', 1, 2)))).toEqual({
      ...{ act: 'breach', clock: 'C-07', cycle: 1, run: 2, upTo: 4 },
    });
    expect(alertAfter(warned(80, deadline('C-07', 1, 2)))).toEqual({
      ...{ act: 'warning', level: 80, clock: 'C-07', cycle: 1, run: 2, upTo: 4 },
    });
    expect(alertAfter(breached())).toBeUndefined();
    expect(pendingOf(breached())?.alert).toStrictEqual({ act: 'breach', clock: 'C-07', cycle: 1, upTo: 1 });
    expect(pendingOf(warned())?.alert).toStrictEqual({
      ...{ act: 'warning', level: 80, clock: 'C-07', cycle: 1, upTo: 1 },
    });
  });

  it('is of one of several clocks, and a level is told while any of them is open in this cycle', () => {
    const two = publishedWith([
      policyWith([repair, testedClock({ id: 'C-06', stops: [{ event: 'CauseVerified' }], cancels: [] })]),
    ]);
    const alertAfter = (...planned: readonly Planned[]) => {
      const events = history(filed(at), ...planned);
      return alertOf(unalertedOf(events), foldClocks(events, two.policyOf))?.alert;
    };
    expect(alertAfter(breached())).toMatchObject({ act: 'breach', clock: 'C-07' });
    expect(alertAfter(escalated(2), repaired('2026-06-01 11:00'))).toMatchObject({ act: 'escalation' });
    // The clock of the first cycle is open for ever, and of that cycle alone.
    const keeps = publishedWith([
      policyWith([testedClock({ id: 'C-06', stops: [], cancels: [], onReopening: 'keep' })]),
    ]);
    const events = history(filed(at), closed(at), reopened(at, 2), escalated(1));
    expect(alertOf(unalertedOf(events), foldClocks(events, keeps.policyOf))).toBeUndefined();
  });

  it.each([
    ['a warning alone', [warned()], [true, false, false]],
    ['a breach, and no more the warning of it', [warned(), breached()], [false, true, false]],
    ['a breach below a level', [breached(), escalated(2)], [false, true, true]],
    ['a breach above the first level', [escalated(1), breached()], [false, true, true]],
    ['a breach that staff was told of before', [breached(), alerted(1), escalated(2)], [false, true, true]],
    ['no level that staff was told of before', [escalated(1), alerted(1), breached()], [false, true, false]],
    [
      'no breach of a clock that is not open',
      [breached(deadline('C-09')), escalated(2)],
      [false, false, true],
    ],
  ] as const)('counts in a digest by all that is true of it: %s', (_name, planned, expected) => {
    const { warned, breached, escalated } = pendingOf(...planned)?.counted ?? {};
    expect([warned, breached, escalated]).toEqual(expected);
  });

  describe('tells besides the highest what else is true of the request', () => {
    const cause = testedClock({
      ...{ id: 'C-06', name: { es: 'causa', en: 'cause' }, stops: [{ event: 'CauseVerified' }] },
    });
    const folio = testedClock({
      ...{ id: 'C-01', name: { es: 'folio', en: 'folio' }, stops: [{ event: 'FolioCommunicated' }] },
    });
    const several = publishedWith([policyWith([repair, cause, folio])]);
    const alsoOf = (...planned: readonly Planned[]) => {
      const events = history(filed(at), ...planned);
      const pending = alertOf(unalertedOf(events), foldClocks(events, several.policyOf));
      return (
        pending && [
          pending.also.missed.map(({ es }) => es),
          pending.also.near.map(({ es }) => es),
          pending.also.level,
        ]
      );
    };
    const [ofCause, ofFolio] = [deadline('C-06'), deadline('C-01')];

    it.each([
      ['nothing, where there is one thing alone', [breached()], [[], [], null]],
      [
        'of a level: each deadline that was missed or draws near',
        [breached(), breached(ofCause), warned(80, ofFolio), escalated(2)],
        [['plazo de prueba', 'causa'], ['folio'], null],
      ],
      [
        'of a breach: the others, and the level that it went up to',
        [breached(), escalated(1), breached(ofCause), warned(80, ofFolio)],
        [['causa'], ['folio'], 1],
      ],
      ['of a warning: the other one', [warned(90), warned(80, ofFolio)], [[], ['folio'], null]],
      [
        'no warning of what was missed since',
        [warned(80), breached(), breached(ofCause)],
        [['causa'], [], null],
      ],
      [
        'also what staff was told of before and is still to be done, but not that it drew near',
        [breached(), warned(80, ofFolio), alerted(2), breached(ofCause)],
        [['plazo de prueba'], [], null],
      ],
      [
        'nothing that was done since',
        [breached(), breached(ofCause), repaired('2026-06-01 11:00')],
        [[], [], null],
      ],
    ] as const)('%s', (_name, planned, expected) => {
      expect(alsoOf(...planned)).toEqual(expected);
    });
  });

  it('is, of two that stand as high, the one that was recorded first', () => {
    const later = event('SlaBreached', '2026-06-01 12:00', deadline());
    expect(pendingOf(breached(), later)?.at).toBe(local(at));
  });

  it('is the same list where nothing was recorded that it could tell', () => {
    const [none]: Unalerted[] = [[]];
    expect(unalertedAfter(none ?? [], reopened(at, 2)(1))).toBe(none);
    expect(unalertedAfter(none ?? [], alerted(1)(1))).toBe(none);
  });

  it('is nothing once the clock or the complaint has ended', () => {
    expect(pendingOf(breached(), escalated(2))).toMatchObject({ of: 2 });
    expect(pendingOf(breached(), escalated(2), closed('2026-06-01 12:00'))).toBeUndefined();
  });

  it('is nothing of a cycle before a reopening', () => {
    const reopening = reopened('2026-06-02 10:00', 2);
    expect(unalertedOf(history(filed(at), breached(), escalated(2), reopening))).toEqual([]);
  });

  it('is nothing that had been due before an import brought it, and what falls due afterwards is', () => {
    expect(keyOf(imported(breached()))).toBeUndefined();
    expect(keyOf(imported(breached()), escalated(1))).toBe('#1:escalation:1');
  });

  it('is no level that a person asked for', () => {
    expect(keyOf(escalated(3, 'user'))).toBeUndefined();
  });

  it('tells how far it tells, and what was recorded meanwhile remains to be told', () => {
    const told = pendingOf(breached(), warned(80));
    expect(told).toMatchObject({ alert: { act: 'breach', upTo: 2 }, of: 2, dueAt: local(at) });
    expect(keyOf(breached(), warned(80), alerted(1))).toBe('C-07#1:warning:80');
    expect(keyOf(breached(), warned(80), alerted(2))).toBeUndefined();
  });

  it('is, of whatever was recorded, never lost: each thing is told or later than what was told', () => {
    const some = fc.constantFrom<Planned>(
      ...heights.map(([, planned]) => planned),
      imported(breached()),
      alerted(1),
      alerted(3),
      alerted(6),
    );
    const [numRuns, seed] = [500, 20_261_127];
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (planned) => {
        const events = history(filed(at), ...planned);
        const told = Math.max(
          -1,
          ...events.flatMap((each, index) =>
            each.type === 'StaffAlerted' ? [Math.min(each.data.upTo, index)] : [],
          ),
        );
        const folded = foldClocks(events, policyOf);
        const left = unalertedOf(events).map(({ recorded }) => recorded.revision);
        const expected = events.flatMap(({ type, recorded: { revision, source } }) =>
          type !== 'Filed' && type !== 'StaffAlerted' && source === undefined && revision > told
            ? [revision]
            : [],
        );
        expect(left).toEqual(expected);
        const pending = alertOf(unalertedOf(events), folded);
        expect(pending?.alert.upTo).toBe(left.at(-1));
        expect(pending?.of ?? 0).toBe(left.length);
      }),
      { numRuns, seed },
    );
  });
});
