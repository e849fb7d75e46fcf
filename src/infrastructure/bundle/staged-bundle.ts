import { randomUUID } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BundleSink } from './files.js';
import { beginBundle } from './open-bundle.js';
import { removedAtExit } from '../shared/at-exit.js';
import { makeFolder } from '../shared/make-folder.js';

const isEmptyFolder = (path: string): boolean =>
  lstatSync(path).isDirectory() && readdirSync(path).length === 0;

const taken = (path: string): Error =>
  Object.assign(new Error(`${path} is there already`), { code: 'EEXIST' });

/**
 * Begins a bundle that takes its name once it is whole: until then it lies beside it under another one. Throws `EEXIST`
 * where something is there already that is no empty folder.
 */
export const stagedBundle = (path: string): BundleSink => {
  const isZip = path.toLowerCase().endsWith('.zip');
  if (existsSync(path) && (isZip || !isEmptyFolder(path))) throw taken(path);
  makeFolder(dirname(path));
  const draft = join(dirname(path), `.${randomUUID()}.partial-${basename(path)}`);
  const sink = beginBundle(draft);
  const discard = (): void => {
    sink.discard();
    if (!isZip && existsSync(draft)) rmdirSync(draft);
  };
  const stays = removedAtExit(discard);
  return {
    write: sink.write,
    finish: () => {
      sink.finish();
      if (existsSync(path)) {
        if (isZip) throw taken(path);
        rmdirSync(path);
      }
      renameSync(draft, path);
      stays();
    },
    discard: () => {
      discard();
      stays();
    },
  };
};
