import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ComplaintEvent } from '../../../src/domain/complaint/events.js';
import { holdReasons, type HoldReason } from '../../../src/domain/complaint/follow-up/messages.js';
import { isPausing } from '../../../src/domain/complaint/pause-reasons.js';
import { pausedMilliseconds, pausesOf, type Pause } from '../../../src/domain/complaint/pauses.js';
import { visitFailures, type VisitFailure } from '../../../src/domain/complaint/vocabulary.js';
import { answered, filed, given, happened, hours, on, people, repaired } from '../../../src/testing/index.js';
import type { Step } from '../../../src/testing/index.js';

const at = (hour: number, event: ComplaintEvent): Step => on(hours(hour), { event, by: people.system });

const asked = (hour: number, request = 1) => at(hour, happened('InformationRequested', { request }));
const told = (hour: number, ...requests: readonly number[]) =>
  at(hour, happened('InformationReceived', { requests }));
const held = (hour: number, reason: HoldReason) => at(hour, happened('PutOnHold', { reason }));
const resumed = (hour: number) => at(hour, happened('Resumed', { reason: 'other' }));
const window = (hour: number) => ({ from: hours(hour), to: hours(hour + 4) });
const scheduled = (hour: number, from: number, visit = 1) =>
  at(hour, happened('VisitScheduled', { visit, visitor: 'rt-1', window: window(from), purpose: 'repair' }));
const moved = (hour: number, from: number, by: 'user' | 'provider', visit = 1) =>
  at(hour, happened('VisitRescheduled', { visit, visitor: 'rt-1', window: window(from), by }));
const failed = (hour: number, reason: VisitFailure, visit = 1) =>
  at(hour, happened('VisitFailed', { visit, reason, failedAt: hours(hour) }));
const done = (hour: number, visit = 1) =>
  at(hour + 1, happened('VisitCompleted', { visit, startedAt: hours(hour), endedAt: hours(hour + 1) }));
const cancelled = (hour: number, visit = 1) => at(hour, happened('VisitCancelled', { visit, by: 'user' }));
const contacted = (hour: number, direction: 'from-user' | 'to-user') =>
  at(hour, happened('ContactMade', { direction, channel: 'phone', contactedAt: hours(hour) }));

const pauses = (...steps: readonly Step[]) => pausesOf(given(filed(), ...steps).events);
const spans = (...steps: readonly Step[]) =>
  pauses(...steps).map(({ reason, from, to }) => [reason, from, to] as const);

