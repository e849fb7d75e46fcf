import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf } from '../../../src/domain/kernel/instant.js';
import type { ClockEvent } from '../../../src/domain/sla/clocks/facts.js';
import { readClocks } from '../../../src/domain/sla/clocks/read-clocks.js';
import { dueOf, type DueQuestion } from '../../../src/domain/sla/due.js';
import { stepsOf } from '../../../src/domain/sla/steps.js';
import { clockExplanation } from '../../../src/domain/texts/deadlines/clock-text.js';
import { explanationOf } from '../../../src/domain/texts/deadlines/explanation.js';
import { calendars, pausesFrom, starts, zones } from '../../domain/sla/arbitraries.js';
import { formatDay } from '../../../src/domain/sla/local-date.js';
import type { CalendarSource } from '../../../src/domain/sla/calendar.js';
import type { BusinessCalendar } from '../../../src/domain/sla/compile-calendar.js';
import type { Week } from '../../../src/domain/sla/week.js';
import { calendar, local, on, transitionsOf } from '../../domain/sla/calendars.js';
import { isCounted, publishedWith } from '../../domain/sla/clocks/histories.js';
import { lives, livesRuledInTime, times } from '../../domain/sla/clocks/lives.js';
import { mexican } from '../../domain/sla/policy/policies.js';
import { root } from '../../support/built.js';
import { proof, proofTimeout } from '../../support/proof.js';

const hasPython =
  spawnSync('python3', ['-c', 'import zoneinfo; zoneinfo.ZoneInfo("America/Mexico_City")']).status === 0;

/** Reads zones with their transitions, and prints those for which zoneinfo shows the same offsets. */
const agreeing = `
import json, sys
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo
for name, transitions in json.load(sys.stdin).items():
    zone, ends = ZoneInfo(name), [each["at"] for each in transitions[1:]] + ["2029-01-02T00:00:00.000Z"]
    def shows(text, before, offset):
        at = datetime.fromisoformat(text.replace("Z", "+00:00")) - timedelta(milliseconds=before)
        return at.astimezone(zone).utcoffset() == timedelta(minutes=offset)
    if all(shows(each["at"], 0, each["offset"]) and shows(end, 1, each["offset"]) for each, end in zip(transitions, ends)):
        print(name)
`;

/** Two time-zone tables may be of different years, and then both are right: only zones that they agree on are counted. */
const zonesInPython = (): ReadonlySet<string> => {
  const tables = zones.map((zone) => [
    zone,
    transitionsOf(zone, Date.UTC(1999, 11, 31), Date.UTC(2029, 0, 2)),
  ]);
  const ran = spawnSync('python3', ['-c', agreeing], {
    input: JSON.stringify(Object.fromEntries(tables)),
    encoding: 'utf8',
  });
  return new Set(ran.stdout.split('\n'));
};

const questions = fc.tuple(calendars, starts).chain(([calendar, start]) =>
  fc
    .record({
      term: fc.oneof(
        fc.integer({ min: 0, max: 9000 }).map((minutes) => ({ kind: 'minutes', minutes }) as const),
        fc.integer({ min: 0, max: 25 }).map((days) => ({ kind: 'business-days', days }) as const),
      ),
      pauses: pausesFrom(start, 3),
      lasting: fc.boolean(),
    })
    .map(({ term, pauses, lasting }) => ({
      calendar,
      question: {
        start: instantOf(start),
        term,
        pauses: pauses.map(({ from, to }, index) => ({
          from: instantOf(from),
          ...(lasting && index === 0 ? {} : { to: instantOf(to) }),
        })),
        at: instantOf(start),
      } satisfies DueQuestion,
    })),
);

/** A due instant as the library has it, and the words that tell it. */
interface Told {
  readonly due: string;
  readonly explanation: readonly string[];
}

