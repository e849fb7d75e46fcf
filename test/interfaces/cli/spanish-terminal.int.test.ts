import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instantOf } from '../../../src/domain/kernel/instant.js';
import { libraryOpener } from '../../../src/interfaces/cli/session/library-opener.js';
import { foreignIn } from '../../support/foreign-words.js';
import { runWith, type Ran, type Setting } from './terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'quejas-spanish-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const store = ['--store', 'sqlite:./quejas.db', '--keys', 'file:./keys.db', '--provider', 'conectared'];

/** References that a host gives are no words: folios, pseudonyms, clauses of a file. */
const withoutReferences = (text: string): string =>
  text
    .replace(/\b[A-Z]{2,4}-\d{6}-[0-9A-Z]\b|\b[a-z]+(?:-[a-z]+)*-\d+\b|\b[a-z]{2}-[a-z]+\b/g, '')
    .replace(/^quejas: /gm, '')
    .replace(/\[[a-z-]+\]|--[a-z-]+/g, '');

const quejas = (argv: readonly string[], setting: Setting = {}): Promise<Ran> =>
  runWith(libraryOpener, [...argv, ...store], {
    cwd: folder,
    clock: () => instantOf(Date.UTC(2026, 10, 30, 18)),
    env: { NO_COLOR: '1' },
    ...setting,
  });

/** A command at an hour of a day of November, by the clocks of the centre. */
const say = async (day: number, hour: number, ...argv: readonly string[]): Promise<void> => {
  const { status, stderr } = await quejas(argv, {
    clock: () => instantOf(Date.UTC(2026, 10, day, hour + 6)),
  });
  expect({ argv, stderr, status }).toEqual({ argv, stderr: '', status: 0 });
};

const words = 'Llevo tres días sin internet y nadie me contesta el teléfono de la oficina de Boca del Río';
let folio = '';

/** A complaint as a clerk types it, in Spanish words and local times. */
beforeAll(async () => {
  await say(
    ...([23, 10] as const),
    ...['file', '--kind', 'falla', '--channel', 'teléfono', '--received-at', '2026-11-23 09:30'],
    ...['--subscriber', 's-1', '--subject', 'servicio', '--defect', 'falla', '--description', words],
    ...['--severity', 'alta', '--price', '499', '--period-days', '30', '--municipality', 'Boca del Río'],
  );
  const { stdout } = await quejas(['list', '--subscriber', 's-1']);
  folio = /\bCR-\d{6}-\w\b/.exec(stdout)?.[0] ?? '';
  await say(23, 11, 'communicate-folio', folio, '--channel', 'Telefono');
  await say(23, 12, 'assign', folio, '--technician', 'rt-3');
  await say(
    ...([23, 13] as const),
    ...[
      'schedule-visit',
      folio,
      '--visitor',
      'rt-3',
      '--from',
      '2026-11-24 10:00',
      '--to',
      '24/11/2026 14:00',
    ],
    ...['--purpose', 'reparación'],
  );
  await say(23, 14, 'notify-visit', folio, '--visit', '1', '--channel', 'correo electrónico');
  await say(
    ...([24, 12] as const),
    ...['complete-visit', folio, '--visit', '1', '--started-at', '2026-11-24 10:30', '--actor', 'rt-3'],
  );
  await say(
    ...([24, 13] as const),
    ...['verify-cause', folio, '--cause', 'Fibra cortada', '--fault-found', '--attribution', 'proveedor'],
    ...['--affected-from', '2026-11-21 20:00', '--actor', 'rt-3'],
  );
});

describe('a Spanish terminal', () => {
  const commands = (): readonly (readonly string[])[] => [
    ['queue'],
    ['queue', '--for', 'todos'],
    ['queue', '--for', 'responsable técnico'],
    ['show', folio],
    ['show', folio, '--at', '2026-11-23 10:30'],
    ['clocks', folio],
    ['list', '--subscriber', 's-1'],
    ['find', '--channel', 'teléfono'],
    ['totals'],
    ['sla'],
  ];

  it('shows no code, no English word and no instant in UTC, on a screen or in a pipe', async () => {
    for (const argv of commands())
      for (const setting of [{ isTTY: true, columns: 200 }, {}] as const) {
        const { status, stdout, stderr } = await quejas(argv, setting);
        const text = withoutReferences(`${stdout}${stderr}`);
        expect({ argv, status, foreign: foreignIn(text) }).toEqual({ argv, status: 0, foreign: [] });
      }
  });

  it('shows which cause, who visits when, and how much', async () => {
    const { stdout } = await quejas(['show', folio], { isTTY: true, columns: 300 });
    expect(stdout).toContain('causas: fibra cortada');
    expect(stdout).toContain('atribución: imputable al proveedor');
    expect(stdout).toContain('acude: rt-3; horario: 24 nov 2026, 10:00 a 24 nov 2026, 14:00');
    expect(stdout).toContain('precio: $499.00 MXN');
    expect(stdout).toContain('municipio: Boca del Río');
  });

  it.each([40, 80, 120])('cuts no folio and no word of a person at %i columns', async (columns) => {
    for (const argv of [...commands(), ['show', folio, '--role', 'servicio al cliente']]) {
      const { stdout } = await quejas(argv, { isTTY: true, columns });
      expect(stdout).not.toMatch(/…|\.\.\./);
      if (argv.includes(folio) && argv[0] === 'show') expect(stdout).toContain(folio);
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns);
    }
    const { stdout } = await quejas(['show', folio, '--role', 'customer-service'], { isTTY: true, columns });
    const shown = stdout.replace(/[│\s]+/g, ' ');
    for (const word of words.split(' ')) expect(shown).toContain(word);
  });

  it('keeps codes and instants in UTC for scripts', async () => {
    const { json } = await quejas(['show', folio, '--json']);
    expect(json[0]).toMatchObject({
      kind: 'fault',
      channel: 'phone',
      receivedAt: '2026-11-23T15:30:00.000Z',
    });
  });

  it('refuses in labels and local times', async () => {
    const { stderr, status } = await quejas([
      'rule',
      folio,
      ...['--outcome', 'procedente', '--basis', 'x'],
      ...['--reasons', 'x', '--role', 'facturación'],
    ]);
    expect({ stderr, status }).toEqual({
      stderr: expect.stringContaining('El papel «Facturación» no puede hacer esto; pueden:'),
      status: 1,
    });
    expect(foreignIn(withoutReferences(stderr))).toEqual([]);
  });
});
