import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Language } from '../../../src/domain/complaint/vocabulary.js';
import { causeLabels } from '../../../src/domain/texts/labels/causes.js';
import { readWord } from '../../../src/domain/texts/words/read-word.js';
import { vocabularyOf } from '../../../src/domain/texts/words/vocabularies.js';
import { offeredBy } from '../../../src/interfaces/cli/completion/offered.js';
import { wordsIn } from '../../../src/interfaces/cli/flags/flag.js';
import { globalFlags } from '../../../src/interfaces/cli/program/global-flags.js';
import { libraryOpener } from '../../../src/interfaces/cli/session/library-opener.js';
import { subcommands } from '../../../src/interfaces/cli/subcommands.js';
import { fakeQuejas } from './fake-quejas.js';
import { runWith } from './terminal.js';

const script = async (shell: string, language: Language = 'es') =>
  (await runWith(fakeQuejas().opener, ['completion', shell, '--lang', language])).stdout;

const utf8 = { ...process.env, LC_ALL: 'C.UTF-8' };

const hasShell = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;

/** What a program writes, a line each. */
const linesOf = (program: string, argv: readonly string[]): readonly string[] => {
  const { stdout, stderr, status } = spawnSync(program, argv, { encoding: 'utf8', env: utf8 });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return stdout.split('\n').filter((line) => line !== '');
};

const folder = mkdtempSync(join(tmpdir(), 'quejas-completion-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How a shell is asked what it would complete after these words; the last of them is what was begun. */
const shells: Readonly<Record<string, (file: string, words: readonly string[]) => readonly string[]>> = {
  bash: (file, words) =>
    linesOf('bash', [
      ...['--norc', '-c'],
      `source ${file}; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _quejas; printf '%s\\n' "\${COMPREPLY[@]}"`,
      ...['bash', 'quejas', ...words],
    ]),
  // What would draw the list writes it instead.
  zsh: (file, words) =>
    linesOf('zsh', [
      ...['-f', '-c'],
      `compdef() { :; }
compset() { :; }
_files() { :; }
compadd() { shift; print -l -- "$@"; }
_describe() { print -l -- "\${(@)\${(@P)@[-1]}%%:*}"; }
source ${file}
words=("$@") CURRENT=$#
_quejas`,
      ...['zsh', 'quejas', ...words],
    ]),
  fish: (file, words) =>
    linesOf('fish', [
      '--no-config',
      '-c',
      `source ${file}; complete -C '${['quejas', ...words].join(' ')}'`,
    ]).map((line) => line.split('\t')[0] ?? ''),
};

/** What begins with what was begun: zsh chooses by itself from what it is offered. */
const beginning = (words: readonly string[], begun: string) =>
  words.filter((word) => word.startsWith(begun)).sort();

const channels = ['teléfono', 'correo-electrónico', 'mensaje-WhatsApp', 'página-web'];

for (const shell of ['bash', 'zsh', 'fish']) {
  const tried = hasShell(shell) ? describe : describe.skip;
  tried(`a ${shell} that loaded the script of quejas completion ${shell}`, () => {
    const ask = async (words: readonly string[], language?: Language) => {
      const file = join(folder, shell);
      writeFileSync(file, await script(shell, language));
      return beginning(shells[shell]?.(file, words) ?? [], words.at(-1) ?? '');
    };

    it('completes commands and their other names', async () => {
      expect(await ask(['qu'])).toEqual(['queue']);
      expect(await ask([''])).toEqual(
        expect.arrayContaining(subcommands.flatMap(({ name, aliases }) => [name, ...aliases])),
      );
    });

    it('completes the options of a command, and those of every command', async () => {
      expect(await ask(['due', '--b'])).toEqual(['--business-days']);
      expect(await ask(['verify-cause', '--no-f'])).toEqual(['--no-fault-found']);
      expect(await ask(['due', '--pro'])).toEqual(['--provider']);
    });

    it('completes words of vocabularies by what they are called', async () => {
      expect(await ask(['file', '--kind', 'reporte'])).toEqual(['reporte-de-falla']);
      expect(await ask(['file', '--channel', ''])).toEqual(expect.arrayContaining(channels));
      expect(await ask(['verify-cause', 'CR-000001-K', '--cause', 'fibra'])).toEqual(['fibra-cortada']);
      expect(await ask(['file', '--kind', 'fault'], 'en')).toEqual(['fault-report']);
    });

    it('knows the command behind options that stand before it', async () => {
      expect(await ask(['--store', 'memory:', 'keys', 'ro'])).toEqual(['rotate']);
    });

    it('completes the words that follow a command', async () => {
      expect(await ask(['projections', 're'])).toEqual(['rebuild', 'replay', 'resume']);
    });
  });
}

describe('what a shell completes', () => {
  it.each(['es', 'en'] as const)('is read as the word it stands for, every one of them: %s', (language) => {
    const { commands } = offeredBy(subcommands, globalFlags, language);
    const flags = subcommands.flatMap(({ flags: own, commonFlags = [] }) => [...own, ...commonFlags]);
    let tried = 0;
    for (const [place, option] of commands.flatMap(({ options }) => options).entries()) {
      const flag = flags[place];
      const allowed =
        flag === undefined ? [] : flag.type === 'cause' ? Object.keys(causeLabels) : wordsIn(flag.type);
      const labels = vocabularyOf(allowed) ?? (flag?.type === 'cause' ? causeLabels : {});
      for (const [at, code] of allowed.entries()) {
        const offered = option.words[at]?.replace(/=$/, '') ?? '';
        expect([flag?.name, offered, readWord(allowed, labels, offered)]).toEqual([
          flag?.name,
          offered,
          code,
        ]);
        expect(offered).toMatch(/^[\p{L}\p{N}-]+$/u);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(200);
  });

  it('is taken by the command that it follows', async () => {
    for (const { name, operand } of subcommands)
      for (const word of operand?.words ?? []) {
        const { stderr } = await runWith(libraryOpener, [name, word, '--store', 'memory:']);
        expect([name, word, stderr]).toEqual([name, word, expect.not.stringContaining('[choice-invalid]')]);
      }
  });

  it('is written for a known shell alone', async () => {
    const { status, stderr } = await runWith(fakeQuejas().opener, ['completion', 'tcsh']);
    expect(status).toBe(2);
    expect(stderr).toContain('bash, zsh, fish');
  });

  it('is one JSON value where only JSON is wanted', async () => {
    const { json } = await runWith(fakeQuejas().opener, ['completion', 'fish', '--json']);
    expect(json).toEqual([{ script: await script('fish') }]);
  });
});
