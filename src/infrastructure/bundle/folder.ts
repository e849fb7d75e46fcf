import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { byName, containerFault, type BundleSink, type BundleSource } from './files.js';
import { makeFolder } from '../shared/make-folder.js';

const namesIn = (root: string, folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return namesIn(root, name);
    if (!entry.isFile()) throw containerFault('file-unexpected', name);
    return [name];
  });

/** The files of a folder; anything that is neither a file nor a folder is a fault. */
export const folderSource = (path: string): BundleSource => ({
  names: [...namesIn(path, '')].sort(byName),
  read: (name) => {
    try {
      return readFileSync(join(path, name));
    } catch {
      throw containerFault('file-unreadable', name);
    }
  },
  close: () => undefined,
});

const isTaken = (path: string): boolean => {
  try {
    return !lstatSync(path).isDirectory() || readdirSync(path).length > 0;
  } catch {
    return false;
  }
};

/** Writes into a folder that is empty or not there yet. Throws `EEXIST` where something is in it. */
export const folderSink = (path: string): BundleSink => {
  if (isTaken(path)) throw Object.assign(new Error(`${path} is not empty`), { code: 'EEXIST' });
  makeFolder(path);
  const made = new Set([path]);
  return {
    write: (name, bytes) => {
      const folder = dirname(join(path, name));
      if (!made.has(folder)) makeFolder(folder);
      made.add(folder);
      writeFileSync(join(path, name), bytes, { flag: 'wx' });
    },
    finish: () => undefined,
    discard: () => {
      if (!existsSync(path)) return;
      for (const name of readdirSync(path)) rmSync(join(path, name), { recursive: true, force: true });
    },
  };
};
