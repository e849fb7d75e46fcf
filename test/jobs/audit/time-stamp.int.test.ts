import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { formatNote } from '../../../src/application/audit/notes/signed-note.js';
import type { Stamp } from '../../../src/application/ports/time-stamp.js';
import { verifyBundle } from '../../../src/jobs/verify/index.js';
import { exportSimulated } from './simulated-bundle.js';
import { keyOf, sampleEntries, sampleFiles, signedHead, writeSample } from './sample-bundle.js';

const root = mkdtempSync(join(tmpdir(), 'quejas-stamp-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const describeWithOpenssl = spawnSync('openssl', ['version']).status === 0 ? describe : describe.skip;

const openssl = (...args: readonly string[]): void => {
  const { status, stderr } = spawnSync('openssl', args, { cwd: root });
  if (status !== 0) throw new Error(stderr.toString());
};

const config = `[tsa]
serial = ${join(root, 'serial')}
default_policy = 1.2.3.4.1
digests = sha256
signer_digest = sha256
ess_cert_id_alg = sha256
`;

/** An authority of RFC 3161 that lives as long as the test. */
const makeAuthority = (): Stamp => {
  writeFileSync(join(root, 'tsa.cnf'), config);
  writeFileSync(join(root, 'serial'), '01\n');
  const usage = 'extendedKeyUsage=critical,timeStamping';
  const names = ['-keyout', 'key.pem', '-out', 'cert.pem', '-subj', '/CN=tsa.example'];
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...names, '-addext', usage);
  return (bytes) => {
    writeFileSync(join(root, 'stamped'), bytes);
    openssl('ts', '-query', '-data', 'stamped', '-sha256', '-cert', '-out', 'query');
    const signer = ['-signer', 'cert.pem', '-inkey', 'key.pem'];
    openssl(
      'ts',
      '-reply',
      '-config',
      'tsa.cnf',
      '-section',
      'tsa',
      '-queryfile',
      'query',
      ...signer,
      '-out',
      'reply',
    );
    return Promise.resolve(readFileSync(join(root, 'reply')));
  };
};

describeWithOpenssl('a time stamp on the head of the log (skipped where there is no openssl)', () => {
  it('goes with the bundle as checkpoint.tsr, and openssl verifies it for the bundle’s checkpoint alone', async () => {
    const stamp = makeAuthority();
    const head = formatNote((await signedHead(sampleEntries(30), [keyOf(1)])).note);
    const stamped = await stamp(Buffer.from(head));
    const bundle = join(root, 'bundle');
    const files = [...sampleFiles, { name: 'checkpoint.tsr', bytes: () => stamped }];
    await writeSample(bundle, { size: 30, files });
    expect(await verifyBundle(bundle, { trust: { kind: 'self' } })).toMatchObject({ ok: true });
    const verify = (data: string): void =>
      openssl('ts', '-verify', '-data', data, '-in', join(bundle, 'checkpoint.tsr'), '-CAfile', 'cert.pem');
    expect(() => verify(join(bundle, 'checkpoint'))).not.toThrow();
    expect(() => verify(join(bundle, 'report.html'))).toThrow();
  });
});

describe('a stamp that a host has put on the heads that it exports', () => {
  it('is asked for once, for the bytes of the checkpoint, and goes with the bundle as checkpoint.tsr', async () => {
    const bundle = join(root, 'stamped-export');
    const asked: Buffer[] = [];
    await exportSimulated(bundle, {
      stamp: (bytes) => {
        asked.push(Buffer.from(bytes));
        return Promise.resolve(Buffer.from('stamped'));
      },
    });
    expect(asked).toEqual([readFileSync(join(bundle, 'checkpoint'))]);
    expect(readFileSync(join(bundle, 'checkpoint.tsr'), 'utf8')).toBe('stamped');
    expect(await verifyBundle(bundle, { trust: { kind: 'self' } })).toMatchObject({ ok: true });
  }, 60_000);

  it('leaves no bundle where it fails', async () => {
    const bundle = join(root, 'unstamped');
    const stamp = () => Promise.reject(new Error('no authority'));
    await expect(exportSimulated(bundle, { stamp })).rejects.toThrow('no authority');
    expect(existsSync(bundle)).toBe(false);
  }, 60_000);
});