describe('A pause has a reason that is not the provider’s (I-15)', () => {
  it('information asked of the user pauses the answer until it comes', () => {
    expect(pauses(asked(2), told(5, 1))).toEqual([
      {
        reason: 'information-requested',
        attributedTo: 'user',
        clocks: ['answer'],
        from: hours(2),
        to: hours(5),
        began: 2,
        ended: 3,
      },
    ]);
  });

  it('each request for itself', () => {
    expect(spans(asked(2, 1), asked(3, 2), told(5, 1))).toEqual([
      ['information-requested', hours(2), hours(5)],
      ['information-requested', hours(3), undefined],
    ]);
  });

  it.each(['user-absent', 'no-access', 'refused-entry'] as const)(
    'a visit that fails for it pauses the repair: %s',
    (reason) => {
      const [pause] = pauses(scheduled(1, 8), failed(9, reason));
      expect(pause).toMatchObject({ reason, attributedTo: 'user', clocks: ['repair'], from: hours(9) });
    },
  );

  it.each([
    ['another visit is agreed', scheduled(12, 30, 2)],
    ['another visit is asked for', at(12, happened('VisitRequested', { visit: 2, purpose: 'repair' }))],
    ['a visit that was agreed before takes place', done(12, 2)],
    ['the user calls back', contacted(12, 'from-user')],
    ['the fault is corrected all the same', on(hours(12), repaired({ restoredAt: hours(12) }))],
  ])('until %s', (_name, step) => {
    expect(spans(scheduled(1, 8), failed(9, 'user-absent'), step)).toEqual([
      ['user-absent', hours(9), hours(12)],
    ]);
  });

  it('no contact from before a visit ends the absence from it, nor one in that moment begins it', () => {
    const before = at(
      12,
      happened('ContactMade', { direction: 'from-user', channel: 'phone', contactedAt: hours(7) }),
    );
    expect(spans(scheduled(1, 8), failed(9, 'user-absent'), before)).toEqual([
      ['user-absent', hours(9), undefined],
    ]);
    expect(spans(scheduled(1, 8), failed(9, 'user-absent'), contacted(9, 'from-user'))).toEqual([]);
  });

  it('no pause begins because the provider tries to reach the user', () => {
    expect(spans(scheduled(1, 8), failed(9, 'user-absent'), contacted(12, 'to-user'))).toEqual([
      ['user-absent', hours(9), undefined],
    ]);
  });

  it('a later appointment at the wish of the user counts from the one that was offered', () => {
    expect(pauses(scheduled(1, 8), moved(3, 30, 'user'))).toEqual([
      {
        reason: 'later-appointment',
        attributedTo: 'user',
        clocks: ['repair'],
        from: hours(8),
        to: hours(30),
        began: 3,
      },
    ]);
  });

  it('one wish of the user for another time follows the other', () => {
    expect(spans(scheduled(1, 8), moved(3, 30, 'user'), moved(4, 40, 'user'))).toEqual([
      ['later-appointment', hours(8), hours(30)],
      ['later-appointment', hours(30), hours(40)],
    ]);
  });

  it.each([
    ['an earlier one is agreed', moved(5, 20, 'user'), 20],
    ['the provider comes earlier', moved(5, 20, 'provider'), 20],
    ['the visit takes place earlier', done(25), 25],
    ['the visit is cancelled', cancelled(12), 12],
    ['the fault is corrected', on(hours(12), repaired({ restoredAt: hours(12) })), 12],
  ])('cut short where %s', (_name, step, end) => {
    expect(spans(scheduled(1, 8), moved(3, 30, 'user'), step)).toEqual([
      ['later-appointment', hours(8), hours(end)],
    ]);
  });

  it('the wish for another time ends by itself where the visit takes place as agreed', () => {
    expect(pauses(scheduled(1, 8), moved(3, 30, 'user'), done(30))[0]).not.toHaveProperty('ended');
  });

  it('the wish for another time is not known where a reader drops what was offered', () => {
    expect(spans(moved(3, 30, 'user'))).toEqual([]);
  });

  it('a pause is gone where it never came to last', () => {
    expect(spans(scheduled(1, 8), moved(3, 30, 'user'), moved(5, 6, 'provider'))).toEqual([]);
    expect(spans(scheduled(1, 8), moved(3, 30, 'user'), cancelled(7))).toEqual([]);
  });

  it('an earlier appointment at the wish of the user pauses nothing, nor does a later one of the provider', () => {
    expect(spans(scheduled(1, 8), moved(3, 6, 'user'))).toEqual([]);
    expect(spans(scheduled(1, 8), moved(3, 30, 'provider'))).toEqual([]);
    expect(spans(scheduled(1, 8), moved(3, 30, 'provider'), moved(4, 40, 'user'))).toEqual([
      ['later-appointment', hours(30), hours(40)],
    ]);
  });

  it('an extension that an authority grants pauses answer and repair, force majeure the penalty alone', () => {
    expect(pauses(held(2, 'authority-extension'), resumed(5), held(6, 'force-majeure'))).toMatchObject([
      { attributedTo: 'authority', clocks: ['answer', 'repair'], from: hours(2), to: hours(5) },
      { attributedTo: 'nobody', clocks: ['penalty'], from: hours(6) },
    ]);
  });

  it('one hold takes the place of another', () => {
    expect(spans(held(2, 'force-majeure'), held(4, 'crew'), resumed(9))).toEqual([
      ['force-majeure', hours(2), hours(4)],
    ]);
  });

  it('a resume that is told late ends no hold that has ended', () => {
    expect(spans(held(2, 'force-majeure'), resumed(9), resumed(5))).toEqual([
      ['force-majeure', hours(2), hours(9)],
    ]);
  });

  it('a repair ends no wait for information, and an answer no absence', () => {
    expect(spans(asked(2), on(hours(12), repaired({ restoredAt: hours(12) })))).toEqual([
      ['information-requested', hours(2), undefined],
    ]);
    expect(spans(scheduled(1, 8), failed(9, 'user-absent'), on(hours(12), answered()))).toEqual([
      ['user-absent', hours(9), undefined],
    ]);
  });

  const ofTheProvider: readonly (readonly [string, Step])[] = [
    ...holdReasons
      .filter((reason) => !isPausing(reason))
      .map((reason) => [`waiting for ${reason}`, held(2, reason)] as const),
    ...visitFailures
      .filter((reason) => !['user-absent', 'no-access', 'refused-entry'].includes(reason))
      .map((reason) => [`a visit that fails: ${reason}`, failed(9, reason)] as const),
  ];
  it.each(ofTheProvider)('%s pauses nothing', (_name, step) => {
    expect(pauses(scheduled(1, 8), step)).toEqual([]);
  });
});

