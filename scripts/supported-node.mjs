// Where to find a Node that Quejas supports: the running one, or one taken from the npm registry, without install scripts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** The oldest Node that has all of `node:sqlite` that the embedded store uses. */
export const OLDEST = '22.16.0';
/** The Node that stands in for one that is too old. */
export const STAND_IN = '24.21.0';

const windows = process.platform === 'win32';
const cache = process.env.QUEJAS_NODE_CACHE ?? join(root, 'node_modules', '.cache', 'quejas-node');

const numbers = (version) => version.split(/[.-]/).slice(0, 3).map(Number);

/** Whether `version` is at least `floor`, both like `22.16.0`. */
export const isAtLeast = (version, floor) => {
  const [a, b] = [numbers(version), numbers(floor)];
  const at = a.findIndex((n, i) => n !== b[i]);
  return at === -1 || a[at] > b[at];
};

const packageName = () => `node-${windows ? 'win' : process.platform}-${process.arch}`;
const binaryIn = (home) => join(home, 'node_modules', packageName(), 'bin', windows ? 'node.exe' : 'node');

const npm = (args) => {
  const own = process.env.npm_execpath;
  const [command, first] = own?.endsWith('.js')
    ? [process.execPath, [own]]
    : [windows ? 'npm.cmd' : 'npm', []];
  return spawnSync(command, [...first, ...args], {
    encoding: 'utf8',
    shell: windows && !own,
    env: process.env,
  });
};

const install = (version, home) => {
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(join(cache, '.new-'));
  const flags = [
    '--ignore-scripts',
    '--no-save',
    '--no-package-lock',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  try {
    const done = npm(['install', '--prefix', fresh, ...flags, `${packageName()}@${version}`]);
    if (!existsSync(binaryIn(fresh))) {
      throw new Error(
        `${packageName()}@${version} could not be installed. ${done.stderr ?? done.error ?? ''}`.trim(),
      );
    }
    renameSync(fresh, home);
  } catch (error) {
    // Another process was quicker: what it installed is as good.
    if (!existsSync(binaryIn(home))) throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
};

/** The path of a Node of exactly this version, installed into the cache when it is not there yet. */
export const nodeOfVersion = (version) => {
  if (process.versions.node === version) return process.execPath;
  const home = join(cache, `${version}-${process.platform}-${process.arch}`);
  if (!existsSync(binaryIn(home))) install(version, home);
  return binaryIn(home);
};

/** The environment in which every child finds that Node first. */
export const environmentOf = (node) => ({
  ...process.env,
  PATH: [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter),
  NODE: node,
  npm_node_execpath: node,
});
