import { describe, expect, it } from '@jest/globals';
import { parseKeysUrl, parseRowsUrl, parseStoreUrl } from '../../src/index.js';

const untyped = (parse: (text: undefined) => string, given: unknown): unknown =>
  Reflect.apply(parse, undefined, [given]);

const parsers = { store: parseStoreUrl, keys: parseKeysUrl, rows: parseRowsUrl };

describe('a text from outside becomes the URL of a part', () => {
  it.each([
    ['store', 'memory:', 'memory:'],
    ['store', 'sqlite:./data/q.db', 'sqlite:./data/q.db'],
    ['store', 'ESDB+Discover://Name:2113?tls=true', 'esdb+discover://Name:2113?tls=true'],
    ['store', 'kurrentdb://a:2113,b:2113', 'kurrentdb://a:2113,b:2113'],
    ['keys', 'memory:', 'memory:'],
    ['keys', 'file:/etc/quejas/keys.db', 'file:/etc/quejas/keys.db'],
    ['rows', 'memory:', 'memory:'],
    ['rows', 'sqlite:rows.db', 'sqlite:rows.db'],
  ] as const)('%s: %s', (option, text, url) => {
    expect(parsers[option](text)).toBe(url);
  });

  it.each([
    ['store', undefined, 'store is missing'],
    ['store', '', 'store is missing'],
    ['store', './q.db', 'sqlite:PATH'],
    ['store', 'sqllite:q.db', 'sqlite:PATH'],
    ['store', 'sqlite://q.db', 'sqlite:./q.db'],
    ['store', 'sqlite:/dev/null', 'give memory:'],
    ['store', 'sqlite:/dev/full', 'give memory:'],
    ['rows', 'sqlite://dev/null', 'give memory:'],
    ['keys', 'file:/dev/null', 'give memory:'],
    ['store', 'pg://admin:s3cr@t@db', 'pg://***@db'],
    ['keys', undefined, 'keys is missing'],
    ['keys', 'sqlite:keys.db', 'file:PATH'],
    ['rows', 'inline', 'sqlite:PATH'],
    ['rows', 'postgres://h/d', 'sqlite:PATH'],
  ] as const)('%s: %s is refused by option-invalid, with what it takes', (option, text, said) => {
    expect(() => parsers[option](text)).toThrow(
      expect.objectContaining({
        code: 'option-invalid',
        details: expect.objectContaining({ option }),
        message: expect.stringContaining(said),
      }),
    );
  });

  it.each([7, {}, [], true, null])('%j of a host without a compiler is refused too', (given) => {
    for (const parse of Object.values(parsers))
      expect(() => untyped(parse, given)).toThrow(expect.objectContaining({ code: 'option-invalid' }));
  });
});
