import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { parseSignedCheckpoint } from '../../../src/application/audit/notes/checkpoint.js';
import { openBundle } from '../../../src/infrastructure/bundle/open-bundle.js';
import { bundleNames } from '../../../src/jobs/bundle/names.js';
import { checkedFiles } from '../../../src/jobs/verify/checked-files.js';
import { checkLog } from '../../../src/jobs/verify/log-bundle.js';
import { writeSample } from '../audit/sample-bundle.js';

const root = mkdtempSync(join(tmpdir(), 'quejas-reads-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the verification of a log', () => {
  it.each([14, 256, 700])(
    'of %d entries reads each of its files once, with a proof for each folio',
    async (size) => {
      const dir = join(root, String(size));
      await writeSample(dir, { size });
      const source = openBundle(dir);
      const read: string[] = [];
      const files = checkedFiles({
        ...source,
        read: (name) => {
          read.push(name);
          return source.read(name);
        },
      });
      const checkpoint = parseSignedCheckpoint(source.read(bundleNames.checkpoint));
      if (checkpoint === undefined) throw new Error('no checkpoint');
      const log = await checkLog(files, checkpoint, 0);
      await log.checkProofs();
      const ofLog = files.names.filter((name) => /^(tile|proofs)\//.test(name));
      expect([...read].sort()).toEqual([...ofLog, bundleNames.manifest].sort());
    },
  );
});
