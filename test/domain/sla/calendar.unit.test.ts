import { describe, expect, it } from '@jest/globals';
import { publishCalendar, readCalendar } from '../../../src/application/calendars/publish-calendar.js';
import { calendarFaultText } from '../../../src/domain/sla/calendar-faults.js';
import { compileCalendar } from '../../../src/domain/sla/compile-calendar.js';
import { parseCalendar, parsePublishedCalendar } from '../../../src/domain/sla/parse-calendar.js';
import { parseJson } from '../../../src/interfaces/cli/flags/json-text.js';
import type { JsonValue } from '../../../src/domain/kernel/json.js';
import {
  compiled,
  everyDay,
  instant,
  mexico,
  on,
  published,
  source,
  transitionsOf,
  workdays,
} from './calendars.js';

const file = { id: 'office', version: 1, zone: mexico, week: { mon: ['09:00-18:00'] } };

const faultsOf = (value: JsonValue) => {
  const read = parseCalendar(value);
  return read.ok ? [] : read.faults.map(({ code, path }) => `${code} ${path}`);
};

const publishing = (more: object) => {
  const read = parseCalendar({ ...file, ...more });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const made = publishCalendar(read.calendar, instant('2026-06-01T00:00:00Z'), transitionsOf);
  return made.ok ? [] : made.faults.map(({ code, path }) => `${code} ${path}`);
};

