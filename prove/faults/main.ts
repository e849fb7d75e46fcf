// The process of one client: node main.ts CLIENT. Its parent gives it a seed at a time over IPC.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLoopbackServer } from '../../test/support/eventstoredb/server/loopback-server.js';
import { liveRun } from './run.js';

const folder = mkdtempSync(join(tmpdir(), 'quejas-faults-'));
process.once('exit', () => {
  rmSync(folder, { recursive: true, force: true });
});
const scheme = process.argv[2] === 'kurrent' ? 'kurrentdb' : 'esdb';

process.on('message', ({ seed }: { readonly seed: number }) => {
  void live(seed);
});
process.on('disconnect', () => process.exit(0));

const live = async (seed: number): Promise<void> => {
  // Each run has a server and a log of its own.
  const home = mkdtempSync(join(folder, 'run-'));
  const server = await startLoopbackServer({ file: join(home, 'log') });
  const url = server.connectionString.replace(/^esdb/, scheme);
  const told = await liveRun({ seed, server, url, folder: home });
  await server.stop();
  rmSync(home, { recursive: true, force: true });
  process.send?.(told);
};
process.send?.({ ready: true });
