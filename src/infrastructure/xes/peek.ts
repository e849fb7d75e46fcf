/** The first bytes of a stream (fewer where it is shorter), and the whole stream again, from its beginning. */
export const peek = async (
  source: AsyncIterable<Uint8Array>,
  least: number,
): Promise<{ readonly head: Buffer; readonly all: AsyncGenerator<Uint8Array> }> => {
  const iterator = source[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let length = 0;
  while (length < least) {
    const next = await iterator.next();
    if (next.done === true) break;
    seen.push(next.value);
    length += next.value.length;
  }
  const head = Buffer.concat(seen);
  const all = async function* () {
    try {
      if (head.length > 0) yield head;
      for (;;) {
        const next = await iterator.next();
        if (next.done === true) return;
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  };
  return { head, all: all() };
};
