import { describe, expect, it } from '@jest/globals';
import {
  authorityClosures,
  datesOf,
  electionDays,
  federalHolidays,
  federalHolidaysProvenance,
} from '../../../src/domain/sla/mexico.js';
import { sourceBases } from '../../../src/domain/sla/calendar.js';

const datesIn = (year: number) => federalHolidays(year).map(({ date }) => date.slice(5));

describe('the federal rest days of Mexico', () => {
  it.each([
    [2005, ['01-01', '02-05', '03-21', '05-01', '09-16', '11-20', '12-25']],
    [2006, ['01-01', '02-06', '03-20', '05-01', '09-16', '11-20', '12-01', '12-25']],
    [2012, ['01-01', '02-06', '03-19', '05-01', '09-16', '11-19', '12-01', '12-25']],
    [2018, ['01-01', '02-05', '03-19', '05-01', '09-16', '11-19', '12-01', '12-25']],
    [2024, ['01-01', '02-05', '03-18', '05-01', '09-16', '10-01', '11-18', '12-25']],
    [2026, ['01-01', '02-02', '03-16', '05-01', '09-16', '11-16', '12-25']],
    [2027, ['01-01', '02-01', '03-15', '05-01', '09-16', '11-15', '12-25']],
    [2030, ['01-01', '02-04', '03-18', '05-01', '09-16', '10-01', '11-18', '12-25']],
  ])('of %i are those of the law', (year, dates) => {
    expect(datesIn(year)).toEqual(dates);
  });

  it('have names in both languages, and a source', () => {
    expect(federalHolidays(2024).find(({ date }) => date === '2024-10-01')?.name).toEqual({
      es: 'Transmisión del Poder Ejecutivo Federal',
      en: 'Transfer of the federal executive power',
    });
    expect(federalHolidays(2026).map(({ name }) => [name.es, name.en])).toEqual([
      ['Año Nuevo', "New Year's Day"],
      ['Aniversario de la Constitución', 'Anniversary of the Constitution'],
      ['Natalicio de Benito Juárez', "Benito Juárez's birthday"],
      ['Día del Trabajo', 'Labour Day'],
      ['Día de la Independencia', 'Independence Day'],
      ['Aniversario de la Revolución', 'Anniversary of the Revolution'],
      ['Navidad', 'Christmas Day'],
    ]);
    expect(federalHolidaysProvenance).toMatchObject({ of: 'holidays', basis: 'official' });
    expect(federalHolidaysProvenance.source).toMatch(/^Ley Federal del Trabajo, art. 74/);
    expect(federalHolidaysProvenance.lookedAt).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

describe('dates that follow from no rule', () => {
  it('are listed one by one with their source and the day of the last look', () => {
    for (const { basis, source, lookedAt, reason } of [...electionDays, ...authorityClosures]) {
      expect(sourceBases).toContain(basis);
      expect([source, reason.es, reason.en].every((text) => text.length > 5)).toBe(true);
      expect(lookedAt).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
    expect(authorityClosures.map(({ authority }) => authority)).toEqual(['SICT']);
    expect(electionDays.map(({ from, to, authority }) => [from, to, authority])).toEqual([
      ['2018-07-01', '2018-07-01', 'INE'],
      ['2021-06-06', '2021-06-06', 'INE'],
      ['2024-06-02', '2024-06-02', 'INE'],
    ]);
  });

  it('become holidays of a calendar, every date from the first to the last', () => {
    const dates = datesOf(authorityClosures);
    expect([dates.length, dates[0], dates[10], dates.at(-1)]).toEqual([
      16,
      '2025-12-22',
      '2026-01-01',
      '2026-01-06',
    ]);
  });
});
