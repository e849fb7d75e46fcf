import { describe, expect, it } from '@jest/globals';
import type { Language } from '../../../src/domain/complaint/vocabulary.js';
import type { BusinessCalendar } from '../../../src/domain/sla/compile-calendar.js';
import { dueOf, type PauseSpan, type Term } from '../../../src/domain/sla/due.js';
import { formatDay, parseDay } from '../../../src/domain/sla/local-date.js';
import { stepsOf } from '../../../src/domain/sla/steps.js';
import { explanationOf } from '../../../src/domain/texts/deadlines/explanation.js';
import { always, calendar, everyDay, instant, mexico, on, workdays } from './calendars.js';

const minutes = (count: number): Term => ({ kind: 'minutes', minutes: count });
const days = (count: number): Term => ({ kind: 'business-days', days: count });

/** A pause between times of Mexico City in June 2026, each `dd hh:mm`; without an end it lasts. */
const pause = (from: string, to?: string): PauseSpan => {
  const june = (text: string) => instant(`2026-06-${text.replace(' ', 'T')}:00-06:00`);
  return { from: june(from), ...(to !== undefined && { to: june(to) }) };
};

type Asked = readonly [on: BusinessCalendar, start: string, term: Term, pauses?: readonly PauseSpan[]];

const stepsFor = ([on, start, term, pauses = []]: Asked) =>
  stepsOf(on, { start: instant(start), term, pauses, at: instant(start) });

/** What is said from the term on. */
const said = (asked: Asked, language: Language = 'es') => explanationOf(stepsFor(asked), language).slice(2);

const offices = calendar(mexico, on(workdays, '09:00-18:00'), { holidays: ['2026-06-10', '2026-06-12'] });
const monday = '2026-06-01T10:00:00-06:00';

describe('an explanation of a calendar that never closes', () => {
  const natural = always();

  it('tells of elapsed time, in both languages', () => {
    const asked: Asked = [natural, monday, minutes(90)];
    expect(said(asked)).toEqual([
      'Plazo: 1 h 30 min de tiempo corrido.',
      'Lunes 1 jun 2026, de 10:00 a 11:30: cuenta 1 h 30 min; suma 1 h 30 min.',
      'Vence el lunes 1 jun 2026 a las 11:30.',
    ]);
    expect(said(asked, 'en')[0]).toBe('Term: 1 h 30 min of elapsed time.');
  });

  it('tells of calendar days, in both languages', () => {
    const asked: Asked = [natural, monday, days(2)];
    expect(said(asked)).toEqual([
      'Plazo: 2 días naturales.',
      'Recibido el lunes 1 jun 2026: ese día no cuenta.',
      'Del martes 2 jun 2026 al miércoles 3 jun 2026: días naturales 1 a 2.',
      'Vence al terminar el miércoles 3 jun 2026.',
    ]);
    expect(said(asked, 'en').slice(0, 3)).toEqual([
      'Term: 2 calendar days.',
      'Received on Monday 1 Jun 2026: that day does not count.',
      'From Tuesday 2 Jun 2026 to Wednesday 3 Jun 2026: calendar days 1 to 2.',
    ]);
  });

  it('does not tell of a closed date that begins when the term is due', () => {
    const but = calendar(mexico, on(everyDay, '00:00-24:00'), { holidays: ['2026-06-02'] });
    expect(said([but, monday, minutes(14 * 60)]).slice(1)).toEqual([
      'Lunes 1 jun 2026, de 10:00 a 24:00: cuenta 14 h; suma 14 h.',
      'Vence el martes 2 jun 2026 a las 00:00.',
    ]);
  });
});

describe('an explanation of a night shift', () => {
  const nights = calendar(mexico, on(everyDay, '22:00-30:00'), { holidays: ['2026-06-02', '2026-06-04'] });

  it('tells of no closed date once its sum is complete, though it is due on one', () => {
    expect(said([nights, monday, minutes(5 * 60)]).slice(1)).toEqual([
      'Lunes 1 jun 2026, de 22:00 a 03:00 del día siguiente: cuenta 5 h; suma 5 h.',
      'Vence el martes 2 jun 2026 a las 03:00.',
    ]);
  });

  it('says of a part of it that begins after midnight that both its times are of the next day', () => {
    const asked: Asked = [nights, '2026-06-02T00:30:00-06:00', minutes(90)];
    expect(said(asked)[1]).toBe(
      'Lunes 1 jun 2026, de 00:30 a 02:00, ambas del día siguiente: cuenta 1 h 30 min; suma 1 h 30 min.',
    );
    expect(said(asked, 'en')[1]).toBe(
      'Monday 1 Jun 2026, from 00:30 to 02:00, both of the next day: counts 1 h 30 min; sum 1 h 30 min.',
    );
  });

  it('tells of a closed date between two nights, in the order of the dates', () => {
    expect(said([nights, monday, minutes(9 * 60)]).slice(1)).toEqual([
      'Lunes 1 jun 2026, de 22:00 a 06:00 del día siguiente: cuenta 8 h; suma 8 h.',
      'Martes 2 jun 2026: no cuenta, es inhábil en el calendario.',
      'Miércoles 3 jun 2026, de 22:00 a 23:00: cuenta 1 h; suma 9 h.',
      'Vence el miércoles 3 jun 2026 a las 23:00.',
    ]);
  });
});

