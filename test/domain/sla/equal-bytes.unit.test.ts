import { describe, expect, it } from '@jest/globals';
import { canonicalize } from 'json-canonicalize';
import { instantOfShare } from '../../../src/domain/sla/clocks/share.js';
import { dueOf } from '../../../src/domain/sla/due.js';
import { stepsOf } from '../../../src/domain/sla/steps.js';
import { explanationOf } from '../../../src/domain/texts/deadlines/explanation.js';
import { minuteCases, termOf } from './oracle-cases.js';
import { withoutTheMachine } from './without-the-machine.js';

describe('the answers to the cases of the oracle', () => {
  it('are these bytes in any process time zone and on any Node, with Intl replaced by a thrower (I-18)', () => {
    // What calendars are published with is asked of the machine before; evaluation asks it nothing.
    const questions = minuteCases.map(([name, asked]) => [name, asked()] as const);
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
});
