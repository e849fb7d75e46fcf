import { closeSync, fsyncSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { byName, type BundleSink } from './files.js';
import { directoryHeader, endRecords, localHeader, type ZipEntry } from './zip-records.js';

/** Bytes that are copied at a time. */
const copiedAtOnce = 2 ** 20;

const putAll = (file: number, bytes: Uint8Array): void => {
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
};

/** Opens a file for what is not in its order yet; where that fails, the ZIP is taken back as well. */
const openHeld = (path: string, zip: { readonly file: number; readonly path: string }): number => {
  try {
    return openSync(path, 'wx+');
  } catch (error) {
    closeSync(zip.file);
    rmSync(zip.path, { force: true });
    throw error;
  }
};

/**
 * Writes a ZIP where nothing is yet: the same files give the same bytes, whichever comes first. A ZIP of ours has its files
 * in the order of their names, so until it is finished they are held in a file beside it. Throws `EEXIST` where there is
 * something.
 */
export const zipSink = (path: string): BundleSink => {
  const heldPath = `${path}.held`;
  const file = openSync(path, 'wx');
  const held = openHeld(heldPath, { file, path });
  /** By name: where it lies in the file beside, header and all. */
  const entries = new Map<string, ZipEntry>();
  let end = 0;

  const copy = (from: number, to: number): void => {
    const buffer = Buffer.allocUnsafe(Math.min(copiedAtOnce, to - from));
    for (let at = from; at < to;) {
      const count = readSync(held, buffer, 0, Math.min(buffer.length, to - at), at);
      if (count === 0) throw new RangeError(`${heldPath} ends at ${at}`);
      putAll(file, buffer.subarray(0, count));
      at += count;
    }
  };

  /** Copies the files in the order of their names, those at once that lie so already. Gives where each lies then. */
  const copyInOrder = (): readonly ZipEntry[] => {
    const placed: ZipEntry[] = [];
    let place = 0;
    let [from, to] = [0, 0];
    for (const entry of [...entries.values()].sort((one, other) => byName(one.name, other.name))) {
      if (entry.offset !== to) {
        copy(from, to);
        [from, to] = [entry.offset, entry.offset];
      }
      const length = localHeader(entry).length + entry.size;
      placed.push({ ...entry, offset: place });
      to += length;
      place += length;
    }
    copy(from, to);
    return placed;
  };

  let isOpen = true;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    closeSync(file);
    closeSync(held);
    rmSync(heldPath, { force: true });
  };

  return {
    write: (name, bytes) => {
      if (entries.has(name)) throw new RangeError(`${name} is there already`);
      if (bytes.length >= 0xffffffff) throw new RangeError(`${name} is too large`);
      const entry = { name, crc: crc32(bytes), size: bytes.length, offset: end };
      const record = Buffer.concat([localHeader(entry), bytes]);
      putAll(held, record);
      entries.set(name, entry);
      end += record.length;
    },
    finish: () => {
      const placed = copyInOrder();
      const directory = placed.map(directoryHeader);
      for (const header of directory) putAll(file, header);
      const size = directory.reduce((sum, { length }) => sum + length, 0);
      putAll(file, endRecords({ count: placed.length, size, offset: end }));
      fsyncSync(file);
      close();
    },
    discard: () => {
      close();
      rmSync(path, { force: true });
    },
  };
};
