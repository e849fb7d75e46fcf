import { describe, expect, it } from '@jest/globals';
import { libraryOpener } from '../../../src/interfaces/cli/session/library-opener.js';
import { complaintEventTypes, kinds, statuses } from '../../../src/domain/index.js';
import { dutyLabels } from '../../../src/domain/texts/labels/duties.js';
import { fieldOf, keysOf, listOf } from './json-fields.js';
import { clock, runWith, type Setting } from './terminal.js';

const demo = (argv: readonly string[], setting: Setting = {}) =>
  runWith(
    libraryOpener,
    ['demo', '--store', 'memory:', '--accesses', '1500', '--days', '10', '--now', clock, ...argv],
    setting,
  );

describe('quejas demo', () => {
  it('tells one life, the letter of its user, the queues, the totals and where to look next', async () => {
    const { status, stdout, stderr } = await demo([]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const places = [
      'La vida de una solicitud',
      'Se notificó el resultado al usuario',
      'Lo que recibió su usuario',
      'Apreciable ',
      'Qué hay que hacer en Conectared',
      'Servicio al Cliente (',
      'Fuera de toda cola: ninguna.',
      'Qué hay que hacer en Emenet',
      'En total',
      'Para seguir mirando',
      'quejas show ',
      'quejas sla --provider emenet --html board.html',
    ].map((text) => stdout.indexOf(text));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('prints every queue of both providers, or says that it is empty, and that no open case is in none', async () => {
    const { stdout } = await demo([]);
    const [, conectared = '', emenet = ''] = stdout.split('Qué hay que hacer en ');
    for (const told of [conectared, emenet]) {
      for (const queue of [
        'Servicio al Cliente',
        'Responsable técnico',
        'Encargado de resolver',
        'Facturación',
        'Jurídico',
        'Supervisión',
        'Conciliación',
        'Área técnica',
      ])
        expect(told).toContain(queue);
      expect(told).toMatch(/Solicitudes abiertas: [1-9]\d*\. Fuera de toda cola: ninguna\./);
    }
    const [outcome] = (await demo(['--json'])).json;
    for (const each of listOf(outcome, 'providers')) expect(fieldOf(each, 'inNoQueue')).toBe(0);
  });

  it('speaks Spanish to a person: no code of a duty, kind, status, event or field', async () => {
    const { stdout } = await demo([], { isTTY: true, columns: 160, env: { NO_COLOR: '1' } });
    const told = stdout.slice(0, stdout.indexOf('Para seguir mirando'));
    const codes = [
      ...Object.keys(dutyLabels),
      ...kinds,
      ...statuses,
      ...complaintEventTypes,
      'subscriber.name',
      'description',
    ].filter((code) => code !== 'repair' && code !== 'rule');
    for (const code of codes) expect([code, new RegExp(`\\b${code}\\b`).test(told)]).toEqual([code, false]);
    expect(told).not.toMatch(/\d{4}-\d{2}-\d{2}T/);
  });

  it('gives the same fortnight for the same seed, and another one for another', async () => {
    const of = async (seed: string) => (await demo(['--json', '--seed', seed])).json[0];
    const [first, again, other] = [await of('a'), await of('a'), await of('b')];
    expect(again).toEqual(first);
    expect(fieldOf(other, 'events')).not.toEqual(fieldOf(first, 'events'));
    expect(keysOf(first).slice(0, 5)).toEqual(['store', 'keys', 'seed', 'from', 'days']);
    expect(listOf(first, 'providers').map((each) => fieldOf(each, 'provider'))).toEqual([
      'conectared',
      'emenet',
    ]);
    expect(fieldOf(first, 'unexpected')).toEqual([]);
  });

  it('stops where the user interrupts', async () => {
    expect(await demo([], { signal: AbortSignal.abort() })).toMatchObject({ status: 1 });
  });
});