describe('a calendar file is read', () => {
  it('with everything that it may leave out', () => {
    expect(parseCalendar(file)).toEqual({
      ok: true,
      calendar: { ...file, holidays: [], overrides: {}, provenance: [] },
    });
  });

  it('a calendar file is kept as it is written', () => {
    const whole = {
      ...file,
      holidays: ['2026-09-16'],
      overrides: { '2026-12-24': ['14:00-18:00', '09:00-14:00'], '2026-12-31': [] },
      until: '2026-12-31',
      provenance: [{ of: 'holidays', basis: 'official', source: 'LFT 74', lookedAt: '2026-11-26' }],
    };
    expect(parseCalendar(whole)).toEqual({ ok: true, calendar: whole });
  });

  it.each<[string, JsonValue, readonly string[]]>([
    ['what is no object', [], ['field-invalid ']],
    ['null', null, ['field-invalid ']],
    [
      'nothing of what it needs',
      {},
      ['id', 'version', 'zone', 'week'].map((field) => `field-missing /${field}`),
    ],
    ['a field that no calendar has', { ...file, holyday: [] }, ['field-unknown /holyday']],
    [
      'transitions, which only a published one has',
      { ...file, transitions: [] },
      ['field-unknown /transitions'],
    ],
    ['an id with capitals', { ...file, id: 'Office' }, ['field-invalid /id']],
    ['an id that ends in a hyphen', { ...file, id: 'office-' }, ['field-invalid /id']],
    ['an id of two hyphens in a row', { ...file, id: 'front--office' }, ['field-invalid /id']],
    ['an id that is no text', { ...file, id: 1 }, ['field-invalid /id']],
    ['version 0', { ...file, version: 0 }, ['field-invalid /version']],
    ['version 1.5', { ...file, version: 1.5 }, ['field-invalid /version']],
    ['a version in words', { ...file, version: '1' }, ['field-invalid /version']],
    ['an offset for a zone', { ...file, zone: '-06:00' }, ['zone-unknown /zone']],
    ['an abbreviation for a zone', { ...file, zone: 'CST' }, ['zone-unknown /zone']],
    ['a name without a region for a zone', { ...file, zone: 'Cuba' }, ['zone-unknown /zone']],
    ['a rule for a zone', { ...file, zone: 'EST5EDT' }, ['zone-unknown /zone']],
    ['a zone in small letters', { ...file, zone: 'us/central' }, ['zone-unknown /zone']],
    ['a zone after a blank', { ...file, zone: ' America/Mexico_City' }, ['zone-unknown /zone']],
    ['a zone before a blank', { ...file, zone: 'America/Mexico_City ' }, ['zone-unknown /zone']],
    ['a zone that is no text', { ...file, zone: 6 }, ['field-invalid /zone']],
    ['a week that is a list', { ...file, week: [] }, ['field-invalid /week']],
    ['a day in Spanish', { ...file, week: { lun: [] } }, ['day-unknown /week/lun']],
    ['hours that are a text', { ...file, week: { mon: '09:00-18:00' } }, ['interval-invalid /week/mon']],
    ['hours that are numbers', { ...file, week: { mon: [9] } }, ['interval-invalid /week/mon']],
    [
      'case 9: an interval of no length',
      { ...file, week: { mon: ['09:00-09:00'] } },
      ['interval-invalid /week/mon'],
    ],
    [
      'case 9: an interval that ends before',
      { ...file, week: { mon: ['09:00-00:00'] } },
      ['interval-invalid /week/mon'],
    ],
    [
      'an interval of more than a day',
      { ...file, week: { mon: ['00:00-49:00'] } },
      ['interval-invalid /week/mon'],
    ],
    [
      'overlaps on a day',
      { ...file, week: { mon: ['09:00-12:00', '11:00-13:00'] } },
      ['interval-overlap /week/mon'],
    ],
    [
      'overlaps over midnight',
      { ...file, week: { mon: ['22:00-34:00'], tue: ['09:00-12:00'] } },
      ['interval-overlap /week/tue'],
    ],
    ['holidays that are a text', { ...file, holidays: '2026-09-16' }, ['field-invalid /holidays']],
    ['holidays that are numbers', { ...file, holidays: [20260916] }, ['field-invalid /holidays']],
    [
      'holidays of a wrong form and an end',
      { ...file, holidays: {}, until: '2030-12-31' },
      ['field-invalid /holidays'],
    ],
    [
      '29 February of a common year',
      { ...file, holidays: ['2026-09-16', '2026-02-29'] },
      ['date-invalid /holidays/1'],
    ],
    ['a date without zeros', { ...file, holidays: ['2026-9-16'] }, ['date-invalid /holidays/0']],
    ['overrides that are a list', { ...file, overrides: [] }, ['field-invalid /overrides']],
    ['an override of no date', { ...file, overrides: { mon: [] } }, ['date-invalid /overrides/mon']],
    [
      'an override that is a text',
      { ...file, overrides: { '2026-12-24': '09:00-14:00' } },
      ['interval-invalid /overrides/2026-12-24'],
    ],
    [
      'an override that is no interval',
      { ...file, overrides: { '2026-12-24': ['9-14'] } },
      ['interval-invalid /overrides/2026-12-24'],
    ],
    [
      'an override of which one is no interval, and that one alone',
      { ...file, overrides: { '2026-12-24': ['9-14', '09:00-14:00'] } },
      ['interval-invalid /overrides/2026-12-24'],
    ],
    [
      'an override that overlaps itself',
      { ...file, overrides: { '2026-12-24': ['10:00-14:00', '09:00-10:01'] } },
      ['interval-overlap /overrides/2026-12-24'],
    ],
    [
      'an end before its last holiday',
      { ...file, holidays: ['2026-09-16'], until: '2026-09-15' },
      ['until-invalid /until'],
    ],
    [
      'an end before its last override',
      { ...file, overrides: { '2026-12-24': [] }, until: '2026-12-23' },
      ['until-invalid /until'],
    ],
    [
      'a holiday after 2200, whether or not it names an end',
      { ...file, holidays: ['2026-09-16', '2201-01-01'] },
      ['date-out-of-range /holidays/1'],
    ],
    [
      'hours of a date after 2200, and an end before it',
      { ...file, overrides: { '2201-01-01': [] }, until: '2030-12-31' },
      ['date-out-of-range /overrides/2201-01-01'],
    ],
    ['an end before 2000', { ...file, until: '1999-12-31' }, ['date-out-of-range /until']],
    ['an end after 2200', { ...file, until: '2201-01-01' }, ['date-out-of-range /until']],
    [
      'an end and a holiday after 2200',
      { ...file, holidays: ['2201-01-01'], until: '2202-01-01' },
      ['date-out-of-range /holidays/0', 'date-out-of-range /until'],
    ],
    ['an end that is no date', { ...file, until: 'never' }, ['date-invalid /until']],
    ['sources that are a text', { ...file, provenance: 'LFT' }, ['field-invalid /provenance']],
    ['a source that is nothing', { ...file, provenance: [null] }, ['field-invalid /provenance']],
    [
      'a source of no known basis',
      { ...file, provenance: [{ of: 'x', basis: 'rumour', source: 'y', lookedAt: '2026-11-26' }] },
      ['field-invalid /provenance'],
    ],
    [
      'a source never looked at',
      { ...file, provenance: [{ of: 'x', basis: 'press', source: 'y' }] },
      ['field-invalid /provenance'],
    ],
    [
      'everything at once',
      { id: 'A', version: 1, zone: 'x', week: { mon: ['9'] }, extra: 1 },
      ['field-unknown /extra', 'field-invalid /id', 'zone-unknown /zone', 'interval-invalid /week/mon'],
    ],
  ])('a calendar file is refused with %s', (_, value, faults) => {
    expect(faultsOf(value)).toEqual(faults);
  });

  it.each<object>([
    { id: 'front-office' },
    { zone: 'America/Argentina/Buenos_Aires' },
    { zone: 'UTC' },
    { until: '2200-12-31' },
    { holidays: ['2026-09-16', '2026-05-01'], until: '2026-09-16' },
  ])('a calendar file may have %j', (more) => {
    expect(faultsOf({ ...file, ...more })).toEqual([]);
  });

  it.each<[string, JsonValue, readonly string[]]>([
    ['what is no object', [], ['«calendar» debe ser {"id", "version", "zone", "week"}.']],
    ['nothing', {}, ['id', 'version', 'zone', 'week'].map((field) => `Falta «${field}».`)],
    ['a field unknown', { ...file, holyday: 1 }, ['No hay ningún dato «holyday» en un calendario.']],
    ['a field of another form', { ...file, version: 0 }, ['«version» debe ser 1, 2, 3….']],
    [
      'a day unknown',
      { ...file, week: { lun: [] } },
      ['«lun» no es un día de la semana: mon, tue, wed, thu, fri, sat, sun.'],
    ],
    ['hours that are none', { ...file, week: { mon: 9 } }, ['«9» no es un intervalo como 09:00-21:00.']],
    [
      'hours that overlap',
      { ...file, week: { mon: ['09:00-12:00', '11:00-13:00'] } },
      ['Los intervalos se traslapan: mon 09:00-12:00, mon 11:00-13:00.'],
    ],
    [
      'overrides of no date, of no hours, of a wrong interval and of some that overlap',
      {
        ...file,
        overrides: {
          x: [],
          '2026-12-24': 9,
          '2026-12-25': ['9'],
          '2026-12-26': ['11:00-13:00', '09:00-12:00'],
        },
      },
      [
        '«x» no es una fecha como 2026-09-16.',
        '«9» no es un intervalo como 09:00-21:00.',
        '«9» no es un intervalo como 09:00-21:00.',
        'Los intervalos se traslapan: 09:00-12:00, 11:00-13:00.',
      ],
    ],
    [
      'a zone unknown',
      { ...file, zone: 'CST' },
      [
        '«CST» no sirve de zona horaria: se espera UTC o una zona IANA con su región, como America/Mexico_City.',
      ],
    ],
    ['an end that is none', { ...file, until: 9 }, ['«9» no es una fecha como 2026-09-16.']],
    [
      'an end too early',
      { ...file, holidays: ['2026-09-16'], until: '2026-09-15' },
      ['La vigencia «2026-09-15» no llega a la última fecha del calendario, 2026-09-16.'],
    ],
    [
      'a holiday too late, in a calendar without an end',
      { ...file, holidays: ['2201-01-01'] },
      ['La fecha «2201-01-01» no está entre las que admite un calendario, 2000-01-01 a 2200-12-31.'],
    ],
  ])('what is wrong is told with what was written: %s', (_, value, told) => {
    const read = parseCalendar(value);
    expect(read.ok ? [] : read.faults.map((fault) => calendarFaultText(fault).es)).toEqual(told);
  });

  it('its faults say in both languages what is wrong', () => {
    const read = parseCalendar({ ...file, week: { mon: ['9'] }, holidays: ['x'] });
    expect(read.ok ? [] : read.faults.map(calendarFaultText)).toEqual([
      { es: '«9» no es un intervalo como 09:00-21:00.', en: '"9" is no interval like 09:00-21:00.' },
      { es: '«x» no es una fecha como 2026-09-16.', en: '"x" is no date like 2026-09-16.' },
    ]);
  });
});

