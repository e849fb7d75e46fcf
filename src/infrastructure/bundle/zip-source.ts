import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { byName, containerFault, type BundleSource } from './files.js';
import {
  directoryHeader,
  endLengths,
  endRecords,
  localHeader,
  readDirectoryHeader,
  readEnd,
  type ZipEntry,
} from './zip-records.js';

const malformed = (at: number) => containerFault('zip-malformed', undefined, at);

/** The directory, entry by entry, each as we would write it, and every byte of the file in its place. */
const entriesOf = (directory: Buffer, start: number, count: number): readonly ZipEntry[] => {
  const entries: ZipEntry[] = [];
  let at = 0;
  let place = 0;
  let last: string | undefined;
  for (let left = count; left > 0; left -= 1) {
    const entry = readDirectoryHeader(directory, at);
    if (entry === undefined) throw malformed(start + at);
    const header = directoryHeader(entry);
    const isOurs = header.equals(directory.subarray(at, at + header.length));
    const isNext = entry.offset === place && (last === undefined || byName(last, entry.name) < 0);
    if (!isOurs || !isNext) throw malformed(start + at);
    entries.push(entry);
    at += header.length;
    place += localHeader(entry).length + entry.size;
    last = entry.name;
  }
  if (at !== directory.length || place !== start) throw malformed(start + at);
  return entries;
};

/**
 * A ZIP as we write it: files stored, in the order of their names, at the first date there is, with nothing between
 * them. What is read is encoded again and compared, so that no byte of the file is without a meaning.
 */
export const zipSource = (path: string): BundleSource => {
  const file = openSync(path, 'r');
  const length = fstatSync(file).size;

  const bytesAt = (at: number, size: number): Buffer => {
    if (at < 0 || size < 0 || at + size > length) throw malformed(Math.max(0, Math.min(at, length)));
    const bytes = Buffer.allocUnsafe(size);
    let read = 0;
    while (read < size) {
      const count = readSync(file, bytes, read, size - read, at + read);
      if (count === 0) throw malformed(at + read);
      read += count;
    }
    return bytes;
  };

  const directory = (): readonly ZipEntry[] => {
    const tail = bytesAt(Math.max(0, length - endLengths.zip64), Math.min(length, endLengths.zip64));
    const end = readEnd(tail);
    if (end === undefined) throw malformed(Math.max(0, length - endLengths.usual));
    const records = endRecords(end);
    const endAt = length - records.length;
    if (end.offset + end.size !== endAt || !records.equals(tail.subarray(tail.length - records.length)))
      throw malformed(Math.max(0, endAt));
    return entriesOf(bytesAt(end.offset, end.size), end.offset, end.count);
  };

  try {
    const entries = new Map(directory().map((entry) => [entry.name, entry]));
    return {
      names: [...entries.keys()],
      read: (name) => {
        const entry = entries.get(name);
        if (entry === undefined) throw new RangeError(`no file ${name}`);
        const header = localHeader(entry);
        const bytes = bytesAt(entry.offset, header.length + entry.size);
        if (!header.equals(bytes.subarray(0, header.length)))
          throw containerFault('zip-malformed', name, entry.offset);
        const content = bytes.subarray(header.length);
        if (crc32(content) !== entry.crc) throw containerFault('file-changed', name);
        return content;
      },
      close: () => closeSync(file),
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
};
