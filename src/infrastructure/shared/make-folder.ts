import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { codeOf } from '../../application/errors/code-of.js';

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
};

/**
 * Makes a folder, and those above it, where there is none. Node's own `recursive` never ends, deaf to every signal, where
 * a folder that is there says of a new one in it that it does not exist, as /proc does.
 */
export const makeFolder = (path: string, mode = 0o777): void => {
  const folder = resolve(path);
  if (isFolder(folder)) return;
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    const code = codeOf(error);
    // Another process made it meanwhile.
    if (code === 'EEXIST' && isFolder(folder)) return;
    const above = dirname(folder);
    if (code !== 'ENOENT' || above === folder || isFolder(above)) throw error;
    makeFolder(above, mode);
    makeFolder(folder, mode);
  }
};