describe('a calendar is published', () => {
  it('up to 31 December ten years after its last date or the start asked for, whichever is later', () => {
    const until = (more: object, asked: string) => {
      const made = publishCalendar(
        source(mexico, on(workdays, '09:00-18:00'), more),
        instant(asked),
        transitionsOf,
      );
      return made.ok && made.calendar.until;
    };
    expect(until({}, '2026-06-01T00:00:00Z')).toBe('2036-12-31');
    expect(until({ holidays: ['2030-09-16', '2028-09-16'] }, '2026-06-01T00:00:00Z')).toBe('2040-12-31');
    expect(until({ overrides: { '2028-12-24': [] } }, '2026-06-01T00:00:00Z')).toBe('2038-12-31');
    expect(until({ holidays: ['2020-09-16'] }, '2026-06-01T00:00:00Z')).toBe('2036-12-31');
    expect(until({ until: '2027-01-31' }, '2026-06-01T00:00:00Z')).toBe('2027-01-31');
    expect(until({}, '2195-06-01T00:00:00Z')).toBe('2200-12-31');
  });

  it('with the transitions of its zone: the last of Mexico City is that of October 2022', () => {
    const { transitions } = published(mexico, on(workdays, '09:00-18:00'));
    expect(transitions[0]).toEqual({ at: '1999-12-31T00:00:00.000Z', offset: -360 });
    expect(transitions.at(-2)).toEqual({ at: '2022-04-03T08:00:00.000Z', offset: -300 });
    expect(transitions.at(-1)).toEqual({ at: '2022-10-30T07:00:00.000Z', offset: -360 });
  });

  it.each([
    ['America/Tijuana', '2026-03-08T10:00:00.000Z', -420],
    ['America/Ciudad_Juarez', '2026-11-01T08:00:00.000Z', -420],
    ['America/Ojinaga', '2026-11-01T07:00:00.000Z', -360],
    ['Pacific/Apia', '2011-12-30T10:00:00.000Z', 840],
  ])('with those of %s: one at %s', (zone, at, offset) => {
    const { transitions } = published(zone, on(workdays, '09:00-18:00'));
    expect(transitions).toContainEqual({ at, offset });
  });

  it('a calendar is refused where it never opens (case 9), or its zone is not known', () => {
    expect(publishing({ week: {} })).toEqual(['calendar-empty /week']);
    expect(publishing({ week: { mon: [] } })).toEqual(['calendar-empty /week']);
    expect(publishing({ week: { mon: ['02:00-03:00'] } })).toEqual([]);
    expect(publishing({ week: {}, overrides: { '2026-12-24': ['09:00-14:00'] } })).toEqual([]);
    expect(publishing({ zone: 'America/Nowhere' })).toEqual(['zone-unknown /zone']);
  });

  it('a zone that is one offset all year is one too, by the name that the machine knows', () => {
    expect(published('Etc/GMT+6', on(workdays, '09:00-18:00')).transitions).toMatchObject([{ offset: -360 }]);
  });

  it('a calendar is refused whose intervals would fill the memory, and told the limit', () => {
    const minutes = Array.from({ length: 720 }, (_, index) => {
      const [hour, minute] = [Math.floor(index / 30), (index % 30) * 2];
      const two = (value: number) => String(value).padStart(2, '0');
      return `${two(hour)}:${two(minute)}-${two(hour)}:${two(minute + 1)}`;
    });
    const week = on(everyDay, ...minutes);
    expect(publishing({ week, until: '2200-12-31' })).toEqual(['intervals-too-many /week']);
    expect(publishing({ week, until: '2007-12-31' })).toEqual(['intervals-too-many /week']);
    expect(publishing({ week, until: '2007-07-31' })).toEqual([]);
    const told = calendarFaultText({
      ...{ code: 'intervals-too-many', path: '/week' },
      details: { count: 2_103_840, until: '2007-12-31', most: 2_000_000 },
    });
    expect(told.en).toContain('some 2103840 intervals until 2007-12-31, and the most is 2000000');
  });

  it('a calendar is refused where an override meets the night shift of the date before, or of its own', () => {
    const nights = { week: on('mon tue wed', '22:00-30:00') };
    const on24 = (date: string, ...intervals: string[]) =>
      publishing({ ...nights, overrides: { [date]: intervals } });
    expect(on24('2026-06-02', '05:59-10:00')).toEqual(['interval-overlap /overrides']);
    expect(on24('2026-06-02', '06:00-10:00')).toEqual([]);
    expect(on24('2026-05-31', '23:00-46:01')).toEqual(['interval-overlap /overrides']);
    expect(on24('2026-05-31', '23:00-46:00')).toEqual([]);
  });
});

