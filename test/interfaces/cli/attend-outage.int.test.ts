import { describe, expect, it } from '@jest/globals';
import { cliFolder, phonedFault } from '../../support/cli-folder.js';
import { textOf } from './json-fields.js';

const { quejas, json } = cliFolder();

const outage = 'out-9';
const restored = ['--action', 'spliced', '--restored-at', '2026-11-24T17:30:00Z'];

/** Files a fault that belongs to the outage; its folio. */
const linked = async (): Promise<string> => {
  const filed = await json(['file', '--input', '-', '--provider', 'conectared'], {
    input: JSON.stringify(phonedFault),
  });
  const folio = textOf(filed.value, 'folio');
  await json(['link-mass-outage', folio, '--outage', outage, '--role', 'customer-service']);
  return folio;
};

const attend = (...flags: readonly string[]) => [
  'attend-outage',
  outage,
  '--technician',
  'rt-1',
  '--actor',
  'cs-1',
  ...flags,
];
const cause = ['--cause', 'cut-fibre', '--attribution', 'provider'];

describe('quejas attend-outage', () => {
  it('ends with status 1 where a request was refused, and says why in words', async () => {
    const folio = await linked();
    const { status, stdout } = await quejas(attend(...restored, '--lang', 'es'));
    expect(status).toBe(1);
    expect(stdout).toContain(`Rechazada\t${folio}\tLas causas de ${folio} aún no se han verificado.`);
    expect(stdout).not.toContain('cause-not-verified');
    expect((await quejas(attend(...cause, ...restored))).status).toBe(0);
  });

  it.each([
    ['--cause', ['--attribution', 'provider']],
    ['--action', [...cause, '--restored-at', '2026-11-24T17:30:00Z']],
    ['--ruling', [...cause, '--basis', 'clause-10']],
    ['--ruling', [...cause, '--ruling-officer', 'ro-1']],
    ['--notify', [...cause, '--channel', 'phone']],
  ])('says that %s is missing where a flag means nothing without it: %j', async (missing, flags) => {
    await linked();
    const { status, value } = await json(attend(...flags));
    expect([status, value]).toEqual([
      2,
      expect.objectContaining({ code: 'argument-missing', message: `Falta «${missing}».` }),
    ]);
  });

  it('tells what is recorded otherwise in words and local times', async () => {
    const folio = await linked();
    expect((await quejas(attend(...cause, ...restored))).status).toBe(0);
    const other = ['--action', 'spliced', '--restored-at', '24/11/2026 11:20'];
    const { status, stdout } = await quejas(attend(...other, '--lang', 'es'));
    expect(status).toBe(1);
    expect(stdout.split('\n').find((line) => line.startsWith('Consta'))).toBe(
      `Consta otra cosa\t${folio}\tconsta restablecido: 24 nov 2026, 11:30; se ordenó restablecido: 24 nov 2026, 11:20`,
    );
  });

  it('refuses an order that asks for nothing', async () => {
    await linked();
    const { status, value } = await json(attend());
    expect([status, value]).toEqual([2, expect.objectContaining({ code: 'option-invalid' })]);
  });
});
