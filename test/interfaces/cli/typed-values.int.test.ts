import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { globalFlags } from '../../../src/interfaces/cli/program/global-flags.js';
import { libraryOpener } from '../../../src/interfaces/cli/session/library-opener.js';
import { subcommands } from '../../../src/interfaces/cli/subcommands.js';
import { foreignIn } from '../../support/foreign-words.js';
import { on, mexico, workdays } from '../../domain/sla/calendars.js';
import { fieldOf } from './json-fields.js';
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

/** What goes before a flag: not the flag itself, and the due instant of an authority is a term of its own. */
const wordsBefore = (name: string, flag: string): readonly string[] => {
  const words = others[name] ?? [];
  const place = words.indexOf(flag === '--fixed' ? '--minutes' : flag);
  return place < 0 ? words : words.toSpliced(place, 2);
};

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

/** Options, commands, fields of JSON, codes, schemes and currencies are typed as they are in either language. */
const withoutNames = (told: string): string =>
  told.replace(/--[a-z-]+(?: \[\d+\]\.\w+)?|\[[a-z-]+\]|^quejas|words procedures|\w+:\/\/…|\bUSD\b/g, '');

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
    ['--subkind', 'duda'],
    ['--subkind', 'Cambio de domicilio'],
    ['--subkind', 'servicios adicionales'],
    ['--language', 'Español'],
  ])('%s %s', async (name, value) => {
    const argv = [...filing, name, value, ...conectaredInMemory];
    expect(await runWith(libraryOpener, argv, { cwd: folder })).toMatchObject({ status: 0, stderr: '' });
  });

  it('--relationship relacionada=CR-000001-K, whose folio is looked for as that of a link is', async () => {
    const argv = [...filing, '--relationship', 'relacionada=CR-000001-K', ...conectaredInMemory];
    const { status, stderr } = await runWith(libraryOpener, argv, { cwd: folder });
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('[folio-unknown]') });
  });

  it.each([
    ['--price', 'cheap', '--price: Debe ser un importe, como 499, $1,499.50 o 499.00 USD.'],
    ['--price', '1,50', '--price: Debe ser un importe, como 499, $1,499.50 o 499.00 USD.'],
    [
      '--at',
      'ayer',
      '--at (--occurred-at): Debe ser una fecha y hora, como 2026-12-21 10:00 o 21/12/2026 10:00',
    ],
    [
      '--preferred-channel',
      'correo',
      '--preferred-channel: Debe ser uno de: correo electrónico, correo postal.',
    ],
    ['--preferred-channel', 'paloma', '--preferred-channel: Debe ser uno de: teléfono, correo electrónico,'],
    ['--price', '-5', '--price: Ese importe es demasiado grande, o aquí no puede ser negativo.'],
    ['--disputed-charge', '-3', '--disputed-charge: Debe ser un importe mayor que cero, como 499,'],
    ['--disputed-charge', '0', '--disputed-charge: Debe ser un importe mayor que cero, como 499,'],
    ['--period-days', '30 días', '--period-days: Debe ser un número entero, en cifras solas, como 30.'],
    ['--relationship', 'relacionada', 'unidas por =, como relacionada=CR-000123-0.'],
    ['--external-reference', '12345', 'unidas por =, como PROFECO=12345.'],
    ['--attachments', 'foto.jpg', '--attachments: Debe ser una lista en JSON'],
    ['--attachments', '[{}]', '--attachments [0].sha256: Falta este dato.'],
    ['--municipality', '¿?', '--municipality: Debe ser el nombre de un lugar o su referencia'],
    ['--equipment', 'módem', '--equipment: Debe ser una referencia sin espacios ni datos personales'],
    ['--subkind', 'Cambio de módem', '--subkind: Debe ser «duda», el nombre de un trámite'],
  ])('what a person types wrongly is told with its right form: %s %s', async (name, value, said) => {
    const argv = [...filing, name, value, ...conectaredInMemory];
    const { status, stderr } = await runWith(libraryOpener, argv, { cwd: folder });
    expect(status).toBe(2);
    expect(stderr).toContain(said);
    expect(foreignIn(withoutNames(stderr))).toEqual([]);
  });
});

