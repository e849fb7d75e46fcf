import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The root of the project. */
export const root = join(__dirname, '../..');

/** Brings dist/ up to date (once for all who ask at the same time) and gives the path of a built ESM file. */
export const builtFile = (name: string): string => {
  const done = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), '--if-stale'], {
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`The build failed.\n${done.stdout}${done.stderr}`);
  return join(root, 'dist/esm', name);
};