describe('an explanation tells the offset', () => {
  it('after the change of a due instant at which the clocks change', () => {
    expect(said([always('America/Tijuana'), '2026-03-08T01:00:00-08:00', minutes(60)]).at(-1)).toBe(
      'Vence el domingo 8 mar 2026 a las 03:00 (-07:00).',
    );
  });

  it('of no last day, which ends once, though the clocks change as it ends', () => {
    expect(said([always('Asia/Beirut'), '2024-03-29T10:00:00+02:00', days(1)]).at(-1)).toBe(
      'Vence al terminar el sábado 30 mar 2024.',
    );
  });

  it('nowhere while the clocks of the zone do not change', () => {
    expect(said([always('America/Tijuana'), '2026-02-08T01:00:00-08:00', minutes(60)]).join()).not.toMatch(
      /[+-]\d\d:\d\d/,
    );
  });
});

describe('an explanation tells of pauses', () => {
  it('in order of their beginnings, each once, whatever the order in which they were recorded', () => {
    const pauses = [pause('01 14:00', '01 15:00'), pause('01 11:00', '01 12:00')];
    expect(said([offices, monday, minutes(300), pauses])).toEqual([
      'Plazo: 5 h de tiempo hábil.',
      'Pausa: del lunes 1 jun 2026 a las 11:00 al lunes 1 jun 2026 a las 12:00.',
      'Pausa: del lunes 1 jun 2026 a las 14:00 al lunes 1 jun 2026 a las 15:00.',
      'Lunes 1 jun 2026, de 10:00 a 11:00: cuenta 1 h; suma 1 h.',
      'Lunes 1 jun 2026, de 11:00 a 12:00: en pausa, no cuenta 1 h.',
      'Lunes 1 jun 2026, de 12:00 a 14:00: cuenta 2 h; suma 3 h.',
      'Lunes 1 jun 2026, de 14:00 a 15:00: en pausa, no cuenta 1 h.',
      'Lunes 1 jun 2026, de 15:00 a 17:00: cuenta 2 h; suma 5 h.',
      'Vence el lunes 1 jun 2026 a las 17:00.',
    ]);
  });

  it('that overlap or touch as one paused time', () => {
    const pauses = [
      pause('01 11:00', '01 13:00'),
      pause('01 12:00', '01 14:00'),
      pause('01 14:00', '01 14:30'),
    ];
    expect(said([offices, monday, minutes(60), pauses]).slice(4)).toEqual([
      'Lunes 1 jun 2026, de 10:00 a 11:00: cuenta 1 h; suma 1 h.',
      'Vence el lunes 1 jun 2026 a las 11:00.',
    ]);
    expect(said([offices, monday, minutes(61), pauses]).slice(4)).toEqual([
      'Lunes 1 jun 2026, de 10:00 a 11:00: cuenta 1 h; suma 1 h.',
      'Lunes 1 jun 2026, de 11:00 a 14:30: en pausa, no cuenta 3 h 30 min.',
      'Lunes 1 jun 2026, de 14:30 a 14:31: cuenta 1 min; suma 1 h 1 min.',
      'Vence el lunes 1 jun 2026 a las 14:31.',
    ]);
  });

  it('within opening hours alone, where a pause runs over a night (case 23)', () => {
    expect(said([offices, monday, minutes(540), [pause('01 17:00', '02 10:00')]]).slice(2)).toEqual([
      'Lunes 1 jun 2026, de 10:00 a 17:00: cuenta 7 h; suma 7 h.',
      'Lunes 1 jun 2026, de 17:00 a 18:00: en pausa, no cuenta 1 h.',
      'Martes 2 jun 2026, de 09:00 a 10:00: en pausa, no cuenta 1 h.',
      'Martes 2 jun 2026, de 10:00 a 12:00: cuenta 2 h; suma 9 h.',
      'Vence el martes 2 jun 2026 a las 12:00.',
    ]);
  });

  it('that together take a day away, recorded in whatever order', () => {
    const pauses = [pause('02 13:00', '02 20:00'), pause('02 08:00', '02 13:00')];
    expect(said([offices, monday, days(1), pauses]).slice(-3)).toEqual([
      'Martes 2 jun 2026: no cuenta, todo su horario está en pausa.',
      'Miércoles 3 jun 2026: día hábil 1.',
      'Vence al terminar el miércoles 3 jun 2026.',
    ]);
  });

  it('that leave some of a day, which counts', () => {
    const pauses = [pause('02 08:00', '02 13:00'), pause('02 13:01', '02 20:00')];
    expect(said([offices, monday, days(1), pauses]).slice(-2)).toEqual([
      'Martes 2 jun 2026: día hábil 1.',
      'Vence al terminar el martes 2 jun 2026.',
    ]);
  });
});

