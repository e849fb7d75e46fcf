// Answers the questions on stdin by a build of the library, and prints them: what it prints must not depend on the zone
// of the process. Whatever asks the machine for a time zone throws.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const [dist] = process.argv.slice(2);
const built = (name) => import(pathToFileURL(join(dist, name)).href);
const { compileCalendar, dueOf, readClocks, stepsOf } = await built('domain/index.js');
const { explanationOf } = await built('domain/texts/index.js');
const { clockExplanation } = await built('domain/texts/deadlines/clock-text.js');

const { terms, lives, policies, calendars } = JSON.parse(readFileSync(0, 'utf8'));

const compiled = (source) => {
  const made = compileCalendar(source);
  if (!made.ok) throw new Error(JSON.stringify(made.faults));
  return made.calendar;
};
const known = new Map(Object.entries(calendars).map(([ref, source]) => [ref, compiled(source)]));
const published = {
  policyOf: (ref) => policies.find(({ id, version }) => `${id}@${version}` === ref),
  calendarOf: (ref) => known.get(ref),
};
const languages = ['es', 'en'];

Object.defineProperty(globalThis, 'Intl', {
  get: () => {
    throw new Error('the machine was asked');
  },
});

const lines = [];
for (const { calendar: source, question } of terms) {
  const calendar = compiled(source);
  const outcome = dueOf(calendar, question);
  const steps = outcome.ok ? stepsOf(calendar, question) : [];
  lines.push(JSON.stringify([outcome, ...languages.map((language) => explanationOf(steps, language))]));
}
for (const { events, at } of lives) {
  const { clocks, missing } = readClocks(events, published, at);
  const told = clocks.map((clock) => [
    clock,
    ...languages.map((language) => clockExplanation(clock, known.get(clock.calendar), language)),
  ]);
  lines.push(JSON.stringify([told, missing]));
}
process.stdout.write(`${lines.join('\n')}\n`);
