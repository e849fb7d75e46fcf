// from-build.mjs FILE [ARGS...]: brings dist/ up to date, then runs FILE (.mjs, .js or .ts whose types can be stripped).
// `--despite-errors` before FILE: where types do not fit, from what was emitted all the same.
// Such a file reaches the library as its users do, by `import ... from 'quejas'`.
import { spawn, spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const given = process.argv.slice(2);
const leniently = given.filter((arg, index) => index === 0 && arg === '--despite-errors');
const [file, ...args] = given.slice(leniently.length);
const built = spawnSync(process.execPath, [join(here, 'build.mjs'), '--if-stale', ...leniently], {
  stdio: ['ignore', 2, 2],
});
if (built.status !== 0) process.exit(1);

const typescript = file.endsWith('.ts')
  ? [
      ...(process.features.typescript ? [] : ['--experimental-strip-types']),
      '--import',
      pathToFileURL(join(here, 'ts-imports.mjs')).href,
    ]
  : [];
const flags = ['--disable-warning=ExperimentalWarning', '--enable-source-maps'];
const child = spawn(process.execPath, [...flags, ...typescript, resolve(root, file), ...args], {
  stdio: 'inherit',
});
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
for (const signal of signals) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  if (signal === null) return void (process.exitCode = code);
  for (const each of signals) process.removeAllListeners(each);
  process.kill(process.pid, signal);
});
