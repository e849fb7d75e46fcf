import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const mount = (...given: string[]): boolean => spawnSync('mount', given, { stdio: 'ignore' }).status === 0;

/** A medium of its own, in memory; `undefined` where this machine has no right to mount one. */
export const folderOfMemory = (): string | undefined => {
  const folder = mkdtempSync(join(tmpdir(), 'quejas-medium-'));
  if (mount('-t', 'tmpfs', 'tmpfs', folder)) return folder;
  rmSync(folder, { recursive: true });
  return undefined;
};

/** Does work while the medium takes no changes, and takes it away. */
export const readingMedium = async (folder: string, work: () => Promise<void>): Promise<void> => {
  mount('-o', 'remount,ro', folder);
  try {
    await work();
  } finally {
    spawnSync('umount', [folder], { stdio: 'ignore' });
    rmSync(folder, { recursive: true });
  }
};
