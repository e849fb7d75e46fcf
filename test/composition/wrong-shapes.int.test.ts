import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  asCustomerService,
  attendOutage,
  conectared,
  copyStore,
  isCodedError,
  openQuejas,
  readModelProjector,
  restoreStore,
  type CommandType,
  type Quejas,
} from '../../src/index.js';
import { defineProjection } from '../../src/projections/index.js';
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

  it('a filing by name that says for which folio it is', async () => {
    const { quejas } = await opened('memory');
    const asked: { readonly type: CommandType; readonly folio: string; readonly input: unknown } = {
      type: 'file',
      folio: 'CR-000001-K',
      input: report('shape-1'),
    };
    expect(await quejas.execute(asked, cs)).toMatchObject(refusedAt('folio', 'unknown-field'));
    await quejas.close();
  });

  it('a command by name that says for no folio, or for none that is a text', async () => {
    const { quejas } = await opened('memory');
    const input: unknown = { commandId: 'n-1', note: 'Hola.' };
    const wrong = [
      [undefined, 'missing'],
      [null, 'missing'],
      [5, 'not-a-text'],
    ] as const;
    for (const [folio, code] of wrong) {
      const refused: unknown = await Reflect.apply(quejas.execute, undefined, [
        { type: 'addNote', folio, input },
        cs,
      ]);
      expect(refused).toMatchObject(refusedAt('folio', code));
    }
    await quejas.close();
  });

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

describe('the façade, called with anything at all, throws nothing without a code of ours', () => {
  const anything = fc.oneof(
    fc.anything({ withDate: true, withMap: true, withBigInt: true, withNullPrototype: true }),
    fc.constantFrom(undefined, null, Number.NaN, -1, '', [], {}, Symbol('x'), () => 1, new Date(Number.NaN)),
    fc.constantFrom('CR-000001-K', 'customer-service', cs, { limit: 'x' }, { limit: 3 }, { at: 'x' }),
  );
  const mustBeCoded = (fault: unknown): void => {
    if (fault instanceof Error && !isCodedError(fault)) throw fault;
  };
  const everyCall = (call: (...given: never[]) => unknown): Promise<void> =>
    fc.assert(
      fc.asyncProperty(fc.array(anything, { maxLength: 3 }), async (given) => {
        mustBeCoded(await called(call, ...given));
      }),
      { numRuns: 40, examples: [[[null, null, null]], [['a', 'b', null]], [['a', null]]] },
    );
  const channels = defineProjection({
    name: 'by-channel',
    version: 1,
    columns: { channel: 'text', filed: 'integer' },
    key: ['channel'],
    on: { Filed: ({ data }, rows) => rows.add({ channel: data.channel }, { filed: 1 }) },
  });

  it('its methods, and what they give back', async () => {
    const { quejas } = await opened('memory', { projections: [channels] });
    await quejas.file(report('r-1'), cs);
    const { close: _close, complaint, rows, ...others } = quejas;
    for (const method of Object.values({ ...others, rows, ...rows(channels), ...complaint('CR-000001-K') }))
      if (typeof method === 'function') await everyCall(method);
    await everyCall((folio: never) =>
      complaint(folio).addNote({ commandId: 'n-1', visibility: 'staff', note: 'n' }, cs),
    );
    for (const ask of ['page', 'groups'] as const)
      for (const part of ['where', 'orderBy', 'limit', 'after', 'by', 'sums'])
        await everyCall((value: never) =>
          called(rows(channels)[ask], { ...(ask === 'groups' && { by: ['channel'] }), [part]: value }).then(
            mustBeCoded,
          ),
        );
    await quejas.close();
  });

  it('what opens it, and works on it', async () => {
    const { quejas } = await opened('memory');
    const jobs = [openQuejas, copyStore, restoreStore, readModelProjector, isCodedError, asCustomerService];
    for (const job of jobs) await everyCall(job);
    await everyCall((order: never, staff: never) => attendOutage(quejas, order, staff));
    const options = { store: 'memory:', keys: 'memory:', provider: conectared };
    const named = [
      'store',
      'keys',
      'provider',
      'rows',
      'projections',
      'rowsTimeout',
      'clock',
      'ids',
      'timers',
    ];
    for (const option of [...named, 'logger', 'tracer', 'namespace', 'mustExist', 'readOnly'])
      await everyCall((value: never) =>
        called(openQuejas, { ...options, [option]: value }).then(mustBeCoded),
      );
    await quejas.close();
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
    'a@-b.mx',
    'a@b-.mx',
    'a@b.-mx',
    'a\u3164b@b.mx',
    'a\ufe0fb@b.mx',
    'a\u034f@b.mx',
    'a@b\u2800.mx',
    'a@b\u115f.mx',
    '\ufffda@b.mx',
    'a\ue000@b.mx',
    'a@b.mx?subject=x',
    'a@b/c.mx',
  ])('%j is none (cerb#1349)', async (email) => {
    const { quejas } = await opened('memory');
    expect(await faultsOf(quejas, asEmail(email))).toMatchObject(
      refusedAt('subscriber.email', 'not-an-email'),
    );
    await quejas.close();
  });

  it.each([
    'a@b.mx',
    'ana.pérez+quejas@correo.ejemplo.mx',
    'o’higgins@b.mx',
    'a@bücher.example',
    'a@b\u0301ar.mx',
    'a/b@b_c.mx',
    'क@उदाहरण.भारत',
    '-a-@mi-casa.mx',
    'a@b',
  ])('%j is one', async (email) => {
    const { quejas } = await opened('memory');
    expect(await faultsOf(quejas, asEmail(email))).toMatchObject({ ok: true });
    await quejas.close();
  });
});

describe('a media type', () => {
  const attached = (mediaType: string) => ({
    attachments: [{ sha256: 'a'.repeat(64), mediaType, size: 1, personal: true }],
  });

  it.each([
    ['audio/ogg; codecs=opus', 'audio/ogg; codecs=opus'],
    ['audio/ogg;codecs="opus"', 'audio/ogg; codecs="opus"'],
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
