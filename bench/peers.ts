import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('./peers', import.meta.url));

/** Installs the peers the first time they are needed; false where they cannot be had. */
export const installPeers = (): boolean => {
  if (existsSync(`${folder}/node_modules/@event-driven-io/emmett-sqlite`)) return true;
  if (!existsSync(`${folder}/package.json`)) return false;
  process.stderr.write('Installing the peers to compare with…\n');
  const done = spawnSync('npm', ['install', '--legacy-peer-deps', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
  });
  return done.status === 0;
};
