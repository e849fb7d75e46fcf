import { describe, expect, it } from '@jest/globals';
import { cliFolder, phonedFault } from '../../support/cli-folder.js';
import { keysOf, listOf, textOf } from './json-fields.js';

const filing = ['file', '--input', '-', '--role', 'customer-service', '--actor', 'cs-1'];

describe('quejas sla', () => {
  const { quejas, json } = cliFolder();
  const file = () => json([...filing, '--provider', 'conectared'], { input: JSON.stringify(phonedFault) });

  it('answers in JSON, in the order of the interface', async () => {
    await file();
    const { value, status } = await json(['sla']);
    expect(status).toBe(0);
    const board = ['filed', 'ages', 'due', 'overdue', 'measures', 'weeks', 'reopened', 'upheld', 'escalated'];
    expect(keysOf(value)).toEqual([
      ...['asOf', 'open', 'closed', 'byStatus', 'clocks', 'durations'],
      ...[...board, 'pauses', 'compensation', 'by', 'items', 'page'],
    ]);
    expect(value).toMatchObject({ open: 1, closed: 0 });
    const fields = ['clock', 'started', 'met', 'breached', 'running', 'paused', 'openBreached'];
    for (const each of listOf(value, 'clocks'))
      expect(keysOf(each)).toEqual([
        ...fields,
        'percentMet',
        'percentMetCountingOpenBreached',
        'name',
        'owedBy',
      ]);
  });

  it('tells a person in Spanish, by the names of the clocks', async () => {
    await file();
    const { stdout, status } = await quejas(['sla'], { isTTY: true, columns: 120 });
    expect(status).toBe(0);
    expect(stdout).toContain('Solicitudes abiertas: 1; terminadas: 0.');
    expect(stdout).toContain('Reparación');
    expect(stdout).not.toContain('C-07');
    // Nothing is over yet: a table of how long things took would have no line.
    expect(stdout).not.toContain('Cuántos');
  });

  it('keeps what was met and what is late in a narrow terminal, and tells no fraction of a second', async () => {
    const { value } = await file();
    const told = await json(['communicate-folio', textOf(value, 'folio'), '--channel', 'phone']);
    expect(told.status).toBe(0);
    const { stdout } = await quejas(['sla'], { isTTY: true, columns: 80 });
    for (const title of ['% cumplido', 'Abiertos vencidos', '95 %']) expect(stdout).toContain(title);
    expect(stdout).not.toMatch(/\d\.\d+ s/);
  });
});

describe('quejas calendars check', () => {
  const { json } = cliFolder();

  it('checks what was published in the store, where no file is named', async () => {
    const filed = await json([...filing, '--provider', 'conectared'], { input: JSON.stringify(phonedFault) });
    expect(filed.status).toBe(0);
    const { value, status } = await json(['calendars', 'check']);
    expect([status, value]).toEqual([
      0,
      {
        ok: true,
        calendars: ['conectared-business', 'conectared-natural'].map((id) => ({
          ...{ id, version: 1, zone: 'America/Mexico_City', zoneKnown: true, changedSince: null },
        })),
      },
    ]);
  });
});
