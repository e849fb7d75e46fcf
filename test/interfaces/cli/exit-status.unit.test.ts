import { formatFolio, nextNumberWithFolio } from '../../../src/domain/folio/format.js';
import { describe, expect, it } from '@jest/globals';
import { codedError } from '../../../src/application/errors/coded-error.js';
import { refused } from '../../../src/application/commands/command-result.js';
import type { Quejas } from '../../../src/composition/quejas.js';
import { errorKinds } from '../../../src/application/errors/error-codes.js';
import { statusOf } from '../../../src/interfaces/cli/exit-status.js';
import { fakeQuejas } from './fake-quejas.js';
import { keysOf } from './json-fields.js';
import { runWith, type Setting } from './terminal.js';

const run = (argv: readonly string[], play: Partial<Quejas> = {}, setting: Setting = {}) =>
  runWith(fakeQuejas(play).opener, argv, setting);
const memory = ['--store', 'memory:'];

describe('exit status 0', () => {
  it('is that of a command that was accepted', async () => {
    expect(await run(['close', 'CR-000123-0', ...memory])).toMatchObject({ status: 0, stderr: '' });
  });
});

const nobodys = formatFolio('CR', nextNumberWithFolio('CR', 900_000) ?? 0) ?? '';

describe('exit status 1', () => {
  it('is that of a refusal by a rule', async () => {
    const execute = () => Promise.resolve(refused('no-new-fact', { folio: 'CR-000123-0' }));
    const plain = await run(['close', 'CR-000123-0', ...memory], { execute });
    expect(plain).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'quejas: Esto no aporta ningún hecho nuevo a la solicitud CR-000123-0. [no-new-fact]\n',
    });
    const json = await run(['close', 'CR-000123-0', ...memory, '--json', '--lang', 'en'], { execute });
    expect(json).toMatchObject({ status: 1, stderr: '' });
    expect(json.stdout).toBe(
      '{"ok":false,"code":"no-new-fact","details":{"folio":"CR-000123-0"},' +
        '"message":"This brings no new fact to request CR-000123-0."}\n',
    );
  });

  it('is that of a folio that was never assigned', async () => {
    const play = { show: () => Promise.resolve(undefined) };
    expect(await run(['show', nobodys, ...memory], play)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('[folio-unknown]'),
    });
  });

  it('is that of a folio that was misheard, or is none: the check character tells', async () => {
    const play = { show: () => Promise.resolve(undefined) };
    const misheard = nobodys.slice(0, -1) + (nobodys.endsWith('A') ? 'B' : 'A');
    expect(await run(['show', misheard, ...memory], play)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('[folio-check-failed]'),
    });
    expect(await run(['show', 'garbage', ...memory], play)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('[folio-malformed]'),
    });
  });

  it('is that of a user who interrupts', async () => {
    const ran = await run(['close', 'CR-000123-0', ...memory], {}, { signal: AbortSignal.abort() });
    expect(ran).toMatchObject({ status: 1, stderr: expect.stringContaining('[interrupted]') });
  });
});

