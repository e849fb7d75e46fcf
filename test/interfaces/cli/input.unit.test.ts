import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fakeQuejas } from './fake-quejas.js';
import { keysOf } from './json-fields.js';
import { clock, runWith, type Setting } from './terminal.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quejas-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = async (argv: readonly string[], setting: Setting = {}) => {
  const fake = fakeQuejas();
  const ran = await runWith(fake.opener, [...argv, '--store', 'memory:', '--now', clock, '--json'], setting);
  return { ...ran, given: fake.calls[0]?.given };
};

const uuid = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

describe('a command typed as flags', () => {
  it('becomes the JSON of the command, each flag in its place', async () => {
    const argv = ['file', '--kind', 'fault', '--channel', 'phone', '--description', 'Sin señal'];
    const person = ['--subscriber', 's-1', '--subscriber-phone', '229 000', '--price', '499.5 mxn'];
    const refs = ['--external-reference', 'mail=<a=b>', '--external-reference', 'crm=7'];
    const { given } = await run([...argv, ...person, ...refs, '--actor', 'cs-7']);
    expect(given).toEqual([
      undefined,
      'file',
      {
        commandId: uuid,
        kind: 'fault',
        channel: 'phone',
        description: 'Sin señal',
        subscriber: { ref: 's-1', phone: '229 000' },
        price: { amount: 49950, currency: 'MXN' },
        externalReferences: [
          { system: 'mail', id: '<a=b>' },
          { system: 'crm', id: '7' },
        ],
      },
      { actor: 'cs-7', role: 'customer-service' },
    ]);
  });

  it('leaves it to the library when a request was received, where no flag says so', async () => {
    const at = '2026-11-23T09:00:00-06:00';
    expect((await run(['file', '--at', at])).given?.[2]).toEqual({ commandId: uuid, occurredAt: at });
    expect((await run(['file', '--at', at, '--received-at', 'T'])).given?.[2]).toMatchObject({
      receivedAt: 'T',
    });
  });

  it('says yes, no, or nothing', async () => {
    const urgency = async (...flags: string[]) =>
      (await run(['classify', 'F', '--severity', 'low', ...flags])).given?.[2];
    expect(await urgency('--urgent')).toMatchObject({ urgent: true });
    expect(await urgency('--no-urgent')).toMatchObject({ urgent: false });
    expect(await urgency()).not.toHaveProperty('urgent');
  });

  it('keeps what it cannot read as it was typed, for the command to refuse', async () => {
    const { given } = await run(['rate', 'F', '--rating', 'five']);
    expect(given?.[2]).toMatchObject({ rating: 'five' });
    expect((await run(['file', '--price', 'cheap'])).given?.[2]).toMatchObject({ price: 'cheap' });
    expect((await run(['file', '--price', '1.234 MXN'])).given?.[2]).toMatchObject({ price: '1.234 MXN' });
    expect((await run(['file', '--attachments', '{'])).given?.[2]).toMatchObject({ attachments: '{' });
    expect((await run(['file', '--relationship', 'x'])).given?.[2]).toMatchObject({ relationships: ['x'] });
  });

  it('takes a value that looks like a flag after an equals sign', async () => {
    const { given } = await run(['add-note', 'F', '--note=--json', '--actor', 'cs-7']);
    expect(given?.[2]).toMatchObject({ note: '--json' });
  });

  it('carries its id and the revision it was decided on', async () => {
    const { given } = await run(['close', 'F', '--command-id', 'c-1', '--expected-revision', '7']);
    expect(given?.[2]).toEqual({ commandId: 'c-1', expectedRevision: 7 });
  });
});

