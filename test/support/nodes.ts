import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './built.js';

/** Every Node that the library supports, at its oldest, and zones in which a process may live: far west, half hours, across the date line. */
export const supportedNodes = ['22.16.0', '24.21.0', '26.10.0'] as const;
export const processZones = ['UTC', 'America/Tijuana', 'Asia/Kolkata', 'Pacific/Apia'] as const;

const cache = process.env['QUEJAS_NODE_CACHE'] ?? join(root, 'node_modules', '.cache', 'quejas-node');
const binary = `node_modules/node-${process.platform}-${process.arch}/bin/node`;

/** Where `scripts/on-supported-node.mjs` installs a Node; `undefined` where it did not do so yet. */
export const installedNode = (version: string): string | undefined => {
  const path = join(cache, `${version}-${process.platform}-${process.arch}`, binary);
  return existsSync(path) ? path : undefined;
};
