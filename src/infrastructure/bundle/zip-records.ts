/** A file in a ZIP, stored as it is. */
export interface ZipEntry {
  readonly name: string;
  readonly crc: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

/** The directory of a ZIP as its end tells it. */
export interface ZipEnd {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
}

const limit16 = 0xffff;
const limit32 = 0xffffffff;

/** 1 January 1980, midnight: the first date that a ZIP can tell. */
const date = 0x0021;

const usual = 10;
const zip64 = 45;

/** A number in a field of so many bytes, little-endian. */
type Field = readonly [bytes: 2 | 4 | 8, value: number];

const record = (...fields: readonly Field[]): Buffer => {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 8) buffer.writeBigUInt64LE(BigInt(value), at);
    else buffer.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return buffer;
};

const capped = (value: number, limit: number): number => Math.min(value, limit);

/** What stands before the bytes of a file. */
export const localHeader = ({ name, crc, size }: ZipEntry): Buffer => {
  const bytes = Buffer.from(name);
  return Buffer.concat([
    record([4, 0x04034b50], [2, usual], [2, 0], [2, 0], [2, 0], [2, date]),
    record([4, crc], [4, size], [4, size], [2, bytes.length], [2, 0]),
    bytes,
  ]);
};

/** What the directory says of a file; its place in eight bytes where four are too few (ZIP64). */
export const directoryHeader = ({ name, crc, size, offset }: ZipEntry): Buffer => {
  const bytes = Buffer.from(name);
  const isFar = offset >= limit32;
  const extra = isFar ? record([2, 1], [2, 8], [8, offset]) : Buffer.alloc(0);
  return Buffer.concat([
    record([4, 0x02014b50], [2, isFar ? zip64 : usual], [2, isFar ? zip64 : usual], [2, 0], [2, 0]),
    record([2, 0], [2, date], [4, crc], [4, size], [4, size], [2, bytes.length], [2, extra.length]),
    record([2, 0], [2, 0], [2, 0], [4, 0], [4, capped(offset, limit32)]),
    bytes,
    extra,
  ]);
};

/** The end of a ZIP; with the records of ZIP64 before it where the usual fields are too small. */
export const endRecords = ({ count, size, offset }: ZipEnd): Buffer => {
  const isLarge = count >= limit16 || size >= limit32 || offset >= limit32;
  const large = [
    record([4, 0x06064b50], [8, 44], [2, zip64], [2, zip64], [4, 0], [4, 0]),
    record([8, count], [8, count], [8, size], [8, offset]),
    record([4, 0x07064b50], [4, 0], [8, offset + size], [4, 1]),
  ];
  const shown = capped(count, limit16);
  return Buffer.concat([
    ...(isLarge ? large : []),
    record([4, 0x06054b50], [2, 0], [2, 0], [2, shown], [2, shown]),
    record([4, capped(size, limit32)], [4, capped(offset, limit32)], [2, 0]),
  ]);
};

/** Bytes of the two kinds of end: without ZIP64 and with it. */
export const endLengths = { usual: 22, zip64: 56 + 20 + 22 } as const;

/** Bytes of a directory header before its name. */
export const directoryHeaderLength = 46;

const isPlace = (value: number): boolean => Number.isSafeInteger(value);

/** What the last record says; `undefined` where a usual end does not stand there. */
export const readEnd = (tail: Buffer): ZipEnd | undefined => {
  const end = tail.length - endLengths.usual;
  if (end < 0 || tail.readUInt32LE(end) !== 0x06054b50) return undefined;
  const large = tail.length - endLengths.zip64;
  if (large >= 0 && tail.readUInt32LE(large) === 0x06064b50 && tail.readUInt32LE(end - 20) === 0x07064b50) {
    const count = Number(tail.readBigUInt64LE(large + 32));
    const size = Number(tail.readBigUInt64LE(large + 40));
    const offset = Number(tail.readBigUInt64LE(large + 48));
    return [count, offset + size].every(isPlace) ? { count, size, offset } : undefined;
  }
  return {
    count: tail.readUInt16LE(end + 10),
    size: tail.readUInt32LE(end + 12),
    offset: tail.readUInt32LE(end + 16),
  };
};

/** The file that a directory header at this place tells of; `undefined` where none can stand there. */
export const readDirectoryHeader = (directory: Buffer, at: number): ZipEntry | undefined => {
  if (at + directoryHeaderLength > directory.length) return undefined;
  const nameEnd = at + directoryHeaderLength + directory.readUInt16LE(at + 28);
  const isFar = directory.readUInt32LE(at + 42) === limit32;
  if (nameEnd + (isFar ? 12 : 0) > directory.length) return undefined;
  const offset = isFar ? Number(directory.readBigUInt64LE(nameEnd + 4)) : directory.readUInt32LE(at + 42);
  if (!isPlace(offset)) return undefined;
  return {
    name: directory.toString('utf8', at + directoryHeaderLength, nameEnd),
    crc: directory.readUInt32LE(at + 16),
    size: directory.readUInt32LE(at + 24),
    offset,
  };
};
