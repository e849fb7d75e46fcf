import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { conectared, openQuejas } from '../../src/index.js';
import { builtFile } from '../support/built.js';
import { startLoopbackServer, type LoopbackServer } from '../support/eventstoredb/server/loopback-server.js';
import { removeScratch, scratchFolder } from './opened.js';

const commands = 500;
const child = join(__dirname, 'children/commander.mjs');

describe('two processes whose hosts keep the rows of one server in one file', () => {
  let server: LoopbackServer;
  let dist = '';
  beforeAll(async () => {
    dist = pathToFileURL(builtFile('/')).href;
    server = await startLoopbackServer();
  }, 300_000);
  afterAll(async () => {
    await server.stop();
    removeScratch();
  });

  const ran = (rows: string, name: string): Promise<unknown> => {
    const argv = [child, dist, server.connectionString, rows, name, String(commands)];
    const host = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'pipe'] });
    let told = '';
    let errors = '';
    host.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()));
    host.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    return new Promise((resolve) => {
      host.on('close', (status) => {
        resolve({ status, errors, told });
      });
    });
  };

  it('accept 1,000 commands, and none of them fails because of the rows', async () => {
    const rows = `sqlite:${join(scratchFolder(), 'rows.db')}` as const;
    const told = JSON.stringify({ accepted: commands, failed: [] });
    const good = { status: 0, errors: '', told };
    expect(await Promise.all([ran(rows, 'one'), ran(rows, 'two')])).toEqual([good, good]);
    const store = server.connectionString;
    const quejas = await openQuejas({ store, rows, keys: 'memory:', provider: conectared });
    expect(await quejas.totals()).toMatchObject({ filed: commands });
    await quejas.close();
  }, 300_000);
});
