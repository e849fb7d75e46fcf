import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('./peers', import.meta.url));

/** Where a file of an installed peer lies. */
export const peerFile = (name: string): string => `${folder}/node_modules/${name}`;

const isComplete = (): boolean =>
  ['@event-driven-io/emmett', '@event-driven-io/emmett-sqlite', 'async-retry', 'uuid'].every((name) =>
    existsSync(peerFile(`${name}/package.json`)),
  );

/** Installs the peers the first time they are needed; says so and gives false where they cannot be had. */
export const installPeers = (): boolean => {
  if (isComplete()) return true;
  process.stderr.write('Installing the peers to compare with…\n');
  const options = ['--ignore-scripts', '--legacy-peer-deps', '--no-package-lock', '--no-audit', '--no-fund'];
  const done = spawnSync('npm', ['install', ...options], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status === 0 && isComplete()) return true;
  process.stderr.write('The peers cannot be installed here: they are left out.\n');
  return false;
};
