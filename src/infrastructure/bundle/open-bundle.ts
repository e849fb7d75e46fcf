import { statSync } from 'node:fs';
import type { BundleSink, BundleSource } from './files.js';
import { folderSink, folderSource } from './folder.js';
import { zipSink } from './zip-sink.js';
import { zipSource } from './zip-source.js';

/**
 * Opens a folder or a ZIP. Throws what the system says where neither is there, `no-file` for a pipe or a device (opening
 * a pipe would wait for its writer, deaf to every signal), and faults of the container.
 */
export const openBundle = (path: string): BundleSource => {
  const found = statSync(path);
  if (found.isDirectory()) return folderSource(path);
  if (!found.isFile()) throw Object.assign(new Error('neither a folder nor a file'), { code: 'no-file' });
  return zipSource(path);
};

/** Begins a bundle: a ZIP where the name ends in `.zip`, a folder otherwise. */
export const beginBundle = (path: string): BundleSink =>
  path.toLowerCase().endsWith('.zip') ? zipSink(path) : folderSink(path);
