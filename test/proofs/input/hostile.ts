import * as fc from 'fast-check';

/** Texts that have hurt other systems: code, markup, formulas, escapes, half characters, names of what every object has. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    'a\udc00b',
    '\u001b[2J\u001b[31m',
    '\u202egnp.exe',
    "'; DROP TABLE events; --",
    '<script>alert(1)</script>',
    '<!ENTITY x SYSTEM "file:///etc/passwd">',
    '=HYPERLINK("http://x")',
    '${process.exit(1)}',
    '{{7*7}}',
    '../../etc/passwd',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'null',
    'NaN',
    'x'.repeat(9000),
    '😀'.repeat(5000),
    '\r\n'.repeat(100),
    '2026-02-30T00:00:00.000Z',
    '9999-12-31T23:59:59.999-23:59',
    '-271821-04-20T00:00:00.000Z',
  ),
  fc
    .tuple(fc.string({ maxLength: 5 }), fc.constantFrom('\ud800', '\udfff', '\u0007', '\u0085', '\r'))
    .map(([before, odd]) => `${before}${odd}${before}`),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.date().map((date) => (Number.isNaN(date.getTime()) ? 'Invalid Date' : date.toISOString())),
);

/** Any value at all, JSON or not. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: hostileText },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(
      null,
      undefined,
      Number.NaN,
      Infinity,
      -0,
      2 ** 53,
      1e308,
      -1,
      0.1,
      1n,
      true,
      [],
      {},
      [[[[]]]],
      [null],
      new Date(0),
      new Map([['a', 1]]),
      Symbol('x'),
      () => 'called',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.anything({
      key: hostileText,
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSparseArray: true,
      withTypedArray: true,
    }),
  },
);

/** One change to a document: where (a path chosen by numbers), what, and whether it goes in, away or beside. */
interface Change {
  readonly steps: readonly number[];
  readonly value: unknown;
  readonly name: string;
  readonly how: 'replace' | 'remove' | 'add';
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);

const put = (target: Record<string, unknown>, name: string, value: unknown) =>
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });

const apply = (document: unknown, { steps, value, name, how }: Change): unknown => {
  if (!isRecord(document) || steps.length === 0) return value;
  let at = document;
  for (const [index, step] of steps.entries()) {
    const names = Object.keys(at);
    const chosen = names[step % Math.max(1, names.length)];
    if (chosen === undefined) break;
    const next = at[chosen];
    if (index < steps.length - 1 && isRecord(next)) {
      at = next;
      continue;
    }
    if (how === 'replace') put(at, chosen, value);
    else if (how === 'remove') Reflect.deleteProperty(at, chosen);
    else if (!Array.isArray(at)) put(at, name, value);
    break;
  }
  return document;
};

const change: fc.Arbitrary<Change> = fc.record({
  steps: fc.array(fc.nat(40), { minLength: 1, maxLength: 4 }),
  value: hostileValue,
  name: hostileText,
  how: fc.constantFrom('replace', 'remove', 'add'),
});

/** Puts another text in the place of one of a document's texts: most such documents are still good. */
const retold = (document: unknown, chosen: number, text: string): unknown => {
  const places: (readonly [Record<string, unknown>, string])[] = [];
  const visit = (value: unknown) => {
    if (!isRecord(value)) return;
    for (const [name, each] of Object.entries(value)) {
      if (typeof each === 'string') places.push([value, name]);
      visit(each);
    }
  };
  visit(document);
  const place = places[chosen % Math.max(1, places.length)];
  if (place !== undefined) put(place[0], place[1], text);
  return document;
};

/** A good JSON document with up to three things wrong with it; now and then something else altogether. */
export const damaged = (documents: readonly object[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom(...documents), fc.nat(100), hostileText)
        .map(([document, chosen, text]) => retold(structuredClone(document), chosen, text)),
    },
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom(...documents), fc.array(change, { maxLength: 3 }))
        .map(([document, changes]) => changes.reduce<unknown>(apply, structuredClone(document))),
    },
    { weight: 1, arbitrary: hostileValue },
  );
