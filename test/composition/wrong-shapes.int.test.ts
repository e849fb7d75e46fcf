import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asCustomerService, conectared, openQuejas, type Quejas } from '../../src/index.js';
import { opened, removeScratch, report } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-7');

/** Calls as a host in JavaScript may: with anything at all. What is thrown is given back. */
const called = (call: (...given: never[]) => unknown, ...given: readonly unknown[]): Promise<unknown> =>
  new Promise((resolve) => {
    resolve(Reflect.apply(call, undefined, given));
  }).catch((error: unknown) => error);

const faultsOf = async (quejas: Quejas, more: Record<string, unknown>) => {
  const result = await called(quejas.file, { ...report('shape-1'), ...more }, cs);
  return result;
};

const refusedAt = (path: string, code: string) => ({
  ok: false,
  code: 'input-invalid',
  details: { faults: [{ path, code }] },
});

describe('an input of a wrong shape is refused by code, never by a TypeError', () => {
  it.each(['attachments', 'externalReferences', 'relationships'])(
    '%s that is no list (class-validator#193)',
    async (field) => {
      const { quejas } = await opened('memory');
      for (const value of [{}, { length: 1 }, 'x', 7, true, null, new Map()])
        expect(await faultsOf(quejas, { [field]: value })).toMatchObject(refusedAt(field, 'not-a-list'));
      await quejas.close();
    },
  );

  it('anything in any place of a filing', async () => {
    const { quejas } = await opened('memory');
    const anything = fc.anything({
      withDate: true,
      withMap: true,
      withBigInt: true,
      withNullPrototype: true,
    });
    const fields = fc.constantFrom(
      'attachments',
      'subscriber',
      'reporter',
      'price',
      'receivedAt',
      'description',
    );
    await fc.assert(
      fc.asyncProperty(fields, anything, async (field, value) => {
        const result = await faultsOf(quejas, { [field]: value, commandId: `any-${field}` });
        expect(typeof result).toBe('object');
        expect(result).toHaveProperty('ok');
      }),
      { numRuns: 200 },
    );
    await quejas.close();
  });

  it('who asks that is missing, a misspelt command, a provider by its name, a notice that does not exist', async () => {
    const { quejas } = await opened('memory');
    const noActor = { ok: false, code: 'actor-invalid' };
    expect(await called(quejas.file, report('a-1'))).toMatchObject(noActor);
    expect(
      await called(quejas.file, report('a-1'), Reflect.apply(asCustomerService, undefined, [])),
    ).toMatchObject(noActor);
    expect(await called(quejas.execute, { type: 'addNotes', folio: 'x', input: {} }, cs)).toMatchObject(
      refusedAt('type', 'not-one-of'),
    );
    expect(await called(quejas.notice, 'CR-000001-K', 'certificado', cs)).toMatchObject({
      code: 'query-invalid',
    });
    await quejas.close();
    expect(
      await called(openQuejas, { store: 'memory:', keys: 'memory:', provider: 'conectared' }),
    ).toMatchObject({ code: 'option-invalid' });
    expect(conectared.id).toBe('conectared');
  });
});

describe('an e-mail address', () => {
  const asEmail = (email: string) => ({ subscriber: { ref: 's-1', email } });

  it.each([
    'a\u200bb@b.mx',
    'a@b\u202a.mx',
    '\u202ea@b.mx',
    '<a@b.mx>',
    'a..b@b.mx',
    'a@b..mx',
    'a@b.mx,',
    '.a@b.mx',
    'a@b.mx.',
    'a@[b].mx',
  ])('%j is none (cerb#1349)', async (email) => {
    const { quejas } = await opened('memory');
    expect(await faultsOf(quejas, asEmail(email))).toMatchObject(
      refusedAt('subscriber.email', 'not-an-email'),
    );
    await quejas.close();
  });

  it.each(['a@b.mx', 'ana.pérez+quejas@correo.ejemplo.mx', 'o’higgins@b.mx', 'a@bücher.example', 'a@b'])(
    '%j is one',
    async (email) => {
      const { quejas } = await opened('memory');
      expect(await faultsOf(quejas, asEmail(email))).toMatchObject({ ok: true });
      await quejas.close();
    },
  );
});

describe('a media type', () => {
  const attached = (mediaType: string) => ({
    attachments: [{ sha256: 'a'.repeat(64), mediaType, size: 1, personal: true }],
  });

  it.each([
    ['audio/ogg; codecs=opus', 'audio/ogg; codecs=opus'],
    ['video/mp4;codecs="avc1.42E01E, mp4a.40.2"', 'video/mp4; codecs="avc1.42E01E, mp4a.40.2"'],
    ['image/jpeg; name="foto de Ana.jpg"', 'image/jpeg'],
    ['text/plain; charset=utf-8;', 'text/plain; charset=utf-8'],
    ['image/png', 'image/png'],
  ])('%s is taken, without what a person called their file', async (given, kept) => {
    const { quejas } = await opened('memory');
    expect(await faultsOf(quejas, attached(given))).toMatchObject({ ok: true });
    const { events } = await quejas.events({ limit: 10, types: ['Filed'] });
    expect(events[0]?.data['attachments']).toMatchObject([{ mediaType: kept }]);
    await quejas.close();
  });

  it.each(['image', 'image/', 'a b/c', 'image/png; =', 'image/png; a', 'image/png, x/y'])(
    '%s is none',
    async (given) => {
      const { quejas } = await opened('memory');
      expect(await faultsOf(quejas, attached(given))).toMatchObject(
        refusedAt('attachments[0].mediaType', 'not-a-media-type'),
      );
      await quejas.close();
    },
  );
});
