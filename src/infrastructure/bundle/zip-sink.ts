import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { byName, type BundleSink } from './files.js';
import { directoryHeader, endRecords, localHeader, type ZipEntry } from './zip-records.js';

/** Writes a ZIP where nothing is yet: the same files give the same bytes. Throws `EEXIST` where there is something. */
export const zipSink = (path: string): BundleSink => {
  const file = openSync(path, 'wx');
  const entries: ZipEntry[] = [];
  let place = 0;

  const put = (bytes: Uint8Array): void => {
    let written = 0;
    while (written < bytes.length) written += writeSync(file, bytes, written);
    place += bytes.length;
  };

  return {
    write: (name, bytes) => {
      const last = entries.at(-1);
      if (last !== undefined && byName(last.name, name) >= 0)
        throw new RangeError(`${name} does not come after ${last.name}`);
      if (bytes.length >= 0xffffffff) throw new RangeError(`${name} is too large`);
      const entry = { name, crc: crc32(bytes), size: bytes.length, offset: place };
      put(localHeader(entry));
      put(bytes);
      entries.push(entry);
    },
    finish: () => {
      const offset = place;
      for (const entry of entries) put(directoryHeader(entry));
      put(endRecords({ count: entries.length, size: place - offset, offset }));
      fsyncSync(file);
      closeSync(file);
    },
    discard: () => {
      closeSync(file);
      rmSync(path, { force: true });
    },
  };
};
