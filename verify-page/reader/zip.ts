import { byBytes, bytesOf, concat, isEqual } from './bytes.js';
import { faultAt } from './fault.js';
import { bytesIn, type Slices, type Source } from './source.js';

/** A number in a field of so many bytes, little-endian. */
type Field = readonly [bytes: 2 | 4 | 8, value: number];

const record = (...fields: readonly Field[]): Uint8Array => {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else if (bytes === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
};

const numberAt = (bytes: Uint8Array, at: number, width: 2 | 4 | 8): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (width === 2) return view.getUint16(at, true);
  return width === 4 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true));
};

const most16 = 0xffff;
const most32 = 0xffffffff;

/** A file of the ZIP, stored as it is, at the first date that a ZIP can tell. */
interface Stored {
  readonly name: string;
  readonly crc: number;
  readonly size: number;
  readonly offset: number;
}

const sizes = ({ crc, size }: Stored): readonly Field[] => [
  [4, crc],
  [4, size],
  [4, size],
];

const localHeader = (file: Stored): Uint8Array => {
  const name = bytesOf(file.name);
  const fixed: readonly Field[] = [
    [4, 0x04034b50],
    [2, 10],
    [2, 0],
    [2, 0],
    [2, 0],
    [2, 0x21],
  ];
  return concat(record(...fixed, ...sizes(file), [2, name.length], [2, 0]), name);
};

const directoryHeader = (file: Stored): Uint8Array => {
  const name = bytesOf(file.name);
  const isFar = file.offset >= most32;
  const extra = isFar ? record([2, 1], [2, 8], [8, file.offset]) : new Uint8Array();
  const version = isFar ? 45 : 10;
  const fixed = record([4, 0x02014b50], [2, version], [2, version], [2, 0], [2, 0], [2, 0], [2, 0x21]);
  const lengths = record(...sizes(file), [2, name.length], [2, extra.length]);
  const rest = record([2, 0], [2, 0], [2, 0], [4, 0], [4, Math.min(file.offset, most32)]);
  return concat(fixed, lengths, rest, name, extra);
};

interface End {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
}

const endRecords = ({ count, size, offset }: End): Uint8Array => {
  const isLarge = count >= most16 || size >= most32 || offset >= most32;
  const large = [
    record([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, count], [8, count]),
    record([8, size], [8, offset], [4, 0x07064b50], [4, 0], [8, offset + size], [4, 1]),
  ];
  const shown = Math.min(count, most16);
  const usual = record([4, 0x06054b50], [2, 0], [2, 0], [2, shown], [2, shown]);
  const places = record([4, Math.min(size, most32)], [4, Math.min(offset, most32)], [2, 0]);
  return concat(...(isLarge ? large : []), usual, places);
};

const usualEnd = 22;
const largeEnd = 98;

const readEnd = (tail: Uint8Array): End | undefined => {
  const end = tail.length - usualEnd;
  if (end < 0 || numberAt(tail, end, 4) !== 0x06054b50) return undefined;
  const large = tail.length - largeEnd;
  const isLarge =
    large >= 0 && numberAt(tail, large, 4) === 0x06064b50 && numberAt(tail, end - 20, 4) === 0x07064b50;
  return isLarge
    ? {
        count: numberAt(tail, large + 32, 8),
        size: numberAt(tail, large + 40, 8),
        offset: numberAt(tail, large + 48, 8),
      }
    : {
        count: numberAt(tail, end + 10, 2),
        size: numberAt(tail, end + 12, 4),
        offset: numberAt(tail, end + 16, 4),
      };
};

