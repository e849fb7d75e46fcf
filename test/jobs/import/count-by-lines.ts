import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

interface Line {
  readonly activity: string;
  readonly at: number;
}

const value = (text: string, key: string) => new RegExp(`key="${key}" value="([^"]*)"`).exec(text)?.[1] ?? '';

/** The cases of a log by another route than ours: the text cut at its tags, no XML parser, no reader of ours. */
const linesOf = (path: string): readonly (readonly Line[])[] =>
  gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('<trace>')
    .slice(1)
    .map((trace) =>
      trace
        .split('<event>')
        .slice(1)
        .map((event) => ({
          activity: value(event, 'concept:name'),
          at: Date.parse(value(event, 'time:timestamp')),
        })),
    );

const work: readonly string[] = [
  'Take in charge ticket',
  'Assign seriousness',
  'Insert ticket',
  'Wait',
  'Require upgrade',
  'Create SW anomaly',
  'Resolve SW anomaly',
  'Schedule intervention',
];
const ends: readonly string[] = ['Resolve ticket', 'Closed'];

const isReopened = (lines: readonly Line[]) => {
  const end = lines.findIndex(({ activity }) => ends.includes(activity));
  return end !== -1 && lines.slice(end).some(({ activity }) => work.includes(activity));
};

const isClosed = (lines: readonly Line[]) =>
  lines.filter(({ activity }) => activity === 'Closed' || work.includes(activity)).at(-1)?.activity ===
  'Closed';

const straightAfterItself = (lines: readonly Line[], name: string) =>
  lines.filter(({ activity }, index) => activity === name && lines[index - 1]?.activity === name).length;

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** What an import of the help desk, or of its first cases, must come to, counted in the file. */
export const countByLines = (path: string, dates: readonly string[], limit = Infinity) => {
  const cases = linesOf(path).slice(0, limit);
  const waits = cases.map((lines) => lines.filter(({ activity }) => activity === 'Wait').length);
  const standing = (until: number) => {
    const known = cases
      .map((lines) => lines.filter(({ at }) => at <= until))
      .filter((lines) => lines.length > 0);
    const closed = known.filter(isClosed).length;
    return { open: known.length - closed, closed };
  };
  return {
    totals: {
      cases: cases.length,
      events: sum(cases.map((lines) => lines.length)),
      casesWithWait: waits.filter((count) => count > 0).length,
      waits: sum(waits),
      casesReopened: cases.filter(isReopened).length,
      casesNotClosed: cases.filter((lines) => lines.at(-1)?.activity !== 'Closed').length,
      noNewFact: sum(cases.flatMap((lines) => ends.map((name) => straightAfterItself(lines, name)))),
    },
    standing: dates.map((date) => standing(Date.parse(date))),
  };
};