const countAgain = (told: readonly Told[], seed: number): void => {
  const ran = spawnSync('python3', [join(root, 'prove/due/recount.py')], {
    input: told.map(({ explanation }) => JSON.stringify({ explanation })).join('\n'),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  expect({ seed, stderr: ran.stderr }).toEqual({ seed, stderr: '' });
  const counted = ran.stdout.trim().split('\n');
  expect(counted).toHaveLength(told.length);
  told.forEach(({ due, explanation }, index) => {
    if (counted[index] !== due)
      expect({ seed, explanation, due: counted[index] }).toEqual({ seed, explanation, due });
  });
};

const policies = [mexican, { ...mexican, version: 2, clocks: mexican.clocks.slice(3) }];

/** What is told of the clocks of a complaint at an instant, of those that were counted. */
const toldOf = (life: readonly ClockEvent[], at: string): readonly Told[] => {
  const published = publishedWith(policies);
  return readClocks(life, published, local(at)).clocks.flatMap((reading) => {
    if (!isCounted(reading) || reading.calendar === null) return [];
    const calendar = published.calendarOf(reading.calendar);
    return [{ due: reading.dueAt ?? 'held', explanation: clockExplanation(reading, calendar, 'es') }];
  });
};

describe('an explanation holds all that it takes to count again', () => {
  /** A term of years with a pause in it. */
  const long = (open: BusinessCalendar, term: DueQuestion['term']): Told => {
    const start = local('2026-06-01 10:00');
    const question = {
      start,
      term,
      pauses: [{ from: local('2027-03-01 10:00'), to: local('2027-03-09 12:00') }],
      at: start,
    };
    const outcome = dueOf(open, question);
    if (!outcome.ok) throw new Error(outcome.code);
    return { due: outcome.due.dueAt ?? 'held', explanation: explanationOf(stepsOf(open, question), 'es') };
  };
  const tijuana = (week: Week, more: Partial<CalendarSource> = {}) =>
    calendar('America/Tijuana', week, { until: '2046-12-31', ...more });
  const open = ['09:00-18:00'];

  (hasPython ? it : it.skip)(
    'of a desk that opens a day or two a week, over years, in lines that a person can read: equal weeks are one (I-18)',
    () => {
      const told = ['mon', 'mon tue', 'mon wed', 'mon wed fri'].flatMap((days) => [
        long(tijuana(on(days, ...open)), { kind: 'minutes', minutes: 500 * 540 }),
        long(tijuana(on(days, ...open)), { kind: 'business-days', days: 500 }),
      ]);
      for (const { explanation } of told) expect(explanation.length).toBeLessThan(60);
      expect(told[0]?.explanation.some((line) => line.includes(', y así 17 semanas seguidas'))).toBe(true);
      countAgain(told, 0);
    },
  );

  (hasPython ? it : it.skip)(
    'of weeks of two kinds that come in turn, over years, in lines that a person can read (I-18)',
    () => {
      const first = Math.floor(Date.UTC(2026, 5, 8) / 86_400_000);
      // Every second week a desk of Monday to Friday opens on Saturday and Sunday alone, past midnight.
      const overrides: Record<string, readonly string[]> = {};
      for (let turn = 0; turn < 200; turn += 1)
        for (const day of [0, 1, 2, 3, 4, 5, 6])
          overrides[formatDay(first + turn * 14 + day)] = day < 5 ? [] : ['22:00-30:00'];
      const weekdays = on('mon tue wed thu fri', ...open);
      const calendars = [
        tijuana(weekdays, { overrides }),
        tijuana({ ...weekdays, sat: ['09:00-15:00'] }, { holidays: ['2026-09-16', '2027-02-01'] }),
      ];
      const told = calendars.flatMap((each) => [
        long(each, { kind: 'minutes', minutes: 60 * 51 * 60 }),
        long(each, { kind: 'business-days', days: 250 }),
      ]);
      for (const { explanation } of told) expect(explanation.length).toBeLessThan(80);
      const lines = told.flatMap(({ explanation }) => explanation);
      for (const again of [/^Cada semana, \d+ veces/, /^Cada 2 semanas, \d+ veces/])
        expect(lines.filter((line) => again.test(line)).length).toBeGreaterThan(1);
      countAgain(told, 0);
    },
  );

  (hasPython ? it : it.skip)(
    'a program in another language comes to the same due instant from its words alone (I-18)',
    () => {
      const { numRuns, seed = Date.now() % 2 ** 31 } = proof(60);
      const known = zonesInPython();
      expect(known.has('America/Mexico_City')).toBe(true);
      const told = fc.sample(questions, { numRuns, seed }).flatMap(({ calendar, question }) => {
        if (!known.has(calendar.zoneName)) return [];
        const outcome = dueOf(calendar, question);
        if (!outcome.ok) return [];
        const explanation = explanationOf(stepsOf(calendar, question), 'es');
        return [{ due: outcome.due.dueAt ?? 'held', explanation }];
      });
      countAgain(told, seed);
    },
    proofTimeout(60),
  );

  (hasPython ? it : it.skip)(
    'of the clocks of a complaint too, whatever became of it: what is met or late agrees with it (I-18)',
    () => {
      const { numRuns, seed = Date.now() % 2 ** 31 } = proof(60);
      const drawn = fc.sample(fc.tuple(fc.oneof(lives, livesRuledInTime), times), { numRuns, seed });
      const told = drawn.flatMap((each) => toldOf(...each));
      expect(told.length).toBeGreaterThan(numRuns);
      const lines = told.flatMap(({ explanation }) => explanation);
      for (const word of ['de tiempo corrido', 'días hábiles', 'Se cumplió', 'ya vencido', 'Pausa: '])
        expect([word, lines.some((line) => line.includes(word))]).toEqual([word, true]);
      expect(lines.filter((line) => /tiempo hábil/.test(line))).toEqual([]);
      countAgain(told, seed);
    },
    proofTimeout(60),
  );
});
