import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const looks = 500;

/** Writes of 4 KiB a second that this disk makes durable one after the other: what a commit at a time can cost at least. */
export const fsyncPerSecond = (): number => {
  const folder = mkdtempSync(join(tmpdir(), 'quejas-disk-'));
  const file = openSync(join(folder, 'disk'), 'w');
  const page = Buffer.alloc(4096, 7);
  const began = performance.now();
  for (let each = 0; each < looks; each += 1) {
    writeSync(file, page);
    fsyncSync(file);
  }
  const took = performance.now() - began;
  closeSync(file);
  rmSync(folder, { recursive: true });
  return Math.round(looks / (took / 1000));
};
