import { describe, expect, it } from '@jest/globals';
import { clockExplanation } from '../../../src/domain/texts/deadlines/clock-text.js';
import {
  countedAt,
  filed,
  held,
  history,
  publishedWith,
  repaired,
  resumed,
  type Planned,
} from '../sla/clocks/histories.js';
import { always, local } from '../sla/calendars.js';
import { minutes, policyWith, testedClock } from '../sla/policy/policies.js';

const twoHours = publishedWith([policyWith([testedClock({ terms: [minutes(120)] })])]);
const paused = [filed('2026-06-02 08:00'), held('2026-06-02 09:00')];
const over = [...paused, resumed('2026-06-02 10:05')];

const told = (events: readonly Planned[], at: string, language: 'es' | 'en' = 'es') =>
  clockExplanation(countedAt(history(...events), twoHours, at), always(), language);

describe('The explanation of a clock', () => {
  it('tells what pauses it, on whose account, and when it would be due if that ended now (case 24)', () => {
    expect(told(paused, '2026-06-02 10:00').slice(-3)).toEqual([
      'Sin vencimiento mientras dure la pausa.',
      'En pausa desde el martes 2 de junio de 2026, 09:00 h: prórroga de una autoridad, se atribuye a la autoridad.',
      'Si la pausa terminara ahora, vencería el martes 2 de junio de 2026, 11:00 h.',
    ]);
    expect(told(paused, '2026-06-02 10:00', 'en').slice(-2)).toEqual([
      'Paused since Tuesday 2 June 2026, 09:00: extension granted by an authority, put down to the authority.',
      'If the pause ended now, it would be due on Tuesday 2 June 2026, 11:00.',
    ]);
  });

  it('tells by which day a paused term of days would end if the pause ended now', () => {
    const days = publishedWith([
      policyWith([testedClock({ terms: [{ ...minutes(0), term: { kind: 'business-days', days: 2 } }] })]),
    ]);
    const line = (language: 'es' | 'en') =>
      clockExplanation(countedAt(history(...paused), days, '2026-06-02 10:00'), always(), language).at(-1);
    expect(line('es')).toBe(
      'Si la pausa terminara ahora, vencería al terminar el jueves 4 de junio de 2026.',
    );
    expect(line('en')).toBe('If the pause ended now, it would be due at the end of Thursday 4 June 2026.');
  });

  it('tells of a pause that is over, and nothing of what would be', () => {
    expect(told(over, '2026-06-02 10:30').slice(-2)).toEqual([
      'Vence el martes 2 jun 2026 a las 11:05.',
      'En pausa del martes 2 de junio de 2026, 09:00 h al martes 2 de junio de 2026, 10:05 h: prórroga de una autoridad, se atribuye a la autoridad.',
    ]);
    expect(told(over, '2026-06-02 10:30', 'en').at(-1)).toBe(
      'Paused from Tuesday 2 June 2026, 09:00 to Tuesday 2 June 2026, 10:05: extension granted by an authority, put down to the authority.',
    );
  });

  it('tells how it ended last, and no pause that began after it', () => {
    const done = [filed('2026-06-02 08:00'), repaired('2026-06-02 09:00'), held('2026-06-02 09:30')];
    expect(told(done, '2026-06-03 09:00').at(-1)).toBe('Se cumplió el martes 2 de junio de 2026, 09:00 h.');
    expect(countedAt(history(...done), twoHours, '2026-06-03 09:00').pauses).toEqual([]);
  });

  it('holds no code and no UTC stamp', () => {
    for (const line of told(over, '2026-06-02 12:00'))
      expect(line).not.toMatch(/\bC-\d|\dZ\b|T\d\d:|authority|extension/);
  });
});

describe('The pauses of a clock', () => {
  it('are all that held it up, with whom they are put down to, in the order in which they began', () => {
    const twice = [...over, held('2026-06-02 10:30')];
    expect(countedAt(history(...twice), twoHours, '2026-06-02 10:40').pauses).toEqual([
      {
        reason: 'authority-extension',
        attributedTo: 'authority',
        from: local('2026-06-02 09:00'),
        to: local('2026-06-02 10:05'),
      },
      {
        reason: 'authority-extension',
        attributedTo: 'authority',
        from: local('2026-06-02 10:30'),
        to: null,
      },
    ]);
  });
});