describe('Every pause ends, by a resume or with the complaint (I-15)', () => {
  const ends: readonly (readonly [string, Step])[] = [
    ['Closed', at(20, happened('Closed', { reason: 'notified' }))],
    ['Withdrawn', at(20, happened('Withdrawn', { reason: 'other' }))],
    ['Lapsed', at(20, happened('Lapsed', { reason: 'no-answer' }))],
    ['MarkedDuplicate', at(20, happened('MarkedDuplicate', { of: 'CON-000001-1', toldTo: [] }))],
    ['NotAccepted', at(20, happened('NotAccepted', { reason: 'out-of-scope' }))],
  ];
  it.each(ends)('with %s', (_name, end) => {
    const open = [
      asked(2),
      held(3, 'force-majeure'),
      scheduled(4, 8),
      failed(9, 'no-access'),
      scheduled(10, 18, 2),
      moved(11, 40, 'user', 2),
      failed(18, 'user-absent', 3),
    ];
    const until = hours(20);
    expect(spans(...open, end, at(30, happened('Reopened', { cycle: 2, reason: 'new-facts' })))).toEqual([
      ['information-requested', hours(2), until],
      ['force-majeure', hours(3), until],
      ['no-access', hours(9), hours(10)],
      ['later-appointment', hours(18), until],
      ['user-absent', hours(18), until],
    ]);
  });

  it('no answer waits for the user once it is given', () => {
    expect(spans(asked(2), on(hours(6), answered()))).toEqual([
      ['information-requested', hours(2), hours(6)],
    ]);
  });

  it('a new cycle begins without pauses, but for an appointment that stands', () => {
    const before = [asked(2), held(3, 'force-majeure'), scheduled(4, 8), moved(5, 30, 'user')];
    expect(spans(...before, at(10, happened('Reopened', { cycle: 2, reason: 'not-satisfied' })))).toEqual([
      ['information-requested', hours(2), hours(10)],
      ['force-majeure', hours(3), hours(10)],
      ['later-appointment', hours(8), hours(30)],
    ]);
  });

  it('while the user may be called again after the answer', () => {
    expect(spans(on(hours(6), answered()), asked(7))).toEqual([
      ['information-requested', hours(7), undefined],
    ]);
  });
});

describe('The total of what was paused (I-15)', () => {
  const some = pauses(
    asked(2, 1),
    asked(3, 2),
    told(5, 1),
    told(8, 2),
    asked(10, 3),
    held(11, 'force-majeure'),
  );
  const hour = 3_600_000;

  it.each([
    [1, 0],
    [2, 0],
    [4, 2],
    [9, 6],
    [12, 8],
  ])(
    'counts overlaps once and what lasts up to the moment asked for: at hour %d, %d hours',
    (until, expected) => {
      expect(pausedMilliseconds(some, 'answer', hours(until))).toBe(expected * hour);
    },
  );

  it('is counted for each kind of clock by itself', () => {
    expect(pausedMilliseconds(some, 'penalty', hours(12))).toBe(hour);
    expect(pausedMilliseconds(some, 'repair', hours(12))).toBe(0);
  });
});

