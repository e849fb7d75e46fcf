// Two passes of tsc, ESM and CJS, swapped into place at the end so that a reader of dist/ never sees half a build.
// `--if-stale` builds only when a source is newer than the last build.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
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
    const child = spawn(process.execPath, [tsc, '-p', config, '--outDir', outDir], { cwd: root, stdio: 'inherit' });
    child.on('close', (code) => resolve(code ?? 1));
  });

if (process.argv.includes('--if-stale') && isFresh()) process.exit(0);

const started = new Date();
const fresh = join(root, `dist-${process.pid}`);
const [esm, cjs] = await Promise.all([
  compile('tsconfig.build.json', join(fresh, 'esm')),
  compile('tsconfig.build.cjs.json', join(fresh, 'cjs')),
]);
if (esm || cjs) {
  rmSync(fresh, { recursive: true, force: true });
  process.exit(1);
}
mkdirSync(join(fresh, 'cjs'), { recursive: true });
writeFileSync(join(fresh, 'cjs', 'package.json'), '{ "type": "commonjs" }\n');

const { utimesSync } = await import('node:fs');
utimesSync(join(fresh, 'cjs', 'package.json'), started, started);
const old = `${fresh}-old`;
if (existsSync(dist)) renameSync(dist, old);
renameSync(fresh, dist);
rmSync(old, { recursive: true, force: true });