describe('a command given as JSON', () => {
  const command = { commandId: 'c-1', occurredAt: '2026-11-24T06:00:00Z', outcome: 'upheld', basis: 'b' };

  it('comes from standard input', async () => {
    const { given, status } = await run(['rule', 'F', '--input', '-'], { input: JSON.stringify(command) });
    expect({ given, status }).toEqual({
      given: ['F', 'rule', command, { actor: 'cli', role: 'ruling-officer' }],
      status: 0,
    });
  });

  it('comes from a file, in whatever folder one stands', async () => {
    writeFileSync(join(folder, 'rule.json'), JSON.stringify(command));
    const { given } = await run(['rule', 'F', '--input', 'rule.json'], { cwd: folder });
    expect(given?.[2]).toEqual(command);
  });

  it('may name folio, actor and role; the command line comes before it', async () => {
    const input = JSON.stringify({ ...command, folio: 'G', actor: 'r-1', role: 'competent-area' });
    expect((await run(['rule', '--input', '-'], { input })).given).toEqual([
      'G',
      'rule',
      command,
      { actor: 'r-1', role: 'competent-area' },
    ]);
    const argv = [
      'rule',
      'F',
      '--input',
      '-',
      '--actor',
      'r-2',
      '--role',
      'ruling-officer',
      '--command-id',
      'c-2',
    ];
    expect((await run(argv, { input })).given).toEqual([
      'F',
      'rule',
      { ...command, commandId: 'c-2' },
      { actor: 'r-2', role: 'ruling-officer' },
    ]);
  });

  it.each([
    ['nothing', '', 'input-not-json'],
    ['no JSON', '{', 'input-not-json'],
    ['a list', '[]', 'input-not-json'],
    ['null', 'null', 'input-not-json'],
    ['no UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), 'input-not-json'],
    ['too much', ' '.repeat(1_000_001), 'input-too-large'],
  ])('is refused where it is %s', async (_, input, code) => {
    const ran = await run(['rule', 'F', '--input', '-'], { input });
    expect({ status: ran.status, json: ran.json, given: ran.given }).toEqual({
      status: 2,
      json: [{ ok: false, code, message: expect.any(String) }],
      given: undefined,
    });
  });

  it.each([
    ['of its own', '{"outcome": "upheld", "outcome": "dismissed"}', 'outcome'],
    ['of one within it', '{"undueCharge": {"amount": 1, "currency": "MXN", "amount": 100}}', 'amount'],
    ['of one in a list', '{"attachments": [{"size": 1}, {"size": 1, "size": 2}]}', 'size'],
    ['written otherwise', '{"reasons": "a", "reaso\\u006es": "b"}', 'reasons'],
  ])('is refused where a key stands twice, by its name: one %s', async (_, input, key) => {
    writeFileSync(join(folder, 'twice.json'), input);
    for (const [file, setting] of [
      ['-', { input }],
      ['twice.json', { cwd: folder }],
    ] as const) {
      const ran = await run(['rule', 'F', '--input', file], setting);
      expect({ status: ran.status, json: ran.json, given: ran.given }).toEqual({
        status: 2,
        json: [
          {
            ok: false,
            code: 'input-key-twice',
            message: `«${file}» tiene dos veces el dato «${key}» en el mismo objeto: deje uno.`,
          },
        ],
        given: undefined,
      });
    }
  });

  it('is refused so in an option that takes JSON too', async () => {
    const ran = await run(['file', '--attachments', '[{"size": 1, "size": 2}]']);
    expect([ran.status, ran.given]).toEqual([2, undefined]);
    expect(ran.json).toMatchObject([
      { code: 'input-key-twice', message: expect.stringMatching(/--attachments.*«size»/) },
    ]);
  });

  it('is refused where the file is a folder', async () => {
    expect((await run(['rule', 'F', '--input', '.'], { cwd: folder })).json).toEqual([
      { ok: false, code: 'input-unreadable', message: 'No se puede leer «.»: es una carpeta (EISDIR).' },
    ]);
  });

  it('does not reach the prototype of anything', async () => {
    const { given } = await run(['rule', 'F', '--input', '-'], { input: '{"__proto__":{"polluted":true}}' });
    expect(keysOf(given?.[2])).toContain('__proto__');
    expect({}).not.toHaveProperty('polluted');
  });
});
