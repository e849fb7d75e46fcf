import { statSync } from 'node:fs';
import type { BundleSink, BundleSource } from './files.js';
import { folderSink, folderSource } from './folder.js';
import { zipSink } from './zip-sink.js';
import { zipSource } from './zip-source.js';

/** Opens a folder or a ZIP. Throws what the system says where neither is there, and faults of the container. */
export const openBundle = (path: string): BundleSource =>
  statSync(path).isDirectory() ? folderSource(path) : zipSource(path);

/** Begins a bundle: a ZIP where the name ends in `.zip`, a folder otherwise. */
export const beginBundle = (path: string): BundleSink =>
  path.toLowerCase().endsWith('.zip') ? zipSink(path) : folderSink(path);
