import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { globalFlags } from '../../../src/interfaces/cli/program/global-flags.js';
import { libraryOpener } from '../../../src/interfaces/cli/session/library-opener.js';
import { subcommands } from '../../../src/interfaces/cli/subcommands.js';
import { on, mexico, workdays } from '../../domain/sla/calendars.js';
import { runWith } from './terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'quejas-instants-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const office = { id: 'office', version: 1, zone: mexico, week: on(workdays, '09:00-18:00') };
writeFileSync(join(folder, 'office.json'), JSON.stringify(office));

/** Words without which a subcommand looks at no instant. */
const others: Readonly<Record<string, readonly string[]>> = {
  replay: ['--sla'],
  demo: ['--days', '1', '--accesses', '100'],
  due: ['--calendar', 'office.json', '--start', '2026-03-12T16:00:00-06:00', '--minutes', '5'],
  'attend-outage': [
    ...['--technician', 'rt-1', '--cause', 'cut-fibre', '--attribution', 'provider', '--action', 'spliced'],
    ...['--restored-at', '2026-03-12T16:00:00-06:00'],
  ],
};

/** The due instant of an authority is a term of its own. */
const withoutMinutes = (words: readonly string[]): readonly string[] => words.slice(0, -2);

const instants = subcommands.flatMap(({ name, flags, commonFlags = [], operand }) =>
  [...flags, ...commonFlags, ...globalFlags]
    .filter(({ type }) => type === 'instant')
    .flatMap((flag) => [flag.name, ...(flag.alias === undefined ? [] : [flag.alias])])
    .map((flag) => ({ name, flag: `--${flag}`, operand: operand === undefined ? [] : ['CR-000001-K'] })),
);

const filing = [
  'file',
  '--kind',
  'falla',
  '--channel',
  'Teléfono',
  '--subscriber',
  's-1',
  '--description',
  'x',
];
const conectaredInMemory = ['--store', 'memory:', '--provider', 'conectared'];

describe('what a person types is understood', () => {
  it.each([
    ['--price', '499'],
    ['--price', '$1,499.50'],
    ['--price', '499 pesos'],
    ['--municipality', 'Boca del Río'],
    ['--received-at', '2026-11-20 10:00'],
    ['--received-at', '20/11/2026 10:00'],
    ['--severity', 'Crítica'],
    ['--preferred-channel', 'Correo Electronico'],
    ['--role', 'servicio al cliente'],
  ])('%s %s', async (name, value) => {
    const argv = [...filing, name, value, ...conectaredInMemory];
    expect(await runWith(libraryOpener, argv, { cwd: folder })).toMatchObject({ status: 0, stderr: '' });
  });

  it.each([
    ['--price', 'cheap', '--price: Debe ser un importe, como 499, $1,499.50 o 499.00 USD.'],
    ['--price', '1,50', '--price: Debe ser un importe, como 499, $1,499.50 o 499.00 USD.'],
    [
      '--at',
      'ayer',
      '--at (--occurred-at): Debe ser una fecha y hora, como 2026-12-21 10:00 o 21/12/2026 10:00',
    ],
    ['--preferred-channel', 'correo', '--preferred-channel: Debe ser uno de: teléfono, correo electrónico,'],
  ])('what a person types wrongly is told with its right form: %s %s', async (name, value, said) => {
    const argv = [...filing, name, value, ...conectaredInMemory];
    const { status, stderr } = await runWith(libraryOpener, argv, { cwd: folder });
    expect(status).toBe(2);
    expect(stderr).toContain(said);
  });
});

describe('a text that is no instant is refused by the name of the flag that it was typed with', () => {
  it('there are such flags in every part of the command line', () => {
    expect(instants.length).toBeGreaterThan(80);
    expect(new Set(instants.map(({ flag }) => flag)).size).toBeGreaterThan(15);
  });

  it.each(instants)('$name $flag', async ({ name, flag, operand }) => {
    const words = others[name] ?? [];
    const argv = [name, ...operand, ...(flag === '--fixed' ? withoutMinutes(words) : words), flag, 'ayer'];
    const place = ['--store', 'memory:', '--provider', 'conectared', '--json'];
    const { status, json } = await runWith(libraryOpener, [...argv, ...place], { cwd: folder });
    expect(status).toBe(2);
    expect(json).toHaveLength(1);
    expect(json[0]).toMatchObject({
      ok: false,
      code: expect.stringMatching(/^(input|instant)-invalid$/),
      message: expect.stringContaining(flag),
    });
    if (JSON.stringify(json[0]).includes('input-invalid'))
      expect(json[0]).toMatchObject({
        details: {
          faults: expect.arrayContaining([
            expect.objectContaining({ code: 'not-an-instant', flag: expect.stringContaining(flag) }),
          ]),
        },
      });
  });
});

describe('a local time is understood by every flag that takes a moment, in the zone of the provider or the calendar', () => {
  const own = subcommands.flatMap(({ name, flags, operand }) =>
    flags
      .filter(({ type }) => type === 'instant')
      .map((flag) => ({
        name,
        flag: `--${flag.name}`,
        operand: operand === undefined ? [] : ['CR-000001-K'],
      })),
  );
  const ofTheClock = ['file', 'queue', 'clocks', 'due', 'run-due', 'procedure', 'show', 'sla'].map(
    (name) => ({
      name,
      flag: '--now',
      operand: ['show', 'clocks'].includes(name) ? ['CR-000001-K'] : [],
    }),
  );

  it.each([...own, ...ofTheClock])('$name $flag', async ({ name, flag, operand }) => {
    const words = others[name] ?? [];
    const kept = flag === '--fixed' ? withoutMinutes(words) : words;
    const local = (typed: string) => [name, ...operand, ...kept, flag, typed];
    const place = ['--store', 'memory:', '--provider', 'conectared', '--json'];
    for (const typed of ['2026-03-12 16:30', '12/03/2026 16:30']) {
      const { json } = await runWith(libraryOpener, [...local(typed), ...place], { cwd: folder });
      expect(JSON.stringify(json[0])).not.toMatch(/instant-invalid|not-an-instant|not-a-date/);
    }
  });
});
