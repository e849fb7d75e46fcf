import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Peer {
  /** Where a file of it lies, once it is installed. */
  readonly file: (name: string) => string;
  readonly install: () => boolean;
}

const peerIn = (path: string, packages: readonly string[]): Peer => {
  const folder = fileURLToPath(new URL(path, import.meta.url));
  const file = (name: string): string => `${folder}/node_modules/${name}`;
  const isComplete = (): boolean => packages.every((name) => existsSync(file(`${name}/package.json`)));
  const install = (): boolean => {
    if (isComplete()) return true;
    process.stderr.write('Installing the peers to compare with…\n');
    const options = [
      '--ignore-scripts',
      '--legacy-peer-deps',
      '--no-package-lock',
      '--no-audit',
      '--no-fund',
    ];
    const done = spawnSync('npm', ['install', ...options], {
      cwd: folder,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    if (done.status === 0 && isComplete()) return true;
    process.stderr.write('The peers cannot be installed here: they are left out.\n');
    return false;
  };
  return { file, install };
};

const emmett = '@event-driven-io/emmett';

/** Each in a folder of its own: they need different versions of the same packages. */
export const peers = {
  'emmett-sqlite': peerIn('./peers', [emmett, `${emmett}-sqlite`, 'async-retry', 'uuid']),
  'emmett-esdb': peerIn('./peers/eventstoredb', [
    emmett,
    `${emmett}-esdb`,
    '@eventstore/db-client',
    'async-retry',
    'uuid',
    'web-streams-polyfill',
  ]),
} satisfies Readonly<Record<string, Peer>>;

export type PeerName = keyof typeof peers;

const installed = new Map<PeerName, boolean>();

/** Installs a peer the first time it is needed; says so and gives false where it cannot be had. */
export const installPeer = (name: PeerName): boolean => {
  const isThere = installed.get(name) ?? peers[name].install();
  installed.set(name, isThere);
  return isThere;
};