describe('an explanation of a term that is held up', () => {
  it('counts its open time up to the pause that lasts, beyond one that is over', () => {
    const pauses = [pause('01 11:00', '01 12:00'), pause('01 13:00')];
    expect(said([offices, monday, minutes(300), pauses]).slice(2)).toEqual([
      'Pausa: desde el lunes 1 jun 2026 a las 13:00, sin terminar.',
      'Lunes 1 jun 2026, de 10:00 a 11:00: cuenta 1 h; suma 1 h.',
      'Lunes 1 jun 2026, de 11:00 a 12:00: en pausa, no cuenta 1 h.',
      'Lunes 1 jun 2026, de 12:00 a 13:00: cuenta 1 h; suma 2 h.',
      'Sin vencimiento mientras dure la pausa.',
    ]);
  });

  it('counts its days up to the pause, the day on which that begins among them where hours of it are left', () => {
    const received = '2026-06-08T10:00:00-06:00';
    expect(said([offices, received, days(3), [pause('11 12:00')]]).slice(3)).toEqual([
      'Martes 9 jun 2026: día hábil 1.',
      'Miércoles 10 jun 2026: no cuenta, es inhábil en el calendario.',
      'Jueves 11 jun 2026: día hábil 2.',
      'Sin vencimiento mientras dure la pausa.',
    ]);
    expect(said([offices, received, days(3), [pause('11 00:00')]]).slice(3)).toEqual([
      'Martes 9 jun 2026: día hábil 1.',
      'Miércoles 10 jun 2026: no cuenta, es inhábil en el calendario.',
      'Jueves 11 jun 2026: no cuenta, todo su horario está en pausa.',
      'Sin vencimiento mientras dure la pausa.',
    ]);
  });

  it('tells of a closed date on which the pause begins, and of none after it', () => {
    expect(said([offices, '2026-06-09T10:00:00-06:00', days(2), [pause('12 10:00')]]).slice(3)).toEqual([
      'Miércoles 10 jun 2026: no cuenta, es inhábil en el calendario.',
      'Jueves 11 jun 2026: día hábil 1.',
      'Viernes 12 jun 2026: no cuenta, es inhábil en el calendario.',
      'Sin vencimiento mientras dure la pausa.',
    ]);
  });
});

describe('an explanation tells of closed dates', () => {
  it('the one on which a term in time begins', () => {
    expect(said([offices, '2026-06-10T12:00:00-06:00', minutes(60)])).toEqual([
      'Plazo: 1 h de tiempo hábil.',
      'Miércoles 10 jun 2026: no cuenta, es inhábil en el calendario.',
      'Jueves 11 jun 2026, de 09:00 a 10:00: cuenta 1 h; suma 1 h.',
      'Vence el jueves 11 jun 2026 a las 10:00.',
    ]);
  });

  it('not that of receipt, which does not count anyway', () => {
    expect(said([offices, '2026-06-10T12:00:00-06:00', days(1)])).toEqual([
      'Plazo: 1 día hábil.',
      'Recibido el miércoles 10 jun 2026: ese día no cuenta.',
      'Jueves 11 jun 2026: día hábil 1.',
      'Vence al terminar el jueves 11 jun 2026.',
    ]);
  });

  it('with whether a holiday or the calendar itself closes them, in order of dates', () => {
    const closing = calendar(mexico, on(workdays, '09:00-18:00'), {
      holidays: ['2026-06-04', '2026-06-02'],
      overrides: { '2026-06-03': [], '2026-06-05': ['09:00-10:00'] },
    });
    const told = stepsFor([closing, monday, days(1)]).filter(({ kind }) => kind === 'closed');
    expect(told).toEqual([
      { kind: 'closed', day: parseDay('2026-06-02'), why: 'holiday' },
      { kind: 'closed', day: parseDay('2026-06-03'), why: 'override' },
      { kind: 'closed', day: parseDay('2026-06-04'), why: 'holiday' },
    ]);
  });
});

