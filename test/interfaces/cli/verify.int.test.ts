import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { formatPolicy, policyOfKey } from '../../../src/application/audit/notes/policy.js';
import { formatNote } from '../../../src/application/audit/notes/signed-note.js';
import { base64Of } from '../../../src/application/audit/notes/strict-text.js';
import {
  fingerprintOf,
  formatVerifierKey,
  signatureTypes,
  verifierKey,
} from '../../../src/application/audit/notes/verifier-key.js';
import { keyOf, origin, sampleEntries, signedHead, writeSample } from '../../jobs/audit/sample-bundle.js';
import { fakeQuejas } from './fake-quejas.js';
import { runWith } from './terminal.js';

const root = mkdtempSync(join(tmpdir(), 'quejas-verify-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const run = (...argv: readonly string[]) => runWith(fakeQuejas().opener, ['verify', ...argv], { cwd: root });
const vkey = formatVerifierKey(keyOf(1).verifier);

describe('quejas verify', () => {
  beforeAll(async () => {
    await writeSample(join(root, 'b.zip'), { size: 30 });
    await writeSample(join(root, 'b'), { size: 30 });
    writeFileSync(join(root, 'policy'), formatPolicy(policyOfKey(keyOf(1).verifier)));
    writeFileSync(join(root, 'other-policy'), formatPolicy(policyOfKey(keyOf(2).verifier)));
    writeFileSync(join(root, 'bad-policy'), 'quorum none\ntrust me\n');
    const old = await signedHead(sampleEntries(10), [keyOf(1)]);
    writeFileSync(join(root, 'old-checkpoint'), formatNote(old.note));
  });

  it('prints as JSON what it verified, and by whom it is trusted', async () => {
    const head = await signedHead(sampleEntries(30), [keyOf(1)]);
    const told = {
      ok: true,
      trust: 'self',
      entries: 30,
      checkpoint: { origin, size: 30, root: base64Of(head.root) },
      fingerprint: fingerprintOf(keyOf(1).verifier),
      scope: { kind: 'log', start: 0 },
    };
    for (const bundle of ['b', 'b.zip']) {
      expect((await run(bundle, '--json')).json).toEqual([told]);
      expect((await run(bundle, '--json', '--vkey', vkey)).json).toEqual([{ ...told, trust: 'key' }]);
      const byPolicy = await run(bundle, '--json', '--policy', 'policy', '--from', 'old-checkpoint');
      expect([byPolicy.status, byPolicy.json]).toEqual([0, [{ ...told, trust: 'policy' }]]);
    }
  });

  it('asks, where the key came in the bundle itself, to compare its fingerprint, in words and without codes', async () => {
    const { status, stdout } = await run('b.zip');
    expect(status).toBe(0);
    expect(stdout).toBe(
      'Nada fue cambiado y nada falta: la bitácora isp.example/complaints está completa, con 30 eventos.\n' +
        'La llave venía en el mismo paquete. Compare esta huella con la que le dieron por otro medio:\n' +
        `  ${(fingerprintOf(keyOf(1).verifier).match(/.{4}/g) ?? []).join(' ')}\n`,
    );
    expect((await run('b.zip', '--vkey', vkey, '--lang', 'en')).stdout).toContain(
      'The signature is by the key that you gave.',
    );
  });

  it('takes no key of a witness for that of a log, as no other reader does', async () => {
    const witness = formatVerifierKey(
      verifierKey('w.example', Buffer.alloc(32, 9), signatureTypes.cosignature),
    );
    const { status, json } = await run('b', '--json', '--vkey', witness);
    expect([status, json]).toEqual([2, [expect.objectContaining({ code: 'option-value-invalid' })]]);
  });

  it('ends with 1 and names file and place where something is wrong', async () => {
    const { status, json } = await run('b', '--json', '--policy', 'other-policy');
    expect([status, json]).toEqual([
      1,
      [
        {
          ok: false,
          code: 'key-untrusted',
          file: 'keys/log.vkey',
          at: null,
          message: expect.stringContaining('otra llave'),
        },
      ],
    ]);
    writeFileSync(join(root, 'no.zip'), 'no');
    expect((await run('no.zip', '--json')).json).toMatchObject([
      { code: 'zip-malformed', file: null, at: 0 },
    ]);
    const said = await run('no.zip');
    expect([said.status, said.stdout]).toEqual([1, '']);
    expect(said.stderr).toBe(
      'El ZIP no está como se entregó: difiere a partir del byte 0. Si sólo se comprimió de nuevo, descomprímalo y verifique la carpeta.\n',
    );
  });

  it('ends with 2 where what was given cannot be used: no bundle, no policy, no key, no checkpoint', async () => {
    const wrong = async (...argv: readonly string[]) => {
      const { status, json } = await run(...argv, '--json');
      const [told] = json;
      return [status, typeof told === 'object' && told !== null && 'code' in told ? told.code : told];
    };
    expect(await wrong('nothing-there')).toEqual([2, 'input-unreadable']);
    expect(await wrong('b', '--policy', 'nothing-there')).toEqual([2, 'input-unreadable']);
    expect(await wrong('b', '--policy', 'bad-policy')).toEqual([2, 'policy-invalid']);
    writeFileSync(join(root, 'windows-policy'), 'quorum none\r\n');
    writeFileSync(join(root, 'marked-head'), `\ufeff${readFileSync(join(root, 'b/checkpoint'), 'utf8')}`);
    expect(await wrong('b', '--policy', 'windows-policy')).toEqual([2, 'encoding-invalid']);
    expect(await wrong('b', '--from', 'marked-head')).toEqual([2, 'encoding-invalid']);
    expect(await wrong('b', '--vkey', 'a+b+c')).toEqual([2, 'option-value-invalid']);
    expect(await wrong('b', '--vkey', vkey, '--policy', 'policy')).toEqual([2, 'options-exclusive']);
    expect(await wrong('b', '--from', 'policy')).toEqual([2, 'checkpoint-invalid']);
  });
});
