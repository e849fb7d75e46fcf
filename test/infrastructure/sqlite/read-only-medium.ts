import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const mount = (...given: string[]): boolean => spawnSync('mount', given, { stdio: 'ignore' }).status === 0;

/** A medium of its own, in memory; `undefined` where this machine has no right to mount one. */
export const folderOfMemory = (options = 'size=16m'): string | undefined => {
  const folder = mkdtempSync(join(tmpdir(), 'quejas-medium-'));
  if (mount('-t', 'tmpfs', '-o', options, 'tmpfs', folder)) return folder;
  rmSync(folder, { recursive: true });
  return undefined;
};

/** Does work on a medium that is as small as it was made, and takes it away. */
export const fullMedium = async (folder: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } finally {
    spawnSync('umount', [folder], { stdio: 'ignore' });
    rmSync(folder, { recursive: true });
  }
};

/** Does work while the medium takes no changes, and takes it away. */
export const readingMedium = async (folder: string, work: () => Promise<void>): Promise<void> => {
  mount('-o', 'remount,ro', folder);
  await fullMedium(folder, work);
};
