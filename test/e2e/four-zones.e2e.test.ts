import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf } from '../../src/domain/kernel/instant.js';
import { pausesFrom, publishedCalendars, starts } from '../domain/sla/arbitraries.js';
import {
  everyDay,
  local,
  mexicanHolidays,
  mexico,
  officeSource,
  on,
  published,
} from '../domain/sla/calendars.js';
import { lives, times } from '../domain/sla/clocks/lives.js';
import { mexican } from '../domain/sla/policy/policies.js';
import { builtFile } from '../support/built.js';

const seed = Date.now() % 2 ** 31;

const terms = fc.tuple(publishedCalendars, starts).chain(([calendar, start]) =>
  fc
    .record({
      term: fc.oneof(
        fc.integer({ min: 0, max: 9000 }).map((minutes) => ({ kind: 'minutes', minutes }) as const),
        fc.integer({ min: 0, max: 25 }).map((days) => ({ kind: 'business-days', days }) as const),
      ),
      pauses: pausesFrom(start, 3),
      later: fc.nat(10 ** 9),
    })
    .map(({ term, pauses, later }) => ({
      calendar,
      question: {
        start: instantOf(start),
        term,
        pauses: pauses.map(({ from, to }) => ({ from: instantOf(from), to: instantOf(to) })),
        at: instantOf(start + later),
      },
    })),
);

const asked = {
  terms: fc.sample(terms, { numRuns: 200, seed }),
  lives: fc
    .sample(fc.tuple(lives, times), { numRuns: 100, seed })
    .map(([events, at]) => ({ events, at: local(at) })),
  policies: [mexican, { ...mexican, version: 2, clocks: mexican.clocks.slice(3) }],
  calendars: {
    'always@1': published(mexico, on(everyDay, '00:00-24:00')),
    'office@1': published(mexico, officeSource(), { holidays: mexicanHolidays }),
  },
};

const answersIn = (zone: string): string => {
  const dist = dirname(dirname(builtFile('domain/index.js')));
  const ran = spawnSync(process.execPath, [join(__dirname, 'children/answers.mjs'), dist], {
    input: JSON.stringify(asked),
    encoding: 'utf8',
    env: { ...process.env, TZ: zone },
    maxBuffer: 2 ** 28,
  });
  expect({ seed, zone, stderr: ran.stderr }).toEqual({ seed, zone, stderr: '' });
  return ran.stdout;
};

describe('a process in another time zone', () => {
  it('answers every deadline and explains it to the byte alike: UTC, Tijuana, Kolkata, Apia (I-18)', () => {
    const [first, ...others] = ['UTC', 'America/Tijuana', 'Asia/Kolkata', 'Pacific/Apia'].map(answersIn);
    expect(first?.trim().split('\n')).toHaveLength(300);
    expect(first).toContain('Vence el ');
    for (const other of others) expect({ seed, equal: other === first }).toEqual({ seed, equal: true });
  });
});
