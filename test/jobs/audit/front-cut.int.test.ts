import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { formatManifest, manifestText, parseManifest } from '../../../src/jobs/bundle/manifest.js';
import { verifyBundle } from '../../../src/jobs/verify/index.js';
import { hasPython, pythonReader } from '../../proofs/tampering/python-reader.js';
import { readAsPage } from '../../verify-page/read.js';
import { keyOf, writeSample } from './sample-bundle.js';

const root = mkdtempSync(join(tmpdir(), 'quejas-front-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Signs a slice anew that says where it begins, without a signed head that says so. */
const withoutAnchor = async (path: string): Promise<void> => {
  await writeSample(path, { size: 520, anchor: 300, what: 'since-anchor' });
  rmSync(join(path, 'anchor'), { recursive: true });
  const file = join(path, 'manifest.json');
  const manifest = parseManifest(readFileSync(file));
  if (manifest === undefined) throw new Error('no manifest');
  const files = Object.fromEntries(
    Object.entries(manifest.files).filter(([name]) => !name.startsWith('anchor/')),
  );
  const signatures = [keyOf(1).signText(manifestText({ ...manifest, files }))];
  writeFileSync(file, formatManifest({ ...manifest, files, signatures }));
};

it('a bundle whose front was cut off, and which takes its beginning from the first entry there is, is refused by all three readers, though its own key signed it', async () => {
  const path = join(root, 'cut');
  await withoutAnchor(path);
  const fault = { ok: false, code: 'anchor-invalid', file: 'anchor/checkpoint' };
  expect(await verifyBundle(path, { trust: { kind: 'self' } })).toMatchObject(fault);
  expect(await readAsPage(path)).toMatchObject(fault);
  if (!hasPython) return;
  const python = pythonReader();
  expect(await python.verify(path)).toContain('FALLA / FAULT: anchor-invalid anchor/checkpoint');
  python.end();
});
