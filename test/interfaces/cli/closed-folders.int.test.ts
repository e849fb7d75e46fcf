import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { libraryOpener } from '../../../src/interfaces/cli/session/library-opener.js';
import { removeScratch, scratchFolder } from '../../composition/opened.js';
import { asStranger } from '../../infrastructure/sqlite/nobody.js';
import { runWith } from './terminal.js';

afterAll(removeScratch);

const filing = ['file', '--kind', 'fault', '--channel', 'phone', '--subscriber', 's-1'];
const named = ['--subscriber-name', 'Ana Uno', '--description', 'x', '--provider', 'conectared'];

/** A store that anyone may use, its keys in a folder that may be closed, and copies of both in another one. */
const house = async () => {
  const folder = scratchFolder();
  const at = (...names: string[]): string => join(folder, ...names);
  const run = (argv: readonly string[], store = 'sqlite:open/q.db') =>
    runWith(libraryOpener, [...argv, '--store', store, '--keys', 'file:secrets/k.db', '--json'], {
      cwd: folder,
      env: {},
    });
  mkdirSync(at('open'));
  await run([...filing, ...named, '--command-id', 'f-1']);
  mkdirSync(at('copies'));
  await run(['backup', 'copies/q.db']);
  await run(['keys', 'backup', 'copies/k.db']);
  cpSync(at('open', 'q.db'), at('secrets', 'q.db'));
  chmodSync(folder, 0o755);
  chmodSync(at('open'), 0o777);
  for (const name of readdirSync(at('open'))) chmodSync(at('open', name), 0o666);
  return { at, run };
};

const whyRefused = async (ran: ReturnType<typeof runWith>) => {
  const { json, stdout, stderr } = await ran;
  expect(`${stdout}${stderr}`).not.toMatch(/unable|attempt|database/u);
  return json[0];
};

const noRight = expect.stringContaining('no hay permiso (EACCES)');

const onKeys = [
  [...filing, '--subscriber-name', 'Ana Uno', '--description', 'x', '--command-id', 'f-2'],
  ['find', '--phone', '2290000001'],
  ['keys', 'check'],
  ['keys', 'adopt'],
  ['keys', 'rotate'],
  ['keys', 'backup', 'open/k.copy'],
  ['check', '--accept-loss', 'no sé'],
];
const onStore = [['totals'], ['check'], ['backup', 'open/copy.db']];
const onCopies = [
  ['restore', 'copies/q.db', '--replace'],
  ['keys', 'restore', 'copies/k.db'],
];

/** Modules are read when they are first needed, which a stranger cannot do. */
beforeAll(async () => {
  const { run } = await house();
  for (const argv of [...onKeys, ...onStore, ...onCopies]) await run(argv);
});

describe('what may not be looked at is not taken for missing', () => {
  it('a vault and its marks in a closed folder are told as closed, nothing is made, and the store is read', async () => {
    const { at, run } = await house();
    await asStranger(at('secrets'), async () => {
      for (const argv of onKeys)
        expect({ argv, told: await whyRefused(run(argv)) }).toMatchObject({
          told: { ok: false, code: 'keys-unavailable', message: noRight },
        });
      expect(await whyRefused(run(['check']))).toMatchObject({ code: 'marks-unavailable', message: noRight });
      const shown = await run(['list', '--subscriber', 's-1', '--role', 'customer-service']);
      expect(shown).toMatchObject({ status: 0, stderr: expect.stringContaining('[marks-unavailable]') });
      expect(existsSync(at('open', 'k.copy'))).toBe(false);
    });
    expect(await run(['check'])).toMatchObject({ status: 0 });
    expect(await run([...filing, '--description', 'x', '--command-id', 'f-2'])).toMatchObject({ status: 0 });
  });

  it('a store and copies in a closed folder are told as closed', async () => {
    const { at, run } = await house();
    await asStranger(at('secrets'), async () => {
      for (const argv of onStore)
        expect(await whyRefused(run(argv, 'sqlite:secrets/q.db'))).toMatchObject({
          code: 'store-failed',
          message: noRight,
        });
    });
    await asStranger(at('copies'), async () => {
      for (const argv of onCopies)
        expect(await whyRefused(run(argv))).toMatchObject({ code: 'input-unreadable', message: noRight });
    });
  });
});