describe('an explanation of a term that is not counted', () => {
  const set: Term = { kind: 'fixed', dueAt: instant('2026-12-01T18:00:00-06:00') };

  it('says that an authority set its date, in both languages (case 53)', () => {
    expect(said([offices, monday, set, [pause('01 11:00')]])).toEqual([
      'La fecha la fijó la autoridad: ni el horario ni las pausas la mueven.',
      'Vence el martes 1 dic 2026 a las 18:00.',
    ]);
    expect(said([offices, monday, set], 'en')).toEqual([
      'The date was set by the authority: neither hours nor pauses move it.',
      'Due on Tuesday 1 Dec 2026 at 18:00.',
    ]);
  });

  it('says that a date before its start begins overdue, and one at its start does not', () => {
    const past: Term = { kind: 'fixed', dueAt: instant('2026-05-01T18:00:00-06:00') };
    expect(said([offices, monday, past])[0]).toBe(
      'La fecha la fijó la autoridad: ni el horario ni las pausas la mueven. Es anterior al inicio: el plazo empieza ya vencido.',
    );
    expect(said([offices, monday, past], 'en')[0]).toContain(
      'It lies before the start: the term begins overdue.',
    );
    const now: Term = { kind: 'fixed', dueAt: instant(monday) };
    expect(said([offices, monday, now])[0]).not.toContain('anterior');
  });

  it('tells the date with the step that sets it', () => {
    const at = { day: parseDay('2026-12-01'), time: 18 * 3_600_000, offset: -6 * 3_600_000 };
    expect(stepsFor([offices, monday, set]).slice(2)).toEqual([
      { kind: 'fixed', at, isPast: false },
      { kind: 'due', at },
    ]);
  });

  it('says of a term of no days that it is due at its start', () => {
    expect(said([offices, monday, days(0)])).toEqual([
      'Plazo: 0 días hábiles.',
      'Recibido el lunes 1 jun 2026: ese día no cuenta.',
      'Vence el lunes 1 jun 2026 a las 10:00.',
    ]);
  });
});

describe('an explanation of many equal weeks', () => {
  const mondays = calendar(mexico, on('mon', '09:00-18:00'));
  const lines = (term: Term, language: 'es' | 'en' = 'es') =>
    said([mondays, monday, term], language).slice(-2, -1);

  it('is one line from eight of them on, in days and in hours, in both languages', () => {
    expect(lines(days(8))).toEqual([
      'Lunes 8 jun 2026, y así 8 semanas seguidas hasta el lunes 27 jul 2026: días hábiles 1 a 8.',
    ]);
    expect(lines(days(8), 'en')).toEqual([
      'Monday 8 Jun 2026, and so in 8 weeks one after the other up to Monday 27 Jul 2026: business days 1 to 8.',
    ]);
    const eight: Term = { kind: 'minutes', minutes: 8 * 60 + 8 * 540 };
    expect(lines(eight)).toEqual([
      'Lunes 8 jun 2026, y así 8 semanas seguidas hasta el lunes 27 jul 2026, cada día de 09:00 a 18:00: cuenta 8 × 9 h; suma 80 h.',
    ]);
    expect(lines(eight, 'en')).toEqual([
      'Monday 8 Jun 2026, and so in 8 weeks one after the other up to Monday 27 Jul 2026, each day from 09:00 to 18:00: counts 8 × 9 h; sum 80 h.',
    ]);
  });

  it('is a line each where they are fewer', () => {
    expect(lines(days(7))).toEqual(['Lunes 20 jul 2026: día hábil 7.']);
  });

  it('is of more days a week the run of them that comes again', () => {
    const two = calendar(mexico, on('mon tue', '09:00-18:00'));
    const [line] = said([two, '2026-06-07T10:00:00-06:00', days(16)]).slice(-2, -1);
    expect(line).toBe(
      'Del lunes 8 jun 2026 al martes 9 jun 2026, y así 8 semanas seguidas hasta el martes 28 jul 2026: días hábiles 1 a 16.',
    );
  });
});

