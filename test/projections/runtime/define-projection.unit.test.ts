import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isCodedError, prefixesOf } from '../../../src/index.js';
import { defineProjection, given as tryGiven } from '../../../src/projections/index.js';
import { foreignIn } from '../../support/foreign-words.js';

const whole = {
  name: 'by-channel',
  version: 1,
  columns: { channel: 'text', filed: 'integer' },
  key: ['channel'],
  indexes: [['filed']],
  on: { Filed: () => undefined },
  onEvery: () => undefined,
};

/** Calls as a host in JavaScript may: with anything at all. What is thrown is given back. */
const faultOf = (call: (...given: never[]) => unknown, ...given: readonly unknown[]): unknown => {
  try {
    Reflect.apply(call, undefined, given);
  } catch (error) {
    return error;
  }
  return undefined;
};

const bare: unknown = Object.create(null);
const invalid = { code: 'rows-invalid', kind: 'invalid' };

describe('defineProjection, called by a host in JavaScript, refuses by code, never by a TypeError', () => {
  it.each([[], [undefined], [null], [5], ['by-channel'], [[]], [Symbol('x')]])(
    'what is no definition: %p',
    (...given) => {
      expect(faultOf(defineProjection, ...given)).toMatchObject(invalid);
    },
  );

  it.each<[string, readonly unknown[]]>([
    ['name', [undefined, null, 5, '', 'Una Tabla', 'by_channel', Symbol('x'), bare]],
    ['version', [undefined, null, 0, -1, 1.5, Number.NaN, '1', 1n, bare]],
    [
      'columns',
      [
        undefined,
        null,
        5,
        'x',
        ['text'],
        {},
        { channel: 'texto' },
        { channel: null },
        { scope: 'text', channel: 'text' },
      ],
    ],
    [
      'key',
      [undefined, null, 5, 'channel', {}, [], [null], [Symbol('x')], ['nothing'], ['channel', 'channel']],
    ],
    ['indexes', [null, 5, '', {}, [null], ['filed'], [[5]], [['nothing']], [[]]]],
    ['on', [null, 5, '', [], { Filed: 5 }, { Filed: null }, { Fild: () => undefined }]],
    ['indexs', [[['filed']]]],
    ['scope', ['text']],
    ['onEvery', [null, 5, '', {}]],
  ])('a wrong %s', (part, values) => {
    for (const value of values)
      expect(faultOf(defineProjection, { ...whole, [part]: value })).toMatchObject(invalid);
  });

  it.each<[string, unknown]>([
    ['name', 'Una Tabla'],
    ['version', 0],
    ['columns', 5],
    ['columns', { channel: 'texto' }],
    ['key', []],
    ['key', ['nothing']],
    ['key', ['channel', 'channel']],
    ['indexes', [[]]],
    ['failurePolicy', 'stop'],
    ['on', { Fild: () => undefined }],
    ['onEvery', 5],
    ['indexs', []],
  ])('a wrong %s in Spanish words, besides the names of its parts: %j', (part, value) => {
    const fault = faultOf(defineProjection, { ...whole, [part]: value });
    if (!isCodedError(fault)) throw new Error('not refused');
    const words = fault.text.es.replace(
      /by[_-]channel\w*|Una Tabla|\b(?:failurePolicy|onEvery|indexs|indexes|on|scope|nothing|channel|pause|skip)\b/g,
      '',
    );
    expect({ words, foreign: foreignIn(words) }).toEqual({ words, foreign: [] });
    expect(fault.details).toMatchObject({ reason: expect.any(String) });
  });

  it('takes a whole definition, and one without what may be left out', () => {
    expect(faultOf(defineProjection, whole)).toBeUndefined();
    const { indexes: _indexes, on: _on, onEvery: _onEvery, ...least } = whole;
    expect(faultOf(defineProjection, least)).toBeUndefined();
  });
});

describe('the changes of a row, asked by a host in JavaScript for what they cannot be', () => {
  const changes = ['set', 'patch', 'add', 'remove', 'change'] as const;
  const wrong: readonly (readonly unknown[])[] = [[], [null], [5], ['x'], [[]]];
  const ofKey = { channel: 'phone' };

  /** Why a read model whose handler asks for this is not what is expected. */
  const pausedBy = (name: (typeof changes)[number], given: readonly unknown[]): unknown => {
    const asking: unknown = Reflect.apply(defineProjection, undefined, [
      {
        ...{ name: 'asking', version: 1, columns: { channel: 'text', filed: 'integer' }, key: ['channel'] },
        on: {
          Filed: (_event: unknown, rows: object): unknown => {
            const change: unknown = Reflect.get(rows, name);
            if (typeof change !== 'function') throw new Error(`rows have no ${name}`);
            const asked: unknown = Reflect.apply(change, undefined, given);
            return asked;
          },
        },
      },
    ]);
    const { then } = tryGiven({ type: 'Filed' });
    return faultOf(then, asking, []);
  };

  it.each([
    ...changes.flatMap((name) => wrong.map((given) => ({ name, given }))),
    ...[[ofKey], [ofKey, null], [ofKey, 5]].map((given) => ({ name: 'patch' as const, given })),
    ...[
      [ofKey, null],
      [ofKey, { filed: 1n }],
      [ofKey, { filed: '1' }],
    ].map((given) => ({
      name: 'add' as const,
      given,
    })),
    ...[[ofKey], [ofKey, 5]].map((given) => ({ name: 'change' as const, given })),
  ])('$name is told as a fault of the rows, in no words of the engine: $given', ({ name, given }) => {
    const fault = pausedBy(name, given);
    const told = String(fault);
    expect(told).toMatch(/^Error: asking: Filed: /u);
    expect(told).not.toMatch(/Cannot|undefined|is not a function|BigInt/u);
  });
});

describe('a law for anything at all', () => {
  const anything = fc.oneof(
    fc.anything({ withDate: true, withMap: true, withBigInt: true, withNullPrototype: true }),
    fc.constantFrom(undefined, null, Number.NaN, '', [], {}, [null], [[null]], Symbol('x'), () => 1),
    fc.constant(bare),
  );
  const mustBeCoded = (fault: unknown): void => {
    if (fault instanceof Error && !isCodedError(fault)) throw fault;
  };

  it('defineProjection defines, or throws a code', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(whole)), anything, anything, (part, value, definition) => {
        mustBeCoded(faultOf(defineProjection, { ...whole, [part]: value }));
        mustBeCoded(faultOf(defineProjection, definition));
      }),
      { numRuns: 500 },
    );
  });

  it('prefixesOf names prefixes for a text, and throws a code for all else', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const fault = faultOf(prefixesOf, value);
        if (typeof value === 'string') expect(fault).toBeUndefined();
        else expect(fault).toMatchObject({ code: 'option-invalid', details: { option: 'namespace' } });
      }),
      { numRuns: 500 },
    );
    expect(prefixesOf('')).toContain('complaint-');
  });
});
