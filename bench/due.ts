import { compileCalendar, dueOfTime, parsePublishedCalendar, type BusinessCalendar } from 'quejas/domain';

const minuteMs = 60_000;
const yearMinutes = 525_600;
const workdays = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** An office's calendar of forty years, published by hand: its zone changes its clocks twice a year up to 2022. */
const office = (): BusinessCalendar => {
  const summers = Array.from({ length: 23 }, (_, year) => [
    { at: new Date(Date.UTC(2000 + year, 3, 2, 8)).toISOString(), offset: -300 },
    { at: new Date(Date.UTC(2000 + year, 9, 29, 7)).toISOString(), offset: -360 },
  ]).flat();
  const parsed = parsePublishedCalendar({
    id: 'office',
    version: 1,
    zone: 'America/Mexico_City',
    week: { ...Object.fromEntries(workdays.map((day) => [day, ['09:00-18:00']])), sat: ['09:00-15:00'] },
    holidays: [],
    until: '2040-12-31',
    transitions: [{ at: '1999-12-31T00:00:00.000Z', offset: -360 }, ...summers],
  });
  const compiled = parsed.ok ? compileCalendar(parsed.calendar) : parsed;
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults));
  return compiled.calendar;
};

/** Starts over five years, each with three pauses within the horizon that overlap and come in no order. */
const questions = (horizon: number) =>
  Array.from({ length: 4096 }, (_, index) => {
    const start =
      Date.UTC(2020, 0, 6, 15) + ((index * 7919) % 1826) * 1440 * minuteMs + (index % 300) * minuteMs;
    const at = (share: number) => start + share * horizon * minuteMs;
    return {
      start,
      pauses: [
        { from: at(0.5), to: at(0.6) },
        { from: at(0.1), to: at(0.2) },
        { from: at(0.15), to: at(0.3) },
      ],
    };
  });

/** Due instants a second on one core: so many open minutes, three pauses within so many natural ones. */
export const dueRate = (count: number, target: number, horizon: number): number => {
  const calendar = office();
  const asked = questions(horizon);
  const round = (): number => {
    let found = 0;
    for (const { start, pauses } of asked)
      if (dueOfTime(calendar, start, target * minuteMs, pauses) > start) found += 1;
    return found;
  };
  for (let warmUp = 0; warmUp < 50; warmUp += 1) round();
  const rounds = Math.ceil(count / asked.length);
  const began = performance.now();
  let found = 0;
  for (let each = 0; each < rounds; each += 1) found += round();
  const seconds = (performance.now() - began) / 1000;
  if (found !== rounds * asked.length) throw new Error(`${String(found)} due instants`);
  return found / seconds;
};

export const hour = { target: 30, horizon: 60 };
/** A year of the office's open time, more or less. */
export const year = { target: 2000 * 60, horizon: yearMinutes };
