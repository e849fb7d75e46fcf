import * as fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { isRefusalCode } from '../../../src/application/commands/refusals.js';
import * as library from '../../../src/index.js';
import { proof, proofTimeout } from '../../support/proof.js';
import { hostileText, hostileValue } from './hostile.js';

const { asCustomerService, conectared, isCodedError, openQuejas } = library;

const staff = asCustomerService('cs-1');

/** An object whose property throws when it is read: only a host's own object can do this. */
const trap = new Proxy(
  {},
  {
    get: () => {
      throw new RangeError('read');
    },
    ownKeys: () => {
      throw new RangeError('listed');
    },
  },
);

/** Anything that JavaScript may pass for anything, the nearly right among it. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  hostileValue,
  fc.constantFrom<unknown>(
    trap,
    () => 'a function',
    Symbol('a symbol'),
    new Date(Number.NaN),
    Object.create(null),
    { actor: 'cs-1' },
    { actor: 'cs-1', role: 'User' },
    { actor: 'cs-1', role: 'user', verified: 'false' },
    { type: 'clsoe', folio: null, input: {} },
    { type: 'close', folio: null, input: null },
    { at: 'ayer' },
    { knownAt: Number.NaN },
    { limit: '5' },
    { limit: Infinity, after: 7 },
    { area: 'nowhere' },
    { language: 'fr' },
    { expectedRevision: -1 },
    { correlationId: {} },
    { attachments: {} },
    { commandId: 'c-1', notice: 99, channel: 'phone' },
  ),
  fc.dictionary(
    fc.constantFrom('type', 'folio', 'input', 'actor', 'role', 'at', 'limit', 'after', 'area', 'commandId'),
    fc.oneof(hostileText, hostileValue),
  ),
);

interface Call {
  readonly name: string;
  readonly call: (...given: never[]) => unknown;
  /** Arguments that hold; one after the other is replaced by anything. */
  readonly given: readonly unknown[];
}

const callsOf = (quejas: library.Quejas, folio: string): readonly Call[] => [
  { name: 'file', call: quejas.file, given: [{ commandId: 'c-1', kind: 'fault' }, staff, {}] },
  { name: 'execute', call: quejas.execute, given: [{ type: 'close', folio, input: {} }, staff, {}] },
  { name: 'close', call: quejas.complaint(folio).close, given: [{ commandId: 'c-2' }, staff, {}] },
  {
    name: 'recordDelivery',
    call: quejas.complaint(folio).recordDelivery,
    given: [{ commandId: 'c-3', notice: 9, channel: 'phone' }, staff, {}],
  },
  { name: 'show', call: quejas.show, given: [folio, staff, {}] },
  { name: 'notice', call: quejas.notice, given: [folio, 'folio', staff, {}] },
  { name: 'requestsOf', call: quejas.requestsOf, given: ['s-1', staff, {}] },
  { name: 'find', call: quejas.find, given: [{ contract: 'c-1' }, staff, {}] },
  { name: 'queue', call: quejas.queue, given: ['technical-lead', staff, { technician: 'rt-3' }] },
  { name: 'events', call: quejas.events, given: [{ limit: 5, folio }] },
];

const outcomeOf = async (
  call: () => unknown,
): Promise<{ readonly thrown?: unknown; readonly given?: unknown }> => {
  try {
    return { given: await call() };
  } catch (thrown) {
    return { thrown };
  }
};

const withOneCase = async () => {
  const quejas = await openQuejas({ store: 'memory:', keys: 'memory:', provider: conectared });
  const filed = await quejas.file(
    { commandId: 'f-1', kind: 'fault', channel: 'phone', subscriber: { ref: 's-1' }, description: 'x' },
    staff,
  );
  if (!filed.ok) throw new Error(filed.code);
  return { quejas, folio: filed.folio };
};

describe('whatever a host in JavaScript passes', () => {
  it(
    'comes to a result, a refusal with a code of ours, or an error with a code of ours; to no TypeError',
    async () => {
      const { quejas, folio } = await withOneCase();
      const calls = callsOf(quejas, folio);
      const places = calls.flatMap(({ name, call, given }) =>
        given.map((_each, place) => ({ name, call, given, place })),
      );
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...places), junk, async ({ call, given, place }, anything) => {
          const replaced = given.map((each, index) => (index === place ? anything : each));
          const { thrown, given: result } = await outcomeOf(() => Reflect.apply(call, undefined, replaced));
          if (thrown !== undefined) expect(isCodedError(thrown)).toBe(true);
          if (typeof result === 'object' && result !== null && 'code' in result)
            expect(isRefusalCode(String(result.code))).toBe(true);
        }),
        proof(600),
      );
      await quejas.close();
    },
    proofTimeout(600),
  );

  it('comes to the same where an argument is left out', async () => {
    const { quejas, folio } = await withOneCase();
    for (const { call, given } of callsOf(quejas, folio))
      for (let kept = 0; kept < given.length; kept += 1) {
        const { thrown } = await outcomeOf(() => Reflect.apply(call, undefined, given.slice(0, kept)));
        if (thrown !== undefined) expect(isCodedError(thrown)).toBe(true);
      }
    await quejas.close();
  });

  it('is made an actor of without a TypeError, for the call it is for to judge', async () => {
    await fc.assert(
      fc.asyncProperty(junk, junk, async (actor, options) => {
        const { thrown } = await outcomeOf(() => Reflect.apply(library.asUser, undefined, [actor, options]));
        expect(thrown).not.toBeInstanceOf(TypeError);
      }),
      proof(200),
    );
  });

  it('names no complaint by what is no folio, and says so by the first command', async () => {
    const { quejas } = await withOneCase();
    const malformed = { code: 'folio-malformed', kind: 'not-found' };
    const invalid = (code: string) => ({
      ...{ code: 'input-invalid', kind: 'invalid' },
      details: { faults: [{ path: 'folio', code }] },
    });
    const folios: readonly (readonly [unknown, object])[] = [
      ...[null, undefined].map((folio) => [folio, invalid('missing')] as const),
      ...[7, {}, []].map((folio) => [folio, invalid('not-a-text')] as const),
      ...['', 'x'.repeat(40_000)].map((folio) => [folio, malformed] as const),
    ];
    for (const [folio, refusal] of folios) {
      const complaint: unknown = Reflect.apply(quejas.complaint, undefined, [folio]);
      const close: unknown =
        typeof complaint === 'object' && complaint !== null && Reflect.get(complaint, 'close');
      if (typeof close !== 'function') throw new Error('no such method');
      const result: unknown = await Reflect.apply(close, undefined, [{ commandId: 'c' }, staff]);
      expect(result).toMatchObject({ ok: false, ...refusal });
    }
    await quejas.close();
  });
});