/** Any history, in any order of types; dates may go back. */
const anyStory = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 60 }),
      fc.nat(14),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 0, max: 60 }),
    ),
    { maxLength: 30 },
  )
  .map((choices) =>
    choices.map(([hour, choice, number, other]): Step => {
      const steps = [
        asked(hour, number),
        told(hour, number),
        held(hour, 'force-majeure'),
        held(hour, 'authority-extension'),
        held(hour, 'parts'),
        resumed(hour),
        scheduled(hour, other, number),
        moved(hour, other, 'user', number),
        moved(hour, other, 'provider', number),
        failed(hour, 'user-absent', number),
        failed(hour, 'weather', number),
        done(hour, number),
        cancelled(hour, number),
        contacted(hour, 'from-user'),
        on(hours(hour), answered()),
      ];
      return steps[choice] ?? resumed(hour);
    }),
  );

const anyPauses = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.option(fc.integer({ min: 1, max: 50 }))), {
    maxLength: 12,
  })
  .map((choices) =>
    choices.map(([from, length], began): Pause => ({
      reason: 'information-requested',
      attributedTo: 'user',
      clocks: ['answer'],
      from: hours(from),
      ...(length === null ? {} : { to: hours(from + length) }),
      began,
    })),
  );
const anyHour = fc.integer({ min: 0, max: 160 });

describe('Whatever is recorded, and whichever part of it is read', () => {
  it('a pause has a length, and names the event that began it', () => {
    fc.assert(
      fc.property(anyStory, fc.infiniteStream(fc.boolean()), (steps, keep) => {
        const part = given(...steps).events.filter(() => keep.next().value);
        const revisions = part.map(({ recorded }) => recorded.revision);
        for (const { from, to, began } of pausesOf(part)) {
          expect(to === undefined || from < to).toBe(true);
          expect(revisions).toContain(began);
        }
      }),
    );
  });

  it('nothing is paused after the end', () => {
    fc.assert(
      fc.property(anyStory, fc.integer({ min: 0, max: 60 }), (steps, hour) => {
        const ended = pauses(...steps, at(hour, happened('Withdrawn', { reason: 'other' })));
        for (const { to } of ended) expect(to !== undefined && to <= hours(hour)).toBe(true);
      }),
    );
  });

  it('nothing is paused where the user and the authorities did nothing', () => {
    const provider = fc.constantFrom<Step>(
      held(3, 'crew'),
      held(4, 'supplier'),
      resumed(5),
      scheduled(6, 20),
      moved(7, 50, 'provider'),
      failed(51, 'provider-missed'),
      failed(52, 'safety'),
      contacted(53, 'to-user'),
    );
    fc.assert(
      fc.property(fc.array(provider, { maxLength: 20 }), (steps) => {
        expect(pauses(...steps)).toEqual([]);
      }),
    );
  });
});

describe('The total, by the hour', () => {
  const total = (some: readonly Pause[], until: number) =>
    pausedMilliseconds(some, 'answer', hours(until)) / 3_600_000;

  it('is the number of hours in which some pause lasts', () => {
    fc.assert(
      fc.property(anyPauses, anyHour, (some, until) => {
        const paused = Array.from({ length: until }, (_none, hour) => hours(hour)).filter((hour) =>
          some.some(({ from, to }) => from <= hour && (to === undefined || hour < to)),
        );
        expect(total(some, until)).toBe(paused.length);
      }),
    );
  });

  it('is the same in any order, and when a pause is split in two', () => {
    fc.assert(
      fc.property(anyPauses, anyHour, anyHour, (some, until, cut) => {
        const split = some.flatMap((pause) => {
          const middle = hours(cut);
          const inside = pause.from < middle && (pause.to === undefined || middle < pause.to);
          return inside
            ? [
                { ...pause, from: middle },
                { ...pause, to: middle },
              ]
            : [pause];
        });
        expect(total(split.toReversed(), until)).toBe(total(some, until));
      }),
    );
  });

  it('never shrinks as time goes on', () => {
    fc.assert(
      fc.property(anyPauses, anyHour, fc.nat(40), (some, until, more) => {
        const grown = total(some, until + more) - total(some, until);
        expect(grown).toBeGreaterThanOrEqual(0);
        expect(grown).toBeLessThanOrEqual(more);
      }),
    );
  });
});
