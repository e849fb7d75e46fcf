import { canonicalize } from 'json-canonicalize';
import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { parseEntry } from '../../../src/jobs/bundle/entry.js';
import { proof, proofTimeout } from '../../support/proof.js';

/** Keys that engines order, spell or treat in ways of their own, among any others. */
const key = fc.oneof(
  fc.constantFrom('9', '10', '', 'toJSON', '__proto__', 'é', '\u{1f600}', '\uffee', 'a"b', 'Z', 'a'),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger()),
    fc.oneof(fc.string({ unit: 'grapheme', maxLength: 6 }), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
}));
const event = fc
  .tuple(value, fc.shuffledSubarray(['stream', 'revision', 'data'], { minLength: 3 }))
  .map(([data, order]) => {
    const whole: Readonly<Record<string, unknown>> = { data, revision: 3, stream: 'complaint-1' };
    return Object.fromEntries(order.map((name) => [name, whole[name]]));
  });
const spelled = fc
  .tuple(event, fc.constantFrom('canonical', 'plain', 'spaced', 'escaped', 'doubled', 'large'))
  .map(([each, how]) => {
    const text = canonicalize(each);
    if (how === 'plain') return JSON.stringify(each);
    if (how === 'spaced') return JSON.stringify(each, undefined, 1);
    if (how === 'escaped') return text.replace('stream', 'str\\u0065am');
    if (how === 'doubled') return text.replace('"stream"', '"stream":"x","stream"');
    return how === 'large' ? text.replace(/.$/u, ',"z":1e999}') : text;
  });

/** What RFC 8785 makes of what was read from a text. */
const respelled = (text: string): string | undefined => {
  try {
    return canonicalize(JSON.parse(text));
  } catch {
    return undefined;
  }
};

describe('an entry of a bundle', () => {
  it(
    'is taken in the one spelling of RFC 8785, and in no other, whatever is in it',
    () => {
      fc.assert(
        fc.property(spelled, (text) => {
          const isTaken = parseEntry(Buffer.from(text)) !== undefined;
          expect([text, isTaken]).toEqual([text, respelled(text) === text]);
        }),
        proof(1_000),
      );
    },
    proofTimeout(1_000),
  );

  it('is taken with keys that an engine lists by their numbers, in the order of RFC 8785 alone', () => {
    const inOrder = '{"data":{"10":1,"9":2},"revision":0,"stream":"s"}';
    expect(parseEntry(Buffer.from(inOrder))).toEqual({ stream: 's', revision: 0 });
    expect(parseEntry(Buffer.from(inOrder.replace('"10":1,"9":2', '"9":2,"10":1')))).toBeUndefined();
  });

  it('that is nested too deep to be written is none', () => {
    const deep = `{"data":${'['.repeat(20_000)}${']'.repeat(20_000)},"revision":0,"stream":"s"}`;
    expect(parseEntry(Buffer.from(deep))).toBeUndefined();
  });
});
