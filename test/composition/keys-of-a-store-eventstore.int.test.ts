import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { asCustomerService } from '../../src/application/commands/actors.js';
import { openQuejas, type OpenQuejasOptions } from '../../src/composition/open-quejas.js';
import { conectared } from '../../src/domain/provider/conectared.js';
import { startLoopbackServer } from '../support/eventstoredb/server/loopback-server.js';
import { removeScratch, report, scratchFolder, steadyClock } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-1');

interface Parts {
  readonly folder: string;
  readonly opened: (
    keys: string,
    more?: Partial<OpenQuejasOptions>,
  ) => Promise<Awaited<ReturnType<typeof openQuejas>>>;
  readonly filed: (keys: string, ref: string, more?: Partial<OpenQuejasOptions>) => Promise<string>;
}

describe('On a server, a vault that is not the store’s is refused with the first value', () => {
  const served = async (work: (parts: Parts) => Promise<void>) => {
    const server = await startLoopbackServer();
    const folder = scratchFolder();
    const opened = async (keys: string, more: Partial<OpenQuejasOptions> = {}) =>
      openQuejas({
        ...{ store: server.connectionString, rows: 'none', keys: `file:${join(folder, keys)}` },
        ...{ provider: conectared, clock: steadyClock().clock, ...more },
      });
    const filed = async (keys: string, ref: string, more?: Partial<OpenQuejasOptions>) => {
      const quejas = await opened(keys, more);
      try {
        const subscriber = { ref, name: 'Planted Name' };
        const result = await quejas.file(report(`f-${ref}`, { subscriber }), cs);
        return result.ok ? result.folio : result.code;
      } finally {
        await quejas.close();
      }
    };
    try {
      await work({ folder, opened, filed });
    } finally {
      await server.stop();
    }
  };
  it('where its path is mistyped, and where it is older than the store', () =>
    served(async ({ folder, filed, opened }) => {
      const folio = await filed('ours/k.db', 's-1');
      cpSync(join(folder, 'ours'), join(folder, 'older'), { recursive: true });
      await filed('ours/k.db', 's-2');
      await expect(filed('typo/k.db', 's-3')).rejects.toMatchObject({ code: 'keys-foreign' });
      expect(existsSync(join(folder, 'typo'))).toBe(false);
      await expect(filed('older/k.db', 's-3')).rejects.toMatchObject({ code: 'keys-behind' });
      const reading = await opened('typo/k.db');
      const seen = await reading.show(folio, cs);
      expect(seen).toMatchObject({ view: 'full', folio });
      await reading.close();
    }));

  it('unless it is asked for', () =>
    served(async ({ filed }) => {
      await filed('ours/k.db', 's-1');
      await filed('new/k.db', 's-2', { newVault: true });
      await filed('new/k.db', 's-3');
      await expect(filed('ours/k.db', 's-4')).rejects.toMatchObject({ code: 'keys-foreign' });
    }));
});