describe('exit status 2', () => {
  it.each([
    [['nonsense'], 'command-unknown'],
    [['help', 'nonsense'], 'command-unknown'],
    [['--json'], 'command-missing'],
    [['close', '--colour'], 'option-unknown'],
    [['file', '--kind'], 'option-value-missing'],
    [['due', '--minutes', '5', '--minutes', '6'], 'option-twice'],
    [['show'], 'argument-missing'],
    [['show', 'a', 'b'], 'arguments-too-many'],
    [['list'], 'argument-missing'],
    [['find'], 'argument-missing'],
    [['find', '--contract', 'k-1', '--channel', 'phone'], 'options-exclusive'],
    [['replay', '--at', '2026-11-24T19:00:00Z'], 'argument-missing'],
    [['replay', '--queue', '--sla', '--at', '2026-11-24T19:00:00Z'], 'options-exclusive'],
    [['close'], 'folio-missing'],
    [['show', 'F', '--at', 'yesterday'], 'instant-invalid'],
    [['show', 'F', '--at', '2026-13-24T06:45:19'], 'instant-invalid'],
    [['close', 'F', '--now', '2026-13-01T00:00:00Z'], 'instant-invalid'],
    [['queue', '--limit', '0'], 'number-invalid'],
    [['queue', '--limit', '1001'], 'number-invalid'],
    [['queue', '--limit', '1e2'], 'number-invalid'],
    [['close', 'F', '--role', 'king'], 'choice-invalid'],
    [['close', 'F', '--expected-revision', '-1'], 'number-invalid'],
    [['close', 'F', '--store', 'postgres://localhost'], 'url-invalid'],
    [['close', 'F', '--store', 'sqlite:'], 'url-invalid'],
    [['close', 'F', '--store', 'sqlite:a\0b'], 'url-invalid'],
    [['close', 'F', '--store', 'memory:', '--keys', 'sqlite:x'], 'url-invalid'],
    [['add-note', 'F', '--note', 'x', '--input', '-'], 'input-and-flags'],
    [['close', 'F', '--input', 'missing.json'], 'input-unreadable'],
  ])('is that of a command line that makes no sense: %j', async (argv, code) => {
    const plain = await run(argv.filter((word) => word !== '--json'));
    if (argv.includes('--json')) expect(plain.status).toBe(0);
    else {
      expect(plain).toMatchObject({ status: 2, stdout: '' });
      expect(plain.stderr).toMatch(new RegExp(`^quejas: [^\\n]+ \\[${code}\\]\\n$`));
    }
    const json = await run([...argv, '--json']);
    expect(json).toMatchObject({ status: 2, stderr: '' });
    expect(json.json).toEqual([{ ok: false, code, message: expect.any(String) }]);
    expect(keysOf(json.json[0])).toEqual(['ok', 'code', 'message']);
  });

  it('is that of an input that cannot be read, and says the flag, not the field', async () => {
    const faults = [
      { path: 'subscriber.ref', code: 'missing', es: 'Falta este dato.', en: 'This is missing.' },
    ];
    const execute = () => Promise.resolve(refused('input-invalid', { faults }));
    const argv = ['file', '--kind', 'fault', ...memory];
    expect(await run(argv, { execute })).toMatchObject({
      status: 2,
      stderr: 'quejas: --subscriber: Falta este dato. [input-invalid]\n',
    });
  });

  it('is that of input of which some part says that it cannot be read', () => {
    const codes = ['log-not-xes', 'profile-invalid', 'no-mapping', 'query-invalid', 'read-invalid'] as const;
    expect(codes.map((code) => statusOf(errorKinds[code]))).toEqual(codes.map(() => 2));
    expect(statusOf(refused('input-invalid', { faults: [] }).kind)).toBe(2);
  });
});

describe('exit status 3', () => {
  it('is that of a store that is not there, for commands that read and for those that need a request', async () => {
    for (const argv of [
      ['show', 'F'],
      ['queue'],
      ['list', '--subscriber', 's-1'],
      ['events'],
      ['close', 'F'],
    ]) {
      const fake = fakeQuejas();
      const ran = await runWith(fake.opener, [...argv, '--json', '--store', 'sqlite:/no-such.db']);
      expect(ran.status).toBe(3);
      expect(ran.json).toEqual([{ ok: false, code: 'store-missing', message: expect.any(String) }]);
      expect(fake.places).toEqual([]);
    }
  });

  it.each([
    'store-locked',
    'store-read-only',
    'store-full',
    'store-corrupt',
    'store-foreign',
    'rows-locked',
    'store-newer',
    'keys-unavailable',
  ] as const)('is that of a part that cannot be used: %s', async (code) => {
    const show = () => Promise.reject(codedError(code, { es: 'No se puede.', en: 'It cannot be.' }));
    expect(await run(['show', 'F', ...memory], { show })).toMatchObject({
      status: 3,
      stdout: '',
      stderr: `quejas: No se puede. [${code}]\n`,
    });
  });

  it('is that of an unforeseen fault, told in one line and without its stack', async () => {
    const show = () => Promise.reject(new Error('boom\n    at secret (file.js:1)'));
    expect(await run(['show', 'F', ...memory], { show })).toMatchObject({
      status: 3,
      stderr: 'quejas: Quejas falló por dentro: boom. Por favor infórmelo. [internal-fault]\n',
    });
  });

  it('is that of a system that does not allow something, told in words and by its code', async () => {
    const show = () => Promise.reject(Object.assign(new Error('EACCES: /home/x'), { code: 'EACCES' }));
    expect(await run(['show', 'F', ...memory], { show })).toMatchObject({
      status: 3,
      stderr: 'quejas: El sistema no lo permitió: no hay permiso (EACCES). [system-fault]\n',
    });
  });
});

describe('the store', () => {
  it('is closed after the work, also where the work fails', async () => {
    const good = fakeQuejas();
    await runWith(good.opener, ['close', 'F', ...memory]);
    const bad = fakeQuejas({ show: () => Promise.reject(new Error('x')) });
    await runWith(bad.opener, ['show', 'F', ...memory]);
    expect([good.closed(), bad.closed()]).toEqual([1, 1]);
  });

  it('tells the fault of the work where closing fails too', async () => {
    const close = () => Promise.reject(new Error('close'));
    const both = await run(['show', 'F', ...memory], {
      close,
      show: () => Promise.reject(new Error('work')),
    });
    expect(both.stderr).toContain('work');
    expect((await run(['close', 'F', ...memory], { close })).status).toBe(3);
  });
});