describe('an explanation of weeks of several runs, or of weeks in turn', () => {
  const desk = calendar(mexico, { ...on(workdays, '09:00-18:00'), ...on('sat', '09:00-15:00') });
  const sunday = '2026-06-07T10:00:00-06:00';
  const lines = (...[open, term, language = 'es']: [typeof desk, Term, ('es' | 'en')?]) =>
    said([open, sunday, term], language).slice(2 - Number(term.kind === 'minutes'), -1);

  it('of workdays and Saturdays is one line from eight weeks on, in hours and in both languages', () => {
    const eight = minutes(8 * 51 * 60);
    expect(lines(desk, eight)).toEqual([
      'Cada semana, 8 veces hasta el sábado 1 ago 2026: del lunes 8 jun 2026 al viernes 12 jun 2026, cada día de 09:00 a 18:00; sábado 13 jun 2026, de 09:00 a 15:00: cuenta 8 × 51 h; suma 408 h.',
    ]);
    expect(lines(desk, eight, 'en')).toEqual([
      'Every week, 8 times up to Saturday 1 Aug 2026: from Monday 8 Jun 2026 to Friday 12 Jun 2026, each day from 09:00 to 18:00; Saturday 13 Jun 2026, from 09:00 to 15:00: counts 8 × 51 h; sum 408 h.',
    ]);
    expect(lines(desk, minutes(7 * 51 * 60))).toHaveLength(14);
  });

  it('of two days apart is one line, in days', () => {
    const apart = calendar(mexico, on('mon wed', '09:00-18:00'));
    expect(lines(apart, days(17))).toEqual([
      'Cada semana, 8 veces hasta el miércoles 29 jul 2026: lunes 8 jun 2026; miércoles 10 jun 2026: días hábiles 1 a 16.',
      'Lunes 3 ago 2026: día hábil 17.',
    ]);
    expect(lines(apart, days(16), 'en')).toEqual([
      'Every week, 8 times up to Wednesday 29 Jul 2026: Monday 8 Jun 2026; Wednesday 10 Jun 2026: business days 1 to 16.',
    ]);
  });

  /** Weeks of Monday to Friday, and of Saturday alone, in turn: the second ones are overrides. */
  const inTurn = (weeks: number) => {
    const monday = parseDay('2026-06-15') ?? 0;
    const overrides: Record<string, readonly string[]> = {};
    for (let turn = 0; turn < weeks; turn += 1)
      for (const day of [0, 1, 2, 3, 4, 5])
        overrides[formatDay(monday + turn * 14 + day)] = day === 5 ? ['10:00-14:00'] : [];
    return calendar(mexico, on(workdays, '09:00-18:00'), { overrides });
  };

  it('of two weeks in turn is one line from eight weeks on, and what the turn closes has none of its own', () => {
    expect(said([inTurn(8), sunday, minutes(6 * 49 * 60)]).slice(1, -1)).toEqual([
      'Cada 2 semanas, 6 veces hasta el sábado 29 ago 2026: del lunes 8 jun 2026 al viernes 12 jun 2026, cada día de 09:00 a 18:00; sábado 20 jun 2026, de 10:00 a 14:00: cuenta 6 × 49 h; suma 294 h.',
    ]);
    const fewer = said([inTurn(8), sunday, minutes(3 * 49 * 60)]);
    expect(fewer.filter((line) => line.includes('el calendario cierra esa fecha'))).toHaveLength(15);
  });

  it('begins anew where a closed date breaks the turn, and what is left of a turn is told by itself', () => {
    const closed = calendar(mexico, on('mon wed', '09:00-18:00'), { holidays: ['2026-09-16'] });
    const told = lines(closed, days(60)).map((line) => line.replace(/:.*/, ''));
    expect(told).toEqual([
      'Cada semana, 14 veces hasta el miércoles 9 sep 2026',
      'Lunes 14 sep 2026',
      'Miércoles 16 sep 2026',
      'Cada semana, 15 veces hasta el miércoles 30 dic 2026',
      'Lunes 4 ene 2027',
    ]);
  });
});

