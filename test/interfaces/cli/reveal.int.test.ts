import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { libraryOpener } from '../../../src/interfaces/cli/session/library-opener.js';
import { runCliWith } from '../../../src/interfaces/cli/run-cli.js';
import { runWith } from './terminal.js';

const root = mkdtempSync(join(tmpdir(), 'quejas-reveal-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const run = (...argv: readonly string[]) =>
  runWith(libraryOpener, [...argv, '--store', 'sqlite:q.db', '--keys', 'file:keys/k'], { cwd: root });

describe('quejas export --profile full', () => {
  const pem = (name: string, text: string | Buffer): string => {
    writeFileSync(join(root, name), text);
    return name;
  };

  beforeAll(async () => {
    for (const ref of ['s-1', 's-2'])
      await run(
        ...['file', '--provider', 'conectared', '--kind', 'fault', '--channel', 'phone'],
        ...['--subscriber', ref, '--description', 'Zumbido raro', '--actor', 'cs-1'],
      );
  }, 60_000);

  it('adds the keys of persons for their recipient, who reads with quejas reveal what they said: a closed pipe is no fault of the bundle', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('x25519');
    const given = pem('given.pem', publicKey.export({ type: 'spki', format: 'pem' }));
    const own = pem('own.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const full = ['--profile', 'full', '--recipient', given];
    expect((await run('export', 'full.zip', ...full)).status).toBe(0);
    expect((await run('export', 'plain.zip')).status).toBe(0);
    expect((await run('verify', 'full.zip')).status).toBe(0);
    const revealed = await run('reveal', 'full.zip', '--recipient-key', own);
    expect(revealed.status).toBe(0);
    expect(revealed.stderr).toContain('Compare esta huella');
    expect(revealed.stdout).toContain('"description":"Zumbido raro"');
    expect(revealed.stdout.trimEnd().split('\n')).toHaveLength(2);

    for (const [code, status, told] of [
      ['EPIPE', 0, /^$/],
      ['ENOSPC', 3, /^quejas: [^\n]*ENOSPC[^\n]* \[system-fault\]\n$/],
    ] as const) {
      const stderr: string[] = [];
      const stdout = new Writable({
        write: (_chunk, _encoding, done) => done(Object.assign(new Error(`write ${code}`), { code })),
        highWaterMark: 1,
      });
      const ended = await runCliWith(
        ['reveal', 'full.zip', '--recipient-key', own],
        { stdout, stderr: { write: (text) => stderr.push(text) }, env: {}, cwd: root },
        libraryOpener,
      );
      expect([code, ended, stderr.join('')]).toEqual([code, status, expect.stringMatching(told)]);
    }

    const refused = async (...argv: readonly string[]) => {
      const { status, json } = await run(...argv, '--json');
      return [status, json[0]];
    };
    const other = pem(
      'other.pem',
      generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' }),
    );
    expect(await refused('reveal', 'full.zip', '--recipient-key', other)).toMatchObject([
      2,
      { code: 'recipient-differs' },
    ]);
    expect(await refused('reveal', 'plain.zip', '--recipient-key', own)).toMatchObject([
      2,
      { code: 'bundle-redacted' },
    ]);
    expect(await refused('reveal', 'full.zip', '--recipient-key', given)).toMatchObject([
      2,
      { code: 'recipient-invalid' },
    ]);
    expect(await refused('export', 'x.zip', '--profile', 'full', '--recipient', own)).toMatchObject([
      2,
      { code: 'recipient-invalid' },
    ]);
    expect(await refused('export', 'x.zip', '--profile', 'full')).toMatchObject([
      2,
      { code: 'argument-missing' },
    ]);
    expect(await refused('export', 'x.zip', '--recipient', given)).toMatchObject([
      2,
      { code: 'argument-missing' },
    ]);
  }, 60_000);
});
