import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalize } from 'json-canonicalize';
import { nextOpenInstant, openTimeBetween } from '../../../src/domain/sla/business-time.js';
import { foldClocks } from '../../../src/domain/sla/clocks/clock-fold.js';
import { pendingClocks } from '../../../src/domain/sla/clocks/pending.js';
import { readClocks } from '../../../src/domain/sla/clocks/read-clocks.js';
import { instantOfShare } from '../../../src/domain/sla/clocks/share.js';
import { dueOf } from '../../../src/domain/sla/due.js';
import { stepsOf } from '../../../src/domain/sla/steps.js';
import { clockExplanation } from '../../../src/domain/texts/deadlines/clock-text.js';
import { explanationOf } from '../../../src/domain/texts/deadlines/explanation.js';
import { minuteCases, standing, termOf, type Asked } from './oracle-cases.js';
import { always, calendar, local, on } from './calendars.js';
import { lives, published, times } from './clocks/lives.js';
import { withoutTheMachine } from './without-the-machine.js';

describe('the answers to the cases of the oracle', () => {
  it('are these bytes in any process time zone and on any Node, with Intl replaced by a thrower (I-18)', () => {
    // What calendars are published with is asked of the machine before; evaluation asks it nothing.
    const all = [
      ...minuteCases.map(([name, asked]) => [name, asked] as const),
      ...Object.entries<() => Asked>(standing),
    ];
    const questions = all.map(([name, asked]) => [name, asked()] as const);
    const answers = withoutTheMachine(() =>
      questions.map(([name, asked]) => {
        const { calendar, start, pauses = [], at = start } = asked;
        const question = { start, term: termOf(asked), pauses, at };
        const steps = stepsOf(calendar, question);
        return canonicalize({
          name,
          outcome: dueOf(calendar, question),
          shares: [50, 80, 100, 150].map((percent) => instantOfShare(calendar, question, percent)),
          es: explanationOf(steps, 'es'),
          en: explanationOf(steps, 'en'),
        });
      }),
    );
    expect(`${answers.join('\n')}\n`).toMatchSnapshot();
  });

  it('of elapsed time and of the next opening are these, too: cases 35 and 37 (I-18)', () => {
    const berlin = always('Europe/Berlin');
    const newYork = calendar('America/New_York', on('sat sun tue', '02:00-17:00'));
    expect(
      withoutTheMachine(() => [
        nextOpenInstant(newYork, Date.parse('2015-11-01T01:59:30-04:00')),
        openTimeBetween(
          berlin,
          Date.parse('2020-03-29T01:49:00+01:00'),
          Date.parse('2020-03-29T03:15:00+02:00'),
        ),
      ]),
    ).toEqual([Date.parse('2015-11-01T07:00:00Z'), 26 * 60_000]);
  });

  it('about the clocks of a complaint, and what they still have to record, are these bytes (I-18)', () => {
    const drawn = fc.sample(fc.tuple(lives, times), { numRuns: 60, seed: 20_261_128 });
    const asked = drawn.map(([life, at]) => [life, local(at)] as const);
    const told = withoutTheMachine(() =>
      asked.map(([life, at]) => {
        const { clocks } = readClocks(life, published, at);
        const explained = clocks.map((reading) => {
          const ref = 'calendar' in reading ? reading.calendar : null;
          return clockExplanation(reading, ref === null ? undefined : published.calendarOf(ref), 'es');
        });
        const pending = pendingClocks(foldClocks(life, published.policyOf), published.calendarOf);
        return canonicalize({ clocks, explained, acts: pending.map(({ acts, dueAt }) => ({ acts, dueAt })) });
      }),
    );
    // A digest: where it differs, the cases of clocks say which value does.
    expect(createHash('sha256').update(told.join('\n')).digest('hex')).toMatchSnapshot();
  });
});