describe('pauses that lie within each other, apart or out of order', () => {
  const due = (...pauses: readonly PauseSpan[]) => {
    const at = instant('2026-06-01T17:00:00-06:00');
    const outcome = dueOf(offices, { start: instant(monday), term: minutes(240), pauses, at });
    return outcome.ok && [outcome.due.dueAt, outcome.due.consumedMs, outcome.due.pausedMs];
  };
  const hour = 3_600_000;
  const [at16, at17] = ['2026-06-01T22:00:00.000Z', '2026-06-01T23:00:00.000Z'];

  it.each<[string, readonly PauseSpan[], readonly unknown[]]>([
    [
      'a pause within another takes nothing more',
      [pause('01 11:00', '01 13:00'), pause('01 11:30', '01 12:00')],
      [at16, 4 * hour, 2 * hour],
    ],
    [
      'pauses that overlap take their common time once',
      [pause('01 11:00', '01 12:30'), pause('01 12:00', '01 13:00')],
      [at16, 4 * hour, 2 * hour],
    ],
    [
      'pauses apart take each its own',
      [pause('01 13:00', '01 14:00'), pause('01 11:00', '01 12:00')],
      [at16, 4 * hour, 2 * hour],
    ],
    [
      'a pause that only the ones before it bring within the term counts',
      [pause('01 11:00', '01 13:00'), pause('01 15:00', '01 16:00')],
      [at17, 4 * hour, 3 * hour],
    ],
    [
      'a pause that begins before the start counts from the start',
      [pause('01 08:00', '01 12:00')],
      [at16, 4 * hour, 2 * hour],
    ],
  ])('%s', (_, pauses, expected) => {
    expect(due(...pauses)).toEqual(expected);
  });
});

describe('an explanation over hours that a change of clocks passes over', () => {
  const tijuana = 'America/Tijuana';
  const sundays = calendar(tijuana, { ...on('sun', '02:00-03:00'), ...on('mon', '09:00-10:00') });
  const saturday = '2026-03-07T12:00:00-08:00';

  it('says of an open day that is skipped whole why nothing of it counts', () => {
    expect(said([sundays, saturday, minutes(30)]).slice(1)).toEqual([
      'Domingo 8 mar 2026, de 02:00 a 03:00: no cuenta, el cambio de hora salta ese horario.',
      'Lunes 9 mar 2026, de 09:00 a 09:30 (-07:00): cuenta 30 min; suma 30 min.',
      'Vence el lunes 9 mar 2026 a las 09:30 (-07:00).',
    ]);
    expect(said([sundays, saturday, minutes(30)], 'en')[1]).toBe(
      'Sunday 8 Mar 2026, from 02:00 to 03:00: not counted, the change of clocks passes over these hours.',
    );
  });

  it('says so where days are counted, and of a whole date that the zone skips', () => {
    expect(said([sundays, saturday, days(1)]).slice(2, 4)).toEqual([
      'Domingo 8 mar 2026, de 02:00 a 03:00: no cuenta, el cambio de hora salta ese horario.',
      'Lunes 9 mar 2026: día hábil 1.',
    ]);
    expect(said([always('Pacific/Apia'), '2011-12-29T12:00:00-10:00', days(1)]).slice(2, 4)).toEqual([
      'Viernes 30 dic 2011, de 00:00 a 24:00: no cuenta, el cambio de hora salta ese horario.',
      'Sábado 31 dic 2011: día natural 1.',
    ]);
  });

  it('says so of some hours of a day that opens otherwise, but not where that day counts whole', () => {
    const twice = calendar(tijuana, on('sun', '02:00-03:00', '09:00-10:00'));
    expect(said([twice, saturday, minutes(30)]).slice(1, 3)).toEqual([
      'Domingo 8 mar 2026, de 02:00 a 03:00: no cuenta, el cambio de hora salta ese horario.',
      'Domingo 8 mar 2026, de 09:00 a 09:30 (-07:00): cuenta 30 min; suma 30 min.',
    ]);
    expect(said([twice, saturday, days(1)]).join(' ')).not.toContain('salta');
  });

  it('says nothing of hours that were skipped before the start or after the end, nor of a closed day', () => {
    const after = '2026-03-08T12:00:00-07:00';
    expect(said([sundays, after, minutes(30)]).join(' ')).not.toContain('salta');
    const early = '2026-03-01T01:00:00-08:00';
    expect(said([sundays, early, minutes(30)]).join(' ')).not.toContain('salta');
    const closed = calendar(tijuana, on('sun mon', '02:00-03:00'), { holidays: ['2026-03-08'] });
    expect(said([closed, saturday, minutes(30)])[1]).toBe(
      'Domingo 8 mar 2026: no cuenta, es inhábil en el calendario.',
    );
  });
});