describe('what a query lacks, or is given wrongly, is told in Spanish, by the option or by what it is called', () => {
  it.each([
    [['queue', '--after', 'zzz'], 'La consulta no es válida: desde dónde seguir «zzz».'],
    [['queue', '--technician', 'Juan P'], 'el responsable técnico «Juan P». Debe ser una referencia'],
    [['list', '--subscriber', 'Ana R'], 'la persona «Ana R». Debe ser una referencia'],
    [['find', '--contract', 'Contrato 1'], 'el contrato «Contrato 1». Debe ser una referencia'],
    [['find', '--phone', 'abc'], 'el teléfono «…». Un teléfono son diez dígitos'],
    [['keys', 'backup', '--keys', 'file:./k.db'], 'Falta «archivo».'],
    [['audit', 'retire'], 'Falta «llave».'],
    [['projections', 'pause'], 'Falta «nombre».'],
    [['reveal', 'paquete'], 'Falta «--recipient-key».'],
    [['migrate', '--from', 'x', '--to', 'y'], 'se espera: sqlite:RUTA, esdb://…, kurrentdb://….'],
    [['notice', 'CR-000001-X'], 'tiene algún carácter equivocado'],
    [['notice', 'CR-000001-K'], 'No hay ninguna solicitud con el folio CR-000001-K.'],
  ])('%j', async (argv, said) => {
    const { status, stderr } = await runWith(libraryOpener, [...argv, ...conectaredInMemory], {
      cwd: folder,
    });
    expect({ status, stderr }).toEqual({ status: expect.any(Number), stderr: expect.stringContaining(said) });
    expect(status).toBeGreaterThan(0);
    expect(foreignIn(withoutNames(stderr))).toEqual([]);
  });
});

describe('a request is known by the word for what it is more closely', () => {
  const filed = async (...argv: readonly string[]) => {
    const given = ['--channel', 'llamada', '--subscriber', 's-1', '--description', 'x'];
    const store = [
      '--store',
      'sqlite:./kinds.db',
      '--keys',
      'file:./kinds-keys.db',
      '--provider',
      'conectared',
    ];
    const { status, stderr } = await runWith(libraryOpener, ['file', ...argv, ...given, ...store], {
      cwd: folder,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { json } = await runWith(libraryOpener, ['events', '--type', 'Filed', '--json', ...store], {
      cwd: folder,
    });
    return fieldOf(json.at(-1), 'data');
  };

  it.each([
    [['--kind', 'duda'], { kind: 'inquiry', subkind: 'doubt', channel: 'phone' }],
    [['--kind', 'Dudas'], { kind: 'inquiry', subkind: 'doubt' }],
    [['--kind', 'cambio de domicilio'], { kind: 'procedure', subkind: 'change-of-address' }],
    [
      ['--kind', 'trámite', '--subkind', 'cambio de titular'],
      { kind: 'procedure', subkind: 'change-of-holder' },
    ],
    [['--kind', 'avería'], { kind: 'fault' }],
    [['--kind', 'baja'], { kind: 'cancellation' }],
    [['--kind', 'reclamos'], { kind: 'complaint' }],
  ])('%j', async (argv, data) => {
    expect(await filed(...argv)).toMatchObject(data);
  });
});

describe('a text that is no instant is refused by the name of the flag that it was typed with', () => {
  it('there are such flags in every part of the command line', () => {
    expect(instants.length).toBeGreaterThan(80);
    expect(new Set(instants.map(({ flag }) => flag)).size).toBeGreaterThan(15);
  });

  it.each(instants)('$name $flag', async ({ name, flag, operand }) => {
    const argv = [name, ...operand, ...wordsBefore(name, flag), flag, 'ayer'];
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
    const local = (typed: string) => [name, ...operand, ...wordsBefore(name, flag), flag, typed];
    const place = ['--store', 'memory:', '--provider', 'conectared', '--json'];
    for (const typed of ['2026-03-12 16:30', '12/03/2026 16:30']) {
      const { json } = await runWith(libraryOpener, [...local(typed), ...place], { cwd: folder });
      expect(JSON.stringify(json[0])).not.toMatch(/instant-invalid|not-an-instant|not-a-date|option-twice/);
    }
  });
});
