import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from '@jest/globals';
import { builtFile, root } from '../../support/built.js';
import { startLoopbackServer } from '../../support/eventstoredb/server/loopback-server.js';

const folder = mkdtempSync(join(tmpdir(), 'quejas-soak-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('a soak goes on over a server that is killed under it, and finds every answer kept', async () => {
  builtFile('index.js');
  const server = await startLoopbackServer({ file: join(folder, 'server.log') });
  const soak = spawn(
    process.execPath,
    [
      ...(process.features.typescript ? [] : ['--experimental-strip-types']),
      ...['--import', pathToFileURL(join(root, 'scripts/ts-imports.mjs')).href],
      ...[join(root, 'prove/soak-eventstoredb.ts'), '--minutes', '0.1', '--log', join(folder, 'answers.log')],
    ],
    {
      cwd: root,
      env: { ...process.env, QUEJAS_EVENTSTOREDB_URL: server.connectionString },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let told = '';
  soak.stdout.setEncoding('utf8').on('data', (text: string) => (told += text));
  const ended = once(soak, 'exit');
  const events = async () => (await server.observed()).events;
  while ((await events()) < 20) if (soak.exitCode !== null) break;
  await server.kill();
  // Longer than the 30 s that the store itself tries: a server that is back sooner refuses no command.
  await rest(33_000);
  await server.up();
  expect(await ended).toEqual([0, null]);
  await server.stop();
  expect(told).toMatch(/[1-9]\d* accepted/);
  expect(told).toMatch(/commands repeated after: [1-9]\d* store-unavailable/);
  expect(told).toContain(', 0 violations');
}, 300_000);
