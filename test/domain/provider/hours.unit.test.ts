import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hoursFaultText } from '../../../src/domain/provider/hours-faults.js';
import { parseHours } from '../../../src/domain/provider/hours.js';
import {
  aroundTheClock,
  faultsOfWeek,
  formatInterval,
  isAroundTheClock,
  parseInterval,
  weekdays,
} from '../../../src/domain/sla/week.js';

const on = (days: readonly string[], ...intervals: string[]) =>
  Object.fromEntries(days.map((day) => [day, intervals]));
const workdays = ['mon', 'tue', 'wed', 'thu', 'fri'];
const weekend = ['sat', 'sun'];

describe('opening hours are read as the procedures write them', () => {
  it.each([
    [
      'O-10 the phone of Conectared',
      'en un horario de Lunes a Viernes de 9:00 AM a 21:00 PM, Sábado y Domingo de 9:00 AM a 17:00 PM.',
      { ...on(workdays, '09:00-21:00'), ...on(weekend, '09:00-17:00') },
    ],
    ['O-10 the phone of Emenet', 'las **24 horas del día**, los **365 días del año**.', aroundTheClock],
    ['O-11 e-mail', 'disponible las 24 horas del día, los 365 días del año', aroundTheClock],
    ['O-12 web', 'disponibles las 24 horas del día, los 365 días del año', aroundTheClock],
    [
      'O-13 the office of Emenet',
      'en un horario de atención de lunes a viernes de 9:00 a 18:00 h, y sábados de 9:00 a 15:00 h',
      { ...on(workdays, '09:00-18:00'), sat: ['09:00-15:00'] },
    ],
  ])('%s', (_, text, week) => {
    expect(parseHours(text)).toEqual({ ok: true, week });
  });
});

describe('opening hours are read as people write them', () => {
  it.each([
    ['Monday to Friday 9am to 5pm', on(workdays, '09:00-17:00')],
    ['Mon-Fri 9-17', on(workdays, '09:00-17:00')],
    ['MON–FRI, 9:00 A.M. – 5:00 P.M.', on(workdays, '09:00-17:00')],
    ['weekdays from 9 am until 5:30 pm', on(workdays, '09:00-17:30')],
    [
      'from 9:00 to 18:00 on weekdays and from 9:00 to 15:00 on Saturdays',
      { ...on(workdays, '09:00-18:00'), sat: ['09:00-15:00'] },
    ],
    ['every day 8:00-22:00', on(weekdays, '08:00-22:00')],
    ['daily, 24 hours', aroundTheClock],
    ['24/7', aroundTheClock],
    ['24/365', aroundTheClock],
    ['24 horas, 7 días a la semana', aroundTheClock],
    ['24 hours a day, 365 days a year', aroundTheClock],
    ['Todos los días de 0:00 a 24:00', aroundTheClock],
    ['todos los dias de 0 a 24 h', aroundTheClock],
    ['lun. a vie. 9:00 a 14:00 y 16:00 a 19:00 hrs.', on(workdays, '09:00-14:00', '16:00-19:00')],
    ['LUNES A VIERNES: 9.00 A 18.00 HORAS', on(workdays, '09:00-18:00')],
    ['miércoles de 9h30 a 12h00', { wed: ['09:30-12:00'] }],
    ['Mie\u0301rcoles de 9 a. m. a 1 p. m.', { wed: ['09:00-13:00'] }],
    ['sábados, domingos de 10 a 14', on(weekend, '10:00-14:00')],
    ['fines de semana de 10 a 14', on(weekend, '10:00-14:00')],
    ['viernes a lunes de 10 a 14', on(['mon', 'fri', 'sat', 'sun'], '10:00-14:00')],
    ['de lunes a viernes desde las 9:00 hasta las 18:00', on(workdays, '09:00-18:00')],
    ['entre semana de 9:00 a las 18:00', on(workdays, '09:00-18:00')],
    ['todos los días de 9 a 18, domingo cerrado', on([...workdays, 'sat'], '09:00-18:00')],
    ['9 a 18 lunes; 10 a 14 martes', { mon: ['09:00-18:00'], tue: ['10:00-14:00'] }],
    ['lunes de 22:00 a 6:00 del día siguiente', { mon: ['22:00-30:00'] }],
    ['Friday 10 pm to 2 am next day', { fri: ['22:00-26:00'] }],
    ['lunes 12:00 AM a 12:00 PM', { mon: ['00:00-12:00'] }],
    ['lunes 12:00 PM a 12:00 AM', { mon: ['12:00-24:00'] }],
    ['lunes 18:00 a 0:00', { mon: ['18:00-24:00'] }],
    ['lunes 9:00 AM a 24:00 PM', { mon: ['09:00-24:00'] }],
    ['lunes 12:30 am a 1 am', { mon: ['00:30-01:00'] }],
    ['lunes 13:00 AM a 14:00 AM', { mon: ['13:00-14:00'] }],
    ['lunes 0:30 am a 1 am', { mon: ['00:30-01:00'] }],
    ['lunes 9 a.m - 1 p. m', { mon: ['09:00-13:00'] }],
    ['lunes de 16 a 19 y de 9 a 14', { mon: ['09:00-14:00', '16:00-19:00'] }],
    [
      'lunes y martes de 9 a 18, miércoles de 9 a 14',
      { ...on(['mon', 'tue'], '09:00-18:00'), wed: ['09:00-14:00'] },
    ],
    ['lunes 9 a 18'.padEnd(500), { mon: ['09:00-18:00'] }],
  ])('«%s»', (text, week) => {
    expect(parseHours(text)).toEqual({ ok: true, week });
  });
});

