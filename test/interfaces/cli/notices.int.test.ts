import { describe, expect, it } from '@jest/globals';
import { noticeKinds } from '../../../src/queries/letters/notice-kinds.js';
import { letterLabels } from '../../../src/domain/texts/labels/choices.js';
import { cliFolder, phonedFault } from '../../support/cli-folder.js';
import { fieldOf, textOf } from './json-fields.js';

const { quejas, json } = cliFolder();
const desk = ['--role', 'customer-service', '--actor', 'cs-1'];

/** Files a fault and tells its folio by that channel; its folio. */
const told = async (commandId: string, channel: string): Promise<string> => {
  const filed = await json(['file', '--input', '-', '--provider', 'conectared', ...desk], {
    input: JSON.stringify({ ...phonedFault, commandId }),
  });
  const folio = textOf(filed.value, 'folio');
  expect((await quejas(['communicate-folio', folio, '--channel', channel, ...desk])).status).toBe(0);
  return folio;
};

const first = '0198c000-0000-7000-8000-000000000001';
const second = '0198c000-0000-7000-8000-000000000002';

describe('quejas notices', () => {
  it('writes the letters that are due as one JSON value a line, each with its key', async () => {
    const folios = [await told(first, 'phone'), await told(second, 'email')];
    const ran = await json(['notices', ...desk]);
    expect(ran.status).toBe(0);
    expect(ran.json).toEqual(
      folios.map((folio) =>
        expect.objectContaining({
          key: expect.stringMatching(/^[0-9a-f-]{36}$/),
          folio,
          kind: 'folio',
          to: expect.objectContaining({ name: 'Ana Pérez' }),
          body: expect.stringContaining(folio),
        }),
      ),
    );
  });

  it('goes on after the place of the last letter, and leaves out no letter after that of any other', async () => {
    await told(first, 'phone');
    await told(second, 'phone');
    const all = (await json(['notices', ...desk])).json;
    const keysAfter = async (next: unknown) =>
      (await json(['notices', ...desk, ...(typeof next === 'string' ? ['--after', next] : [])])).json.map(
        (each) => fieldOf(each, 'key'),
      );
    expect(await keysAfter(fieldOf(all.at(-1), 'next'))).toEqual([]);
    expect(await keysAfter(fieldOf(all[0], 'next'))).toContain(fieldOf(all[1], 'key'));
  });

  it('no longer gives a letter whose delivery was recorded', async () => {
    const folio = await told(first, 'phone');
    const { value } = await json(['notices', ...desk]);
    const notice = String(fieldOf(value, 'notice'));
    expect((await quejas(['record-delivery', folio, '--notice', notice, '--channel', 'phone'])).status).toBe(
      0,
    );
    expect((await json(['notices', ...desk])).stdout).toBe('');
  });

  it('keeps to the channels that are asked for, by their names', async () => {
    await told(first, 'phone');
    const folio = await told(second, 'email');
    const { json: letters } = await json(['notices', ...desk, '--channel', 'correo electrónico']);
    expect(letters.map((each) => fieldOf(each, 'folio'))).toEqual([folio]);
  });

  it('tells a person in words, and opens no name unless it is asked in a role that may read it', async () => {
    const folio = await told(first, 'phone');
    const { stdout } = await quejas(['notices'], { isTTY: true, columns: 120 });
    expect(stdout).toContain(folio);
    expect(stdout).toContain('teléfono');
    expect(stdout).not.toContain('Ana');
    expect((await quejas(['notices', ...desk], { isTTY: true, columns: 120 })).stdout).toContain('Ana Pérez');
    expect((await json(['notices'])).stdout).not.toContain('Ana');
  });
});

describe('quejas notice', () => {
  it('has a name for each letter, and takes it for its code', async () => {
    expect(Object.keys(letterLabels).sort()).toEqual([...noticeKinds].sort());
    const folio = await told(first, 'phone');
    expect((await quejas(['notice', folio, '--kind', 'constancia'])).stdout).toContain(folio);
    const { stderr } = await quejas(['notice', folio, '--kind', 'aviso final']);
    expect(stderr).toBe(
      `quejas: La solicitud ${folio} no tiene nada que decir en ese aviso (aviso final) a quien lo pide. [nothing-to-tell]\n`,
    );
  });
});
