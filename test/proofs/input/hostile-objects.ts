import * as fc from 'fast-check';

const thrown = (): never => {
  throw new RangeError('a trap of the host');
};

const trapNames = ['get', 'has', 'ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf'] as const;

const trapped = (target: object, traps: readonly (typeof trapNames)[number][]): object =>
  new Proxy(target, Object.fromEntries(traps.map((name) => [name, thrown])));

const revoked = (target: object): object => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};

/** How to make an object, and what it is called in a report: some of them throw at whatever holds them. */
interface Hostile {
  readonly what: string;
  readonly make: () => unknown;
}

const target: fc.Arbitrary<() => object> = fc.constantFrom<() => object>(
  () => ({}),
  () => ({ actor: 'cs-1', role: 'customer-service' }),
  () => [],
  () => ['a'],
  () => new Date(0),
  () => () => 1,
);

const readName = fc.constantFrom(
  ...[
    'actor',
    'role',
    'verified',
    'at',
    'limit',
    'type',
    'input',
    'commandId',
    'ref',
    'columns',
    'then',
    'table',
  ],
  ...[
    'key',
    '0',
    '1',
    'path',
    'message',
    'code',
    'append',
    'data',
    'signal',
    'constructor',
    'getTime',
    'toString',
  ],
);

const withGetter = (inside: object, name: string): object =>
  Object.defineProperty(inside, name, { get: thrown, enumerable: true, configurable: true });

const oddities: Readonly<Record<string, () => unknown>> = {
  'no prototype': (): unknown => Object.create(null),
  'a date of a class': () =>
    new (class extends Date {
      override getTime = thrown;
      override getUTCFullYear = thrown;
    })(0),
  'a proxy of a date': () => new Proxy(new Date(0), {}),
  'no text': () => ({ toString: thrown, valueOf: thrown, toJSON: thrown }),
  'no primitive': () => ({ [Symbol.toPrimitive]: thrown, [Symbol.iterator]: thrown }),
  'no tag': () => Object.defineProperty({}, Symbol.toStringTag, { get: thrown }),
  'a list without end': () =>
    new Proxy([], { get: (_array, name) => (name === 'length' ? 2 ** 32 - 1 : undefined) }),
  'a long list of nothing': () => Object.assign([], { length: 2 ** 32 - 1 }),
  itself: () => {
    const itself: Record<string, unknown> = {};
    return Object.assign(itself, { left: itself, right: itself });
  },
};

/** An object that does what only a host's own can: it throws when it is looked at, or never ends. */
export const hostileObject: fc.Arbitrary<Hostile> = fc.oneof(
  target.map((make) => ({ what: `revoked ${String(make)}`, make: () => revoked(make()) })),
  fc.tuple(target, fc.subarray([...trapNames], { minLength: 1 })).map(([make, traps]) => ({
    what: `${traps.join(', ')} of ${String(make)}`,
    make: () => trapped(make(), traps),
  })),
  fc
    .tuple(target, readName)
    .map(([make, name]) => ({ what: `${name} of ${String(make)}`, make: () => withGetter(make(), name) })),
  target.map((make) => ({
    what: `prototype revoked ${String(make)}`,
    make: (): unknown => Object.create(revoked(make())),
  })),
  fc.constantFrom(...Object.entries(oddities)).map(([what, make]) => ({ what, make })),
);

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** A value with another one at a place in it, which numbers choose: the value itself stays as it is. */
export const withAt = (value: unknown, steps: readonly number[], other: unknown): unknown => {
  const [step, ...others] = steps;
  if (step === undefined) return other;
  if (isList(value) && value.length > 0)
    return value.map((each: unknown, index) =>
      index === step % value.length ? withAt(each, others, other) : each,
    );
  if (!isPlain(value)) return other;
  const names = Object.keys(value);
  const name = names[step % Math.max(1, names.length)];
  return name === undefined ? other : { ...value, [name]: withAt(value[name], others, other) };
};

/** How often each property was read, by its path. */
export type Reads = Map<string, number>;

/** A value of the same content whose properties count how often they are read. */
export const counting = (value: unknown, reads: Reads, path: string): unknown => {
  if (isList(value)) return value.map((each: unknown, index) => counting(each, reads, `${path}[${index}]`));
  if (!isPlain(value)) return value;
  const counted = {};
  for (const [name, each] of Object.entries(value)) {
    const here = `${path}.${name}`;
    const inside = counting(each, reads, here);
    const get = (): unknown => {
      reads.set(here, (reads.get(here) ?? 0) + 1);
      return inside;
    };
    Object.defineProperty(counted, name, { get, enumerable: true });
  }
  return counted;
};

/** Every place in a value, as `withAt` names it, the value itself first. */
export const placesIn = (value: unknown): readonly (readonly number[])[] => {
  const parts = isList(value) ? value : isPlain(value) ? Object.values(value) : [];
  return [[], ...parts.flatMap((part, index) => placesIn(part).map((inside) => [index, ...inside]))];
};
