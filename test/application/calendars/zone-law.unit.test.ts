import { describe, expect, it } from '@jest/globals';
import { zoneLawOf } from '../../../src/application/calendars/publish-calendar.js';
import type { PublishedCalendar } from '../../../src/domain/sla/calendar.js';
import { at } from '../../../src/testing/index.js';

const first = at('2000-01-01T00:00:00.000Z');

const calendarOf = (zone: string, offset: number): PublishedCalendar => ({
  ...{ id: 'desk', version: 1, zone, week: { mon: ['00:00-24:00'] }, holidays: [], overrides: {} },
  ...{ provenance: [], until: '2026-10-31', transitions: [{ at: first, offset }] },
});

/** Since when the law of a zone is another one for a calendar to 31 October 2026, where a later table has a change. */
const changed = (zone: string, offset: number, change: string) =>
  zoneLawOf(calendarOf(zone, offset), () => [
    { at: first, offset },
    { at: at(change), offset: offset + 60 },
  ]).changedSince;

describe('the law of a zone has changed for a calendar', () => {
  it('up to the end of its last local date, west of UTC on the next date there', () => {
    expect(changed('America/Mexico_City', -360, '2026-11-01T05:59:00.000Z')).toBe('2026-11-01T05:59:00.000Z');
    expect(changed('America/Mexico_City', -360, '2026-11-01T06:00:00.000Z')).toBeNull();
  });

  it('not beyond the end of its last local date, east of UTC on that date there', () => {
    expect(changed('Pacific/Apia', 780, '2026-10-31T10:59:00.000Z')).toBe('2026-10-31T10:59:00.000Z');
    expect(changed('Pacific/Apia', 780, '2026-10-31T11:00:00.000Z')).toBeNull();
  });

  it('in no way that can be told where the tables do not have its zone (bug: told as changed from the start)', () => {
    expect(zoneLawOf(calendarOf('America/Nowhere', -360), () => undefined)).toEqual({
      zoneKnown: false,
      changedSince: null,
    });
  });
});
