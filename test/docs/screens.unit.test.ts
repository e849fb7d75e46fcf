import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { subcommands } from '../../src/interfaces/cli/subcommands.js';
import { foreignIn } from '../support/foreign-words.js';

const folder = join(__dirname, '../../docs/screens');

interface Screen {
  readonly command: string;
  readonly lines: readonly string[];
}

const section = /^## quejas ([a-z-]+)\n([\s\S]*?)(?=^## |(?![\s\S]))/gm;
const block = /^```text\n([\s\S]*?)\n```$/gm;

/** Every screen that is shown, under the command that it is of. */
const screens: readonly Screen[] = readdirSync(folder)
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .flatMap((page) => [...page.matchAll(section)])
  .flatMap(([, command = '', text = '']) =>
    [...text.matchAll(block)].map(([, shown = '']) => ({ command, lines: shown.split('\n') })),
  );

/** What came of it, without the command line that was typed. */
const shownBy = ({ lines }: Screen): readonly string[] => {
  const typed = lines.findIndex((line) => !line.endsWith(' \\'));
  return lines.slice(typed + 1);
};

/** What writes for programs: a script, JSON, numbers for a monitor, or the codes themselves. */
const forPrograms = new Set(['completion', 'metrics', 'reveal', 'replay', 'words', 'version', 'projections']);

/** References of a host, file names, keys and hashes are no words. */
const withoutReferences = (text: string): string =>
  text
    .replace(/\b[A-Z]{2,4}-\d{6}-[0-9A-Z]\b|\b(?:complaint|[a-z]+)-[0-9a-f-]{36}#\d+/g, '')
    .replace(/\b[a-z]+(?:-[a-z]+)*-\d+\b|\b[a-z]{2}-[a-z]+\b/g, '')
    .replace(/\[[a-z-]+\]|--[a-z-]+|\S*\/\S*|\b\S+\.(?:csv|json|md|db)\b|\bSHA-256\b|\b[A-Z]-\d\d\b/g, '')
    .replace(/^quejas: .*?(?= )|^ *quejas .*$/gm, '')
    .replace(/\S*\.example\S*|\S+@\S+|\bwww\.\S+/g, '');

describe('docs/screens', () => {
  it('holds a screen of each command, taken from a terminal', () => {
    const shown = new Set(screens.map(({ command }) => command));
    expect(subcommands.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
    expect(screens.flatMap((screen) => (shownBy(screen).join('').trim() === '' ? [screen] : []))).toEqual([]);
  });

  it('is no wider than 80 columns where a line can be broken', () => {
    // What goes to scripts is told on one line: a fault, a record of JSON, an event, a place.
    const oneLine = /^(?:quejas: |\{|\S+\t|— |[A-Z][^│]*$)/;
    const wide = screens.flatMap(({ command, lines }) =>
      lines.flatMap((line) =>
        line.length > 80 && line.includes(' ') && !forPrograms.has(command) && !oneLine.test(line)
          ? [`${command}: ${line}`]
          : [],
      ),
    );
    expect(wide).toEqual([]);
  });

  it('holds no code, no English word and no instant in UTC', () => {
    const found = screens
      .filter(({ command }) => !forPrograms.has(command))
      .flatMap((screen) =>
        shownBy(screen).flatMap((line) => {
          const foreign = foreignIn(withoutReferences(line));
          return foreign.length === 0 ? [] : [`${screen.command}: ${foreign.join(', ')}: ${line}`];
        }),
      );
    expect(found).toEqual([]);
  });
});
