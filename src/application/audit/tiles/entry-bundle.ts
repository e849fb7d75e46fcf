/** Most bytes of an entry: the format counts in 16 bits, and a round number below is ours (design: Size). */
export const longestEntry = 60_000;

/** Entries one after another, each after its length in two bytes, big-endian (C2SP tlog-tiles, "Log entries"). */
export const encodeEntryBundle = (entries: readonly Uint8Array[]): Uint8Array => {
  const parts = entries.flatMap((entry) => {
    if (entry.length > longestEntry) throw new RangeError(`an entry of ${entry.length} bytes`);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(entry.length);
    return [length, entry];
  });
  return Buffer.concat(parts);
};

/** The entries of a bundle; `undefined` where its lengths do not add up. */
export const decodeEntryBundle = (bytes: Uint8Array): readonly Uint8Array[] | undefined => {
  const entries: Uint8Array[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at < bytes.length) {
    if (at + 2 > bytes.length) return undefined;
    const end = at + 2 + view.getUint16(at);
    if (end > bytes.length) return undefined;
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return entries;
};