describe('a calendar that is made ready to count on', () => {
  const readyWith = (more: object) => {
    const made = compileCalendar({ ...published(mexico, on('mon tue', '22:00-30:00')), ...more });
    return made.ok ? [] : made.faults.map((fault) => [fault.code, fault.path, calendarFaultText(fault).en]);
  };

  it('is refused where intervals of two dates overlap, which the fault names', () => {
    const said = 'These intervals overlap: 2026-06-01 22:00-30:00, 2026-06-02 05:59-10:00.';
    expect(readyWith({ overrides: { '2026-06-02': ['05:59-10:00'] } })).toEqual([
      ['interval-overlap', '/overrides', said],
    ]);
    expect(readyWith({ overrides: { '2026-06-02': ['06:00-10:00'] } })).toEqual([]);
  });

  it('names an overlap of two overrides once, though both dates have part in it', () => {
    const overrides = { '2026-06-01': ['22:00-30:00'], '2026-06-02': ['05:00-07:00'] };
    expect(readyWith({ week: {}, overrides }).map(([code]) => code)).toEqual(['interval-overlap']);
  });

  it('is refused where it never opens', () => {
    expect(readyWith({ week: {} })).toEqual([['calendar-empty', '/week', 'The calendar is never open.']]);
  });

  it('counts the hours of a day in order of time, however they are written', () => {
    const hours = on(workdays, '14:00-18:00', '09:00-13:00');
    const { starts, ends } = compiled(published('UTC', hours));
    expect([starts[0], ends[0], starts[1], ends[1]].map((at) => at && new Date(at).toISOString())).toEqual([
      '2000-01-03T09:00:00.000Z',
      '2000-01-03T13:00:00.000Z',
      '2000-01-03T14:00:00.000Z',
      '2000-01-03T18:00:00.000Z',
    ]);
  });
});

