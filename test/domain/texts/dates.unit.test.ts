import { describe, expect, it } from '@jest/globals';
import { datesIn } from '../../../src/domain/texts/dates.js';
import { at } from '../../../src/testing/index.js';

const es = datesIn('America/Mexico_City', 'es');
const en = datesIn('America/Mexico_City', 'en');

describe('A moment is written in the provider’s zone', () => {
  it('in both languages', () => {
    const moment = at('2026-11-24T06:45:19Z');
    expect(es.day(moment)).toBe('24 de noviembre de 2026');
    expect(es.weekday(moment)).toBe('martes 24 de noviembre de 2026');
    expect(es.moment(moment)).toBe('24 de noviembre de 2026, 00:45 h');
    expect(en.weekday(moment)).toBe('Tuesday 24 November 2026');
    expect(en.moment(moment)).toBe('24 November 2026, 00:45');
  });

  it('with the offset of its own date: before and after Mexico gave up summer time', () => {
    expect(es.moment(at('2022-07-15T22:30:00Z'))).toBe('15 de julio de 2022, 17:30 h');
    expect(es.moment(at('2026-07-15T22:30:00Z'))).toBe('15 de julio de 2026, 16:30 h');
  });

  it('which may be another day elsewhere', () => {
    const moment = at('2026-11-24T06:45:19Z');
    expect(datesIn('America/Tijuana', 'es').moment(moment)).toBe('23 de noviembre de 2026, 22:45 h');
  });
});

describe('A deadline', () => {
  it('at midnight is named by the day that ends with it', () => {
    expect(es.deadline(at('2026-12-01T06:00:00Z'))).toBe('30 de noviembre de 2026');
  });

  it('at any other hour is named by the hour', () => {
    expect(es.deadline(at('2026-12-01T06:01:00Z'))).toBe('1 de diciembre de 2026, 00:01 h');
  });
});

describe('A window', () => {
  it('within a day is two hours', () => {
    const window = { from: at('2026-11-25T16:00:00Z'), to: at('2026-11-25T20:00:00Z') };
    expect(es.hours(window)).toBe('de 10:00 a 14:00 h');
    expect(en.hours(window)).toBe('from 10:00 to 14:00');
  });

  it('from one day to the next, told beside its first day, names the other, wherever the process runs', () => {
    const window = { from: at('2026-11-26T04:00:00Z'), to: at('2026-11-26T07:00:00Z') };
    expect(es.hours(window)).toBe('de 22:00 h a 01:00 h del jueves 26 de noviembre de 2026');
    expect(en.hours(window)).toBe('from 22:00 to 01:00 on Thursday 26 November 2026');
  });
});
