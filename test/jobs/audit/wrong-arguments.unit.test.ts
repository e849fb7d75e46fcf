import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { isCodedError } from '../../../src/application/errors/coded-error.js';
import {
  bundleSource,
  openAudit,
  replay,
  revealBundle,
  verifyBundle,
} from '../../../src/jobs/audit/index.js';
import { conectared } from '../../../src/domain/provider/conectared.js';
import { memoryEventStore } from '../../../src/infrastructure/memory/memory-event-store.js';

const audit = { bundleSource, openAudit, replay, revealBundle, verifyBundle };

const recipientKey = generateKeyPairSync('x25519').privateKey.export({ type: 'pkcs8', format: 'pem' });

const store = memoryEventStore();
const opening = { store, keys: 'memory:', provider: conectared };
const source = { store, provider: conectared };
const question = { of: 'queue', at: '2026-03-02T16:00:00Z' };

/** Arguments that a host without a compiler may pass, by the function that gets them. */
const wrong: readonly (readonly [keyof typeof audit, readonly unknown[]])[] = [
  ...[[], [null], ['x'], [{}], [[]], [{ ...opening, provider: null }]].map(
    (each) => ['openAudit', each] as const,
  ),
  ['openAudit', [{ ...opening, origin: 'no name' }]],
  ['openAudit', [{ ...opening, keys: 7 }]],
  ['openAudit', [{ ...opening, orgin: 'isp.example/complaints' }]],
  ['openAudit', [{ ...opening, stamp: 'yes' }]],
  ['openAudit', [{ ...opening, store: {} }]],
  ...[[], [null], [7], ['']].map((each) => ['verifyBundle', each] as const),
  ...[null, 'self', {}, { trust: 'self' }, { trust: { kind: 'all' } }, { trust: { kind: 'policy' } }].map(
    (options) => ['verifyBundle', ['/nowhere', options]] as const,
  ),
  ['verifyBundle', ['/nowhere', { trust: { kind: 'self' }, from: 'checkpoint' }]],
  ...[[], [null, question], [{}, question], [source], [source, {}], [source, { ...question, of: 'all' }]].map(
    (each) => ['replay', each] as const,
  ),
  ...[
    [],
    ['/nowhere'],
    ['/nowhere', null],
    ['/nowhere', { recipientKey: 'no key' }],
    ['/nowhere', { recipientKey }],
  ].map((each) => ['revealBundle', each] as const),
  ['revealBundle', ['/nowhere', { recipientKey, trsut: { kind: 'self' } }, () => undefined]],
  ['revealBundle', [7, { recipientKey }, () => undefined]],
  ...[[], [7], ['/nowhere', 'queue', null], ['/nowhere', 'all', {}]].map(
    (each) => ['bundleSource', each] as const,
  ),
  ['replay', [source, { ...question, of: { folio: 7 } }]],
  ['replay', [source, { ...question, at: 'yesterday' }]],
];

const outcomeOf = async (name: keyof typeof audit, given: readonly unknown[]): Promise<unknown> => {
  try {
    const called: unknown = Reflect.apply(audit[name], undefined, given);
    return await called;
  } catch (error) {
    return error;
  }
};

describe('a function of quejas/audit that is given what it cannot take', () => {
  it.each(wrong.map(([name, given], index) => ({ name, given, index })))(
    '$name, case $index, says so by a code and in both languages',
    async ({ name, given }) => {
      const outcome = await outcomeOf(name, given);
      expect(isCodedError(outcome) && outcome).toMatchObject({
        code: expect.stringMatching(/^(?:option-invalid|query-invalid)$/u),
        text: { es: expect.stringMatching(/./u), en: expect.stringMatching(/./u) },
      });
    },
  );

  it('verifies a bundle by the key in it where nothing is said of trust', async () => {
    expect(await outcomeOf('verifyBundle', ['/nowhere'])).toMatchObject({ code: 'ENOENT' });
  });
});
