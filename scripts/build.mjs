// Two passes of tsc, ESM and CJS, swapped into place at the end so that a reader of dist/ never sees half a build.
// `--if-stale` builds only when a source is newer than the last build. `--despite-errors` keeps what was emitted though
// types do not fit, as a build that is stale: sources that are generated from a build lag behind those written by hand.
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const stamp = join(dist, 'cjs', 'package.json');
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

const newest = (dir) =>
  readdirSync(dir, { recursive: true })
    .map((name) => statSync(join(dir, name)).mtimeMs)
    .reduce((a, b) => Math.max(a, b), statSync(dir).mtimeMs);

const configs = () => readdirSync(root).filter((name) => /^(tsconfig.*|package)\.json$/.test(name));
const isFresh = () =>
  existsSync(stamp) &&
  statSync(stamp).mtimeMs >
    Math.max(newest(join(root, 'src')), ...configs().map((name) => statSync(join(root, name)).mtimeMs));

const compile = (config, outDir) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [tsc, '-p', config, '--outDir', outDir], {
      cwd: root,
      stdio: 'inherit',
    });
    child.on('close', (code) => resolve(code ?? 1)).on('error', () => resolve(1));
  });

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const lock = join(root, 'node_modules', '.cache', 'quejas-build.lock');
const holdsLock = () => {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (existsSync(lock) && !isAlive(Number(readFileSync(lock, 'utf8')))) rmSync(lock, { force: true });
    return false;
  }
};

const build = async () => {
  const started = new Date();
  const fresh = join(root, `dist-${process.pid}`);
  const codes = await Promise.all([
    compile('tsconfig.build.json', join(fresh, 'esm')),
    compile('tsconfig.build.cjs.json', join(fresh, 'cjs')),
  ]);
  const isFaulty = codes.some((code) => code !== 0);
  const isWhole = ['esm', 'cjs'].every((kind) => existsSync(join(fresh, kind, 'index.js')));
  if (isFaulty && !(isWhole && process.argv.includes('--despite-errors'))) {
    rmSync(fresh, { recursive: true, force: true });
    return 1;
  }
  const mark = join(fresh, 'cjs', 'package.json');
  writeFileSync(mark, '{ "type": "commonjs" }\n');
  const time = isFaulty ? new Date(0) : started;
  utimesSync(mark, time, time);
  if (existsSync(dist)) renameSync(dist, `${fresh}-old`);
  renameSync(fresh, dist);
  rmSync(`${fresh}-old`, { recursive: true, force: true });
  return 0;
};

mkdirSync(dirname(lock), { recursive: true });
while (!holdsLock()) await sleep(100);
try {
  process.exitCode = process.argv.includes('--if-stale') && isFresh() ? 0 : await build();
} finally {
  rmSync(lock, { force: true });
}