describe('a published calendar is read', () => {
  const calendar = published(mexico, on(workdays, '09:00-18:00'), { until: '2030-12-31' });
  const value = (more: object): JsonValue => parseJson(JSON.stringify({ ...calendar, ...more })) ?? null;
  const faults = (more: object) => {
    const read = parsePublishedCalendar(value(more));
    return read.ok ? [] : read.faults.map(({ code, path }) => `${code} ${path}`);
  };

  it('as it was written', () => {
    expect(parsePublishedCalendar(value({}))).toEqual({ ok: true, calendar });
    expect(readCalendar(value({}))).toEqual({ ok: true, calendar });
    expect(faults({ sha256: 'that of another part of it' })).toEqual([]);
    expect(compileCalendar(calendar)).toMatchObject({ ok: true, calendar: { until: '2030-12-31' } });
  });

  it.each<[string, object, readonly string[]]>([
    ['no end', { until: undefined }, ['field-missing /until']],
    ['no transition', { transitions: [] }, ['transitions-invalid /transitions']],
    ['transitions that are none', { transitions: {} }, ['transitions-invalid /transitions']],
    ['an item that is nothing', { transitions: [null] }, ['transitions-invalid /transitions']],
    ['an item that is none', { transitions: [1] }, ['transitions-invalid /transitions']],
    [
      'an instant that is none',
      { transitions: [{ at: '2000', offset: 0 }] },
      ['transitions-invalid /transitions'],
    ],
    [
      'an offset of more than a day',
      { transitions: [{ at: '1999-12-31T00:00:00.000Z', offset: 1441 }] },
      ['transitions-invalid /transitions'],
    ],
    [
      'an offset in words',
      { transitions: [{ at: '1999-12-31T00:00:00.000Z', offset: '-06:00' }] },
      ['transitions-invalid /transitions'],
    ],
    [
      'an offset in digits that are a text',
      { transitions: [{ at: '1999-12-31T00:00:00.000Z', offset: '360' }] },
      ['transitions-invalid /transitions'],
    ],
    [
      'two at one instant',
      { transitions: [...calendar.transitions, ...calendar.transitions.slice(-1)] },
      ['transitions-invalid /transitions'],
    ],
    ['a fault of its source', { version: 0 }, ['field-invalid /version']],
  ])('a published calendar is refused with %s', (_, more, expected) => {
    expect(faults(more)).toEqual(expected);
  });

  it('with an offset of a day, the most there may be', () => {
    for (const offset of [1440, -1440])
      expect(faults({ transitions: [{ at: '1999-12-31T00:00:00.000Z', offset }] })).toEqual([]);
  });

  it('what is no object is no published calendar either', () => {
    const read = parsePublishedCalendar(null);
    expect(read.ok ? [] : read.faults.map((fault) => calendarFaultText(fault).en)).toEqual([
      '"calendar" must be {"id", "version", "zone", "week"}.',
    ]);
  });

  it('its fault names the end that is missing', () => {
    const read = parsePublishedCalendar(value({ until: undefined }));
    expect(read.ok ? [] : read.faults.map((fault) => calendarFaultText(fault).en)).toEqual([
      '"until" is missing.',
    ]);
  });
});
