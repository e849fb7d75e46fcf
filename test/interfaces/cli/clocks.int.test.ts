import { describe, expect, it } from '@jest/globals';
import { cliFolder, phonedFault } from '../../support/cli-folder.js';
import { keysOf, listOf } from './json-fields.js';

describe('quejas clocks', () => {
  const { quejas, json } = cliFolder();
  const filed = async () => {
    const { value } = await json(
      ['file', '--input', '-', '--role', 'customer-service', '--actor', 'cs-1', '--provider', 'conectared'],
      {
        input: JSON.stringify(phonedFault),
      },
    );
    if (typeof value !== 'object' || value === null || !('folio' in value)) throw new Error('not filed');
    return String(value.folio);
  };

  it('answers in JSON, in this order of fields, null where nothing has started', async () => {
    const folio = await filed();
    const { value, status } = await json(['clocks', folio]);
    expect(status).toBe(0);
    expect(keysOf(value)).toEqual(['folio', 'clocks', 'view', 'at', 'missing']);
    const clocks = listOf(value, 'clocks');
    const fields = [
      ...['clock', 'state', 'startedAt', 'dueAt', 'dueDay', 'consumedMs', 'remainingMs', 'pausedMs'],
      ...['forecastDueAt', 'policy', 'calendar', 'explanation', 'name', 'owedBy', 'overdueMs', 'endedAt'],
      ...['pause', 'pauses', 'warnings', 'cycle', 'run', 'breachRecordedAt', 'startsAt'],
    ];
    for (const each of clocks) expect(keysOf(each).filter((name) => name !== 'startedBy')).toEqual(fields);
    expect(clocks).toContainEqual(
      expect.objectContaining({ clock: 'C-07', state: 'running', dueAt: '2026-11-25T17:00:00.000Z' }),
    );
    expect(clocks).toContainEqual(
      expect.objectContaining({ clock: 'C-13', state: 'not-started', dueAt: null, startedAt: null }),
    );
  });

  it('tells a person in Spanish, in local time and without codes', async () => {
    const folio = await filed();
    const { stdout, status } = await quejas(['clocks', folio], { isTTY: true, columns: 120 });
    expect(status).toBe(0);
    expect(stdout).toContain('Reparación: corre; vence 25 nov 2026, 11:00; consumido 1 h, resta 23 h.');
    expect(stdout).toContain(
      'Dar a conocer el folio: incumplido; vence 24 nov 2026, 11:30; 30 min después de vencer.',
    );
    expect(stdout).toContain('Todavía no empiezan:');
    expect(stdout).not.toContain('C-07');
    expect(stdout).not.toContain('Calendario');
  });

  it('tells a person lengths of time to the minute, whatever the clock of the machine shows', async () => {
    const folio = await filed();
    const at = '2026-11-24T11:37:21.363-06:00';
    const { stdout } = await quejas(['clocks', folio, '--at', at], { isTTY: true, columns: 300 });
    expect(stdout).toContain(
      'Reparación: corre; vence 25 nov 2026, 11:00; consumido 37 min, resta 23 h 23 min.',
    );
    expect(stdout).toContain('incumplido; vence 24 nov 2026, 11:30; 7 min después de vencer.');
    expect(stdout).not.toMatch(/\d s\b/u);
  });

  it('tells a term of days by its last day, and not by the first minute of the next date', async () => {
    const folio = await filed();
    const { stdout } = await quejas(['clocks', folio], { isTTY: true, columns: 300 });
    expect(stdout).toContain('Resolución sobre una falla: corre; vence 27 nov 2026, al terminar el día;');
    const { value } = await json(['clocks', folio]);
    expect(listOf(value, 'clocks')).toContainEqual(
      expect.objectContaining({
        clock: 'C-10',
        dueAt: '2026-11-28T06:00:00.000Z',
        dueDay: '2026-11-27',
      }),
    );
  });

  it('says of a paused deadline when it would be due if the pause ended now, in local time', async () => {
    const folio = await filed();
    const by = ['--role', 'customer-service', '--actor', 'cs-1'];
    const held = await json(['hold', folio, '--reason', 'authority-extension', ...by]);
    expect(held.status).toBe(0);
    const { stdout } = await quejas(['clocks', folio], { isTTY: true, columns: 300 });
    expect(stdout).toContain('; si la pausa terminara ahora, vencería el 25 nov 2026, 11:00; consumido 1 h');
  });

  it('tells local times in a pipe too: its sentences are for people, and scripts have --json', async () => {
    const folio = await filed();
    const { stdout } = await quejas(['clocks', folio, '--explain']);
    expect(stdout).toContain('Reparación: corre; vence 25 nov 2026, 11:00;');
    expect(stdout).not.toMatch(/T\d\d:\d\d:\d\d/);
  });

  it('explains step by step, in English where asked', async () => {
    const folio = await filed();
    const { stdout } = await quejas(['clocks', folio, '--explain', '--lang', 'en'], {
      isTTY: true,
      columns: 200,
    });
    expect(stdout).toContain('Repair: running; due 25 Nov 2026, 11:00; consumed 1 h, left 23 h.');
    expect(stdout).toContain('  Start: Tuesday 24 Nov 2026 at 11:00.');
  });

  it.each([['--at'], ['--known-at']])(
    'knows no request before its receipt, as show does not: %s',
    async (asOf) => {
      const folio = await filed();
      const asked = [folio, asOf, '2020-01-01 10:00'];
      const told = await quejas(['clocks', ...asked]);
      expect({ status: told.status, stderr: told.stderr }).toEqual({
        status: 1,
        stderr: expect.stringContaining('[folio-unknown]'),
      });
      expect(await quejas(['show', ...asked])).toMatchObject({ status: told.status, stderr: told.stderr });
      const user = await quejas(['clocks', ...asked, '--role', 'user', '--unverified']);
      expect(user.status).toBe(1);
    },
  );

  it('shows the past, and nothing to an actor who is not verified', async () => {
    const folio = await filed();
    const { stdout } = await quejas(['clocks', folio, '--at', '2026-11-24T17:10:00Z'], {
      isTTY: true,
      columns: 120,
    });
    expect(stdout).toContain('Dar a conocer el folio: corre');
    const user = await quejas(['clocks', folio, '--role', 'user', '--actor', 's-1', '--unverified']);
    expect(user.stdout).toBe('Los plazos se dicen a quien comprueba que es parte de la solicitud.\n');
    expect((await json(['clocks', folio, '--role', 'user', '--unverified'])).value).toEqual({
      folio,
      clocks: [],
      view: 'brief',
      at: null,
      missing: [],
    });
  });

  it('names the process that recorded a breach in the words of a reader, in a pipe too', async () => {
    const folio = await filed();
    expect((await quejas(['run-due'])).status).toBe(0);
    const { stdout } = await quejas(['show', folio], { isTTY: true, columns: 160 });
    expect(stdout).toMatch(/Venció un plazo sin cumplirse[^\n]+plazos[^\n]+sistema/);
    expect(stdout).not.toContain('deadlines');
    expect((await quejas(['show', folio])).stdout).toContain('\tplazos\tsistema');
  });

  it('says that there is no such folio', async () => {
    await filed();
    expect((await json(['clocks', 'CR-000999-Z'])).value).toMatchObject({ ok: false });
    expect((await quejas(['clocks', 'CR-000999-Z'])).status).toBe(1);
  });
});
