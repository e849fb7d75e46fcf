import { describe, expect, it } from '@jest/globals';
import { complaintSubcommands } from '../../../src/interfaces/cli/complaint/index.js';
import { kebabCase } from '../../../src/interfaces/cli/flags/flag.js';
import { subcommands } from '../../../src/interfaces/cli/subcommands.js';
import { fakeQuejas } from './fake-quejas.js';
import { runWith } from './terminal.js';

const help = async (...argv: readonly string[]) => runWith(fakeQuejas().opener, argv);

/** Commands of later versions: nothing may promise them. */
const notBuiltYet = ['subject'];

const listed = (text: string): readonly string[] =>
  [...text.matchAll(/^ {2}([a-z][a-z-]*)(?:, ([a-z-]+))*(?: {2,}|$)/gm)].map(([, name = '']) => name);

describe('quejas --help', () => {
  it.each(['es', 'en'])('says everything in one language: %s', async (language) => {
    const { status, stdout, stderr } = await help('--help', '--lang', language);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatchSnapshot();
  });

  it.each(['file', 'queue', 'verify-cause'])('explains a command: %s', async (name) => {
    expect((await help(name, '--help')).stdout).toMatchSnapshot();
    expect((await help('help', name)).stdout).toBe((await help(name, '--help')).stdout);
  });

  it('lists every command of the complaint, and nothing that is not built', async () => {
    const names = listed((await help('--help')).stdout);
    expect(names).toEqual(expect.arrayContaining(Object.keys(complaintSubcommands).map(kebabCase)));
    expect(names).toEqual(expect.arrayContaining(subcommands.map(({ name }) => name)));
    expect(names.filter((name) => notBuiltYet.includes(name))).toEqual([]);
  });

  it('lists no commands under a heading that says nothing but help', async () => {
    expect((await help('--help', '--lang', 'en')).stdout).toMatch(/^Help:\n {2}help /m);
    expect((await help('--help', '--lang', 'es')).stdout).toMatch(/^Ayuda:\n {2}help /m);
  });

  it('is what comes of no command at all', async () => {
    expect((await help()).stdout).toBe((await help('--help')).stdout);
  });

  it('is never wider than the terminal', async () => {
    for (const { name } of subcommands)
      for (const columns of [80, 120]) {
        const { stdout } = await runWith(fakeQuejas().opener, [name, '--help'], { columns });
        expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns);
      }
  });

  it('is a JSON value where only JSON is wanted', async () => {
    expect((await help('--help', '--json')).json).toEqual([{ help: expect.stringContaining('Uso: quejas') }]);
  });
});

describe('the language', () => {
  const language = async (env: Record<string, string>, ...argv: readonly string[]) =>
    /^Uso/.test((await runWith(fakeQuejas().opener, ['--help', ...argv], { env })).stdout) ? 'es' : 'en';

  it('is Spanish unless something says otherwise', async () => {
    expect(await language({ LANG: '' })).toBe('es');
    expect(await language({ LANG: 'C.UTF-8' })).toBe('es');
    expect(await language({ LANG: 'fr_FR.UTF-8' })).toBe('es');
  });

  it('is that of the environment, where LC_ALL comes before LANG', async () => {
    expect(await language({ LANG: 'en_US.UTF-8' })).toBe('en');
    expect(await language({ LANG: 'en_US.UTF-8', LC_ALL: 'es_MX.UTF-8' })).toBe('es');
    expect(await language({ LANG: 'en_US.UTF-8', LC_ALL: '' })).toBe('en');
  });

  it('is that of --lang before all', async () => {
    expect(await language({ LANG: 'es_MX.UTF-8' }, '--lang=en')).toBe('en');
    expect(await language({ LANG: 'en_US.UTF-8' }, '--lang', 'es')).toBe('es');
  });

  it('is refused where there are no texts in it', async () => {
    const { status, stderr } = await runWith(fakeQuejas().opener, ['version', '--lang', 'fr']);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('[choice-invalid]') });
  });
});
