import * as fc from 'fast-check';

/** A bundle's files by name. */
export type Files = ReadonlyMap<string, Buffer>;

/** A bundle with one change, and the files that may be named for it. */
export interface Tampered {
  readonly files: Files;
  readonly named: readonly string[];
  readonly what: string;
  /** What a failed proof prints, instead of all the bytes. */
  readonly [fc.toStringMethod]: () => string;
}

type Told = Omit<Tampered, typeof fc.toStringMethod>;

const classes: readonly (readonly [string, RegExp])[] = [
  ['manifest', /^manifest\.json$/],
  ['checkpoint', /^checkpoint$/],
  ['key', /^keys\//],
  ['anchor', /^anchor\//],
  ['hash tile', /^tile\/\d/],
  ['entry bundle', /^tile\/entries\//],
  ['entry', /^entries\//],
  ['proof', /^proofs\//],
  ['other', /^(calendars\/|csv\/|policies\/|provider|report|schema|verify)/],
];

/** First the class of the file, then the file, so that the rare ones are met as often as the many. */
const fileOf = (files: Files): fc.Arbitrary<string> => {
  const names = [...files.keys()];
  const groups = classes
    .map(([, pattern]) => names.filter((name) => pattern.test(name)))
    .filter((group) => group.length > 0);
  return fc.constantFrom(...groups).chain((group) => fc.constantFrom(...group));
};

/** A place: a share of the length, or so many bytes before the end, where signatures stand. */
const place = fc.oneof(
  fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  fc.integer({ min: -400, max: -1 }),
);
const at = (bytes: Buffer, where: number): number =>
  where >= 0 ? Math.floor(where * bytes.length) : Math.max(0, bytes.length + where);

type Change = (bytes: Buffer) => Buffer;

const swapped = (bytes: Buffer, one: number, other: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[one] = bytes[other] ?? 0;
  copy[other] = bytes[one] ?? 0;
  return copy;
};

/** A change of bytes: flipped, set, left out, put in, swapped, cut off, added, repeated. */
export const change: fc.Arbitrary<readonly [string, Change]> = fc.oneof(
  fc.tuple(place, fc.nat(7)).map(([share, bit]): readonly [string, Change] => [
    `flip ${share} ${bit}`,
    (bytes) => {
      const copy = Buffer.from(bytes);
      const index = at(bytes, share);
      if (index < copy.length) copy[index] = (copy[index] ?? 0) ^ (1 << bit);
      return copy;
    },
  ]),
  fc
    .tuple(place, fc.integer({ min: 1, max: 40 }))
    .map(([share, length]): readonly [string, Change] => [
      `remove ${share} ${length}`,
      (bytes) =>
        Buffer.concat([bytes.subarray(0, at(bytes, share)), bytes.subarray(at(bytes, share) + length)]),
    ]),
  fc
    .tuple(place, fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 9 }), fc.constant(Buffer.from('\n'))))
    .map(([share, more]): readonly [string, Change] => [
      `insert ${share}`,
      (bytes) => Buffer.concat([bytes.subarray(0, at(bytes, share)), more, bytes.subarray(at(bytes, share))]),
    ]),
  fc
    .tuple(place, place)
    .map(([one, other]): readonly [string, Change] => [
      `swap ${one} ${other}`,
      (bytes) => (bytes.length === 0 ? bytes : swapped(bytes, at(bytes, one), at(bytes, other))),
    ]),
  place.map((share): readonly [string, Change] => [
    `truncate ${share}`,
    (bytes) => bytes.subarray(0, at(bytes, share)),
  ]),
  fc
    .uint8Array({ minLength: 1, maxLength: 40 })
    .map((more): readonly [string, Change] => ['append', (bytes) => Buffer.concat([bytes, more])]),
);

const withFile = (files: Files, name: string, bytes: Buffer): Files => new Map([...files, [name, bytes]]);
const without = (files: Files, name: string): Files => new Map([...files].filter(([each]) => each !== name));

const addedNames = [
  'a',
  'entries/000099.json',
  'keys/log-00000000.vkey',
  'proofs/CR-999999-X.tlog-proof',
  'tile/0/999',
  'tile/entries/001.p/1',
  'anchor/other',
  'report.html.bak',
  '.DS_Store',
];

/** One change to a bundle's files. */
export const tamperedOf = (files: Files): fc.Arbitrary<Tampered> => {
  const bytesOf = (name: string): Buffer => files.get(name) ?? Buffer.alloc(0);
  const changed = fc.tuple(fileOf(files), change).map(([name, [what, alter]]) => ({
    files: withFile(files, name, alter(bytesOf(name))),
    named: [name],
    what: `${name}: ${what}`,
  }));
  const removed = fileOf(files).map((name) => ({
    files: without(files, name),
    named: [name],
    what: `${name}: taken away`,
  }));
  const added = fc
    .tuple(fc.constantFrom(...addedNames.filter((name) => !files.has(name))), fileOf(files))
    .map(([name, like]) => ({
      files: withFile(files, name, bytesOf(like)),
      named: [name],
      what: `${name}: added, like ${like}`,
    }));
  const exchanged = fc.tuple(fileOf(files), fileOf(files)).map(([one, other]) => ({
    files: withFile(withFile(files, one, bytesOf(other)), other, bytesOf(one)),
    named: [one, other],
    what: `${one} and ${other}: exchanged`,
  }));
  const renamed = fc
    .tuple(fileOf(files), fc.constantFrom(...addedNames.filter((name) => !files.has(name))))
    .map(([one, other]) => ({
      files: withFile(without(files, one), other, bytesOf(one)),
      named: [one, other],
      what: `${one}: renamed to ${other}`,
    }));
  const any: fc.Arbitrary<Told> = fc.oneof(
    { weight: 8, arbitrary: changed },
    { weight: 1, arbitrary: removed },
    { weight: 1, arbitrary: added },
    { weight: 1, arbitrary: exchanged },
    { weight: 1, arbitrary: renamed },
  );
  return any.map((told) => ({ ...told, [fc.toStringMethod]: () => told.what }));
};

/** True where two bundles have the same files. */
export const isSame = (one: Files, other: Files): boolean =>
  one.size === other.size && [...one].every(([name, bytes]) => other.get(name)?.equals(bytes) === true);
