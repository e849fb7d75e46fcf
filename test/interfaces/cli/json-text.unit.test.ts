import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseJson, repeatedKeyIn } from '../../../src/interfaces/cli/flags/json-text.js';

const seed = 20_261_128;

describe('a key that stands twice in one object of a JSON file', () => {
  it.each([
    ['of the object itself', '{"mon": [], "tue": [], "mon": ["09:00-18:00"]}', 'mon'],
    ['of one inside another', '{"week": {"mon": []}, "more": {"week": 1, "week": 2}}', 'week'],
    ['of one in a list', '[{"a": 1}, {"a": 1, "a": {}}]', 'a'],
    ['that is written otherwise', '{"a": 1, "\\u0061": 2}', 'a'],
    ['after values with signs of JSON in them', '{"a": "{\\"b\\": [", "c": "}", "a": 1}', 'a'],
  ])('is found: %s', (_, text, key) => {
    expect(repeatedKeyIn(text)).toBe(key);
  });

  it(`is none where each stands once, whatever their values are (seed ${seed})`, () => {
    expect(repeatedKeyIn('{"a": {"b": 1}, "b": {"a": "a"}, "c": ["a", "a"]}')).toBeUndefined();
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseJson(text)).toBeDefined();
        // fast-check writes each key once.
        expect(repeatedKeyIn(text)).toBeUndefined();
      }),
      { seed, numRuns: 500 },
    );
  });
});