const crcTable = Uint32Array.from({ length: 256 }, (_none, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

const crcOf = (bytes: Uint8Array): number => {
  let crc = most32;
  for (let at = 0; at < bytes.length; at += 1)
    crc = (crc >>> 8) ^ (crcTable[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return (crc ^ most32) >>> 0;
};

const malformed = (at: number, file?: string) => faultAt('zip-malformed', file, at);

/** As much is read at a time: files lie in the order of their names, which is that in which most are asked for. */
const windowSize = 4 * 2 ** 20;

/** Tiles, and the entries under them, lie far apart and are read by turns. */
const mostWindows = 2;

/** A stretch of a file. */
interface Stretch {
  readonly from: number;
  readonly bytes: Uint8Array;
}

/** Parts of a file, of which the last stretches are kept at hand. */
const windowsOver = (file: Slices) => {
  let kept: readonly Stretch[] = [];
  const stretchAt = async (at: number, length: number): Promise<Stretch> => {
    const found = kept.find(({ from, bytes }) => at >= from && at + length <= from + bytes.length);
    if (found !== undefined) return found;
    const end = Math.min(file.size, at + Math.max(length, windowSize));
    return { from: at, bytes: new Uint8Array(await file.slice(at, end).arrayBuffer()) };
  };
  return async (at: number, length: number): Promise<Uint8Array> => {
    if (at < 0 || length < 0 || at + length > file.size)
      throw malformed(Math.max(0, Math.min(at, file.size)));
    const stretch = await stretchAt(at, length);
    if (kept[0] !== stretch)
      kept = [stretch, ...kept.filter((each) => each !== stretch)].slice(0, mostWindows);
    return stretch.bytes.subarray(at - stretch.from, at - stretch.from + length);
  };
};

type ReadAt = ReturnType<typeof windowsOver>;

const fixedLength = 46;

/** The file that the directory tells of at a place; `undefined` where none can stand there. */
const storedAt = async (readAt: ReadAt, at: number, end: number): Promise<Stored | undefined> => {
  if (at + fixedLength > end) return undefined;
  const fixed = await readAt(at, fixedLength);
  const [crc, size] = [numberAt(fixed, 16, 4), numberAt(fixed, 24, 4)];
  const [length, near] = [numberAt(fixed, 28, 2), numberAt(fixed, 42, 4)];
  const isFar = near === most32;
  if (at + fixedLength + length + (isFar ? 12 : 0) > end) return undefined;
  const rest = await readAt(at + fixedLength, length + (isFar ? 12 : 0));
  const offset = isFar ? numberAt(rest, length + 4, 8) : near;
  const name = new TextDecoder('utf-8', { ignoreBOM: true }).decode(rest.subarray(0, length));
  return Number.isSafeInteger(offset) ? { name, crc, size, offset } : undefined;
};

/** The directory, each entry as our writer would have written it, and every byte of the file in its place. */
const directoryOf = async (
  readAt: ReadAt,
  { count, size, offset }: End,
): Promise<ReadonlyMap<string, Stored>> => {
  const files = new Map<string, Stored>();
  const end = offset + size;
  let [at, place] = [offset, 0];
  let last: string | undefined;
  for (let left = count; left > 0; left -= 1) {
    const file = await storedAt(readAt, at, end);
    if (file === undefined) throw malformed(at);
    const header = directoryHeader(file);
    const isOurs = at + header.length <= end && isEqual(header, await readAt(at, header.length));
    const isNext = file.offset === place && (last === undefined || byBytes(last, file.name) < 0);
    if (!isOurs || !isNext) throw malformed(at);
    files.set(file.name, file);
    last = file.name;
    at += header.length;
    place += localHeader(file).length + file.size;
  }
  if (at !== end || place !== offset) throw malformed(at);
  return files;
};

/**
 * A ZIP as bundles are written: files stored, in the order of their names, with nothing between them; ZIP64 where it
 * has to be. What is read is encoded again and compared. It is read by slices: no more than a few MiB and the longest
 * file are in memory.
 */
export const zipSource = async (file: Slices): Promise<Source> => {
  const tail = await bytesIn(file, Math.max(0, file.size - largeEnd), file.size);
  const end = readEnd(tail);
  if (end === undefined) throw malformed(Math.max(0, file.size - usualEnd));
  const records = endRecords(end);
  const endAt = file.size - records.length;
  const isOurs = end.offset + end.size === endAt && isEqual(records, tail.subarray(-records.length));
  if (!isOurs) throw malformed(Math.max(0, endAt));
  const readAt = windowsOver(file);
  const files = await directoryOf(readAt, end);
  return {
    names: [...files.keys()],
    read: async (name) => {
      const stored = files.get(name);
      if (stored === undefined) throw faultAt('file-unreadable', name);
      const header = localHeader(stored);
      const bytes = await readAt(stored.offset, header.length + stored.size);
      if (!isEqual(header, bytes.subarray(0, header.length))) throw malformed(stored.offset, name);
      const content = bytes.subarray(header.length);
      if (crcOf(content) !== stored.crc) throw faultAt('file-changed', name);
      return content;
    },
  };
};
