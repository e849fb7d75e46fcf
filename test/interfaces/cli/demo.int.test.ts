import { describe, expect, it } from '@jest/globals';
import { libraryOpener } from '../../../src/interfaces/cli/session/library-opener.js';
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
      'UserNotified',
      'Lo que recibió su usuario',
      'Servicio al Cliente',
      'Qué hay que hacer en Conectared: customer-service',
      'Qué hay que hacer en Emenet: technical-lead',
      'En total',
      'Para seguir mirando',
      'quejas show ',
    ].map((text) => stdout.indexOf(text));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
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