describe('nonsense is refused, with the part that makes no sense', () => {
  it.each([
    ['', [['hours-empty', '']]],
    ['   ', [['hours-empty', '']]],
    ['lunes cerrado', [['hours-empty', '']]],
    ['lunes de 25:00 a 26:00', [['hours-time-invalid', '25:00']]],
    ['lunes de 9:60 a 18:00', [['hours-time-invalid', '9:60']]],
    ['lunes de 9:5 a 18:00', [['hours-time-invalid', '9:5']]],
    ['lunes de 9:00 a 24:01', [['hours-time-invalid', '24:01']]],
    ['lunes de 900 a 1800', [['hours-time-invalid', '900']]],
    ['lunes de 0:30 PM a 2 PM', [['hours-time-invalid', '0:30 PM']]],
    ['lunes de 9:00:00 a 18:00', [['hours-time-invalid', '9:00:00']]],
    ['Lunes de 21:00 AM a 9:00', [['hours-end-before-start', '21:00 AM a 9:00']]],
    ['lunes de 22:00 a 6:00', [['hours-end-before-start', '22:00 a 6:00']]],
    ['lunes de 9:00 a 9:00', [['hours-end-before-start', '9:00 a 9:00']]],
    ['lunes de 0:00 a 0:00', [['hours-end-before-start', '0:00 a 0:00']]],
    ['lunes de 24:00 a 24:00', [['hours-end-before-start', '24:00 a 24:00']]],
    [
      'lunes de 9:00 a 18:00 del día siguiente',
      [['hours-end-before-start', '9:00 a 18:00 del día siguiente']],
    ],
    [
      'Lunez a viernes de 9 a 18',
      [
        ['hours-unknown-word', 'Lunez'],
        ['hours-range-incomplete', 'a'],
      ],
    ],
    [
      '\u0301 x lunes 9 a 18',
      [
        ['hours-unknown-word', '\u0301'],
        ['hours-unknown-word', 'x'],
      ],
    ],
    ['lunes de 9, 24 horas', [['hours-range-incomplete', '9']]],
    ['lunes a 24 horas', [['hours-range-incomplete', 'lunes a']]],
    ['a 24 horas', [['hours-range-incomplete', 'a']]],
    ['lunes, martes', [['hours-times-missing', 'lunes martes']]],
    [
      'lunes de 24:00 a 6:00 del día siguiente',
      [['hours-end-before-start', '24:00 a 6:00 del día siguiente']],
    ],
    ['feriados de 9 a 18', [['hours-unknown-word', 'feriados']]],
    ['lunes a viernes', [['hours-times-missing', 'lunes a viernes']]],
    ['de 9:00 a 18:00', [['hours-days-missing', '9:00 a 18:00']]],
    ['las 24 horas del día', [['hours-days-missing', '24 horas del día']]],
    ['lunes 9 a 18, martes', [['hours-times-missing', 'martes']]],
    ['9 a 18 lunes, 10 a 14', [['hours-days-missing', '10 a 14']]],
    [
      'lunes a las 9:00',
      [
        ['hours-range-incomplete', 'lunes a las'],
        ['hours-range-incomplete', '9:00'],
      ],
    ],
    ['lunes de 9:00', [['hours-range-incomplete', '9:00']]],
    ['lunes de 9:00 a', [['hours-range-incomplete', '9:00 a']]],
    ['lunes a lunes de 9 a 18', [['hours-range-incomplete', 'lunes a lunes']]],
    [
      'lunes de 9 a 14 a 18',
      [
        ['hours-range-incomplete', 'a'],
        ['hours-range-incomplete', '18'],
      ],
    ],
    ['lunes de 9 a 14 y 13 a 18', [['interval-overlap', 'mon 09:00-14:00, mon 13:00-18:00']]],
    [
      'lunes a viernes de 9 a 18 y viernes de 9 a 15',
      [['interval-overlap', 'fri 09:00-18:00, fri 09:00-15:00']],
    ],
    [
      'domingo de 22 a 6 del día siguiente, lunes de 5 a 9',
      [['interval-overlap', 'sun 22:00-30:00, mon 05:00-09:00']],
    ],
    [
      'lunes de 9:60 a 18:00, jamás de 25:00 a 26:00',
      [
        ['hours-time-invalid', '9:60'],
        ['hours-unknown-word', 'jamás'],
        ['hours-time-invalid', '25:00'],
      ],
    ],
    ['💥 lunes 9 a 18', [['hours-unknown-word', '💥']]],
    [
      '=cmd|lunes 9 a 18',
      [
        ['hours-unknown-word', '='],
        ['hours-unknown-word', 'cmd'],
        ['hours-unknown-word', '|'],
      ],
    ],
  ])('«%s»', (text, faults) => {
    const parsed = parseHours(text);
    expect(parsed.ok ? parsed.week : parsed.faults.map(({ code, part }) => [code, part])).toEqual(faults);
  });

  it('says so in Spanish and in English', () => {
    const { es, en } = hoursFaultText({ code: 'hours-time-invalid', part: '25:00' });
    expect(es).toBe('«25:00» no es una hora del día.');
    expect(en).toBe('"25:00" is no time of day.');
  });

  it('whatever the text, the answer is a valid week or at least one fault', () => {
    const words = fc.constantFrom(
      'lunes',
      'a',
      'viernes',
      'de',
      '9',
      '9:00',
      '18:00 PM',
      'y',
      '24 horas',
      ',',
      'closed',
      '24/7',
      'del día siguiente',
      'x',
    );
    const texts = fc.oneof(
      fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
      fc.array(words, { maxLength: 14 }).map((each) => each.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseHours(text);
        if (parsed.ok) expect(faultsOfWeek(parsed.week)).toEqual([]);
        else expect(parsed.faults.length).toBeGreaterThan(0);
      }),
    );
  });

  it('a text longer than any procedure has is refused unread', () => {
    expect(parseHours('lunes 9 a 18 y '.repeat(20_000))).toMatchObject({
      ok: false,
      faults: [{ code: 'hours-too-long' }],
    });
  });
});

