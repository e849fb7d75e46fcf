import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from '@jest/globals';

const folder = resolve(process.env['QUEJAS_SHARED'] ?? join(__dirname, '../../../shared'));

/** Where a file of the reference data lies, e.g. `sharedFile('data/helpdesk.xes.gz')`, whether it is there or not. */
export const sharedFile = (name: string): string => join(folder, name);

/** Whether all these files of the reference data are there. */
export const hasShared = (...names: readonly string[]): boolean =>
  names.every((name) => existsSync(sharedFile(name)));

/** `it` where the reference data is there; a visible skip where it is not. */
export const itWithShared = (...names: readonly string[]): typeof it | typeof it.skip =>
  hasShared(...names) ? it : it.skip;

/** `describe` where the reference data is there; a visible skip where it is not. */
export const describeWithShared = (...names: readonly string[]): typeof describe | typeof describe.skip =>
  hasShared(...names) ? describe : describe.skip;