describe('the interval notation of the calendar file', () => {
  it.each(['09:00-21:00', '00:00-24:00', '22:00-30:00', '23:59-47:59', '00:00-00:01'])(
    '%s is read and written the same',
    (text) => {
      const interval = parseInterval(text);
      expect(interval && formatInterval(interval)).toBe(text);
    },
  );

  it.each([
    '9:00-21:00',
    '09:00-09:00',
    '21:00-09:00',
    '09:00-00:00',
    '24:00-25:00',
    '09:60-10:00',
    '00:00-24:01',
    '09:00',
    '',
    '09:00-21:00 ',
    ' 09:00-21:00',
    '٠٩:٠٠-٢١:٠٠',
  ])('"%s" is none', (text) => {
    expect(parseInterval(text)).toBeUndefined();
  });

  it('intervals that touch do not overlap', () => {
    expect(faultsOfWeek({ mon: ['09:00-14:00', '14:00-18:00'], sun: ['22:00-33:00'] })).toEqual([]);
  });

  it('every fault of a week is named', () => {
    expect(faultsOfWeek({ mon: ['9-5'], tue: ['10:00-12:00', '11:00-13:00'] })).toEqual([
      { code: 'interval-invalid', day: 'mon', part: '9-5' },
      { code: 'interval-overlap', day: 'tue', part: 'tue 10:00-12:00, tue 11:00-13:00' },
    ]);
    expect(faultsOfWeek({ tue: ['11:00-13:00', '10:00-12:00'] })).toEqual([
      { code: 'interval-overlap', day: 'tue', part: 'tue 10:00-12:00, tue 11:00-13:00' },
    ]);
    expect(faultsOfWeek({ mon: ['9-5'] })).toEqual([{ code: 'interval-invalid', day: 'mon', part: '9-5' }]);
    expect(faultsOfWeek({ mon: [] })).toEqual([{ code: 'hours-empty', part: '' }]);
  });

  it('a week is open around the clock where no minute is closed, not where one is open twice instead', () => {
    const { mon, ...others } = aroundTheClock;
    expect(isAroundTheClock(aroundTheClock)).toBe(true);
    expect(isAroundTheClock(others)).toBe(false);
    expect(isAroundTheClock({ ...others, tue: ['00:00-24:00', ...(mon ?? [])] })).toBe(false);
  });
});
