import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asCustomerService, conectared, emenet, type Quejas } from '../../src/index.js';
import { defineProjection, type DefinedProjection } from '../../src/projections/index.js';
import { opened, removeScratch, report, scratchFolder } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-1');
const byMunicipality = defineProjection({
  name: 'by-municipality',
  version: 1,
  columns: { municipality: 'text', filed: 'integer' },
  key: ['municipality'],
  on: {
    Filed: ({ data }, rows) => rows.add({ municipality: data.municipality ?? 'unknown' }, { filed: 1 }),
  },
});

/** What a host in JavaScript, or one that passes on what a browser sent, may ask. */
const asked = (rows: object, question: string, ...given: readonly unknown[]): Promise<unknown> => {
  const ask: unknown = Reflect.get(rows, question);
  if (typeof ask !== 'function') throw new Error(`no question ${question}`);
  return Promise.resolve(Reflect.apply(ask, rows, given)).catch((error: unknown) => error);
};

describe('The rows of a read model, of two providers on one store', () => {
  let first: Quejas;
  let second: Quejas;
  beforeAll(async () => {
    const folder = scratchFolder();
    const places = {
      store: `sqlite:${join(folder, 'quejas.db')}`,
      keys: `file:${join(folder, 'keys', 'keys.db')}`,
      projections: [byMunicipality],
    } as const;
    ({ quejas: first } = await opened('sqlite', { ...places, provider: conectared }));
    ({ quejas: second } = await opened('sqlite', { ...places, provider: emenet }));
    for (const id of ['a-1', 'a-2']) await first.file(report(id, { municipality: 'Xalapa' }), cs);
    await second.file(report('b-1', { municipality: 'Xalapa' }), cs);
  });
  afterAll(async () => {
    await first.close();
    await second.close();
  });

  it('are those of the provider that asks', async () => {
    expect(await first.rows(byMunicipality).page()).toMatchObject({ items: [{ filed: 2 }] });
    expect(await second.rows(byMunicipality).page()).toMatchObject({ items: [{ filed: 1 }] });
  });

  it.each([
    ['page', { where: { scope: '|conectared' } }],
    ['page', { where: { scope: { present: true } } }],
    ['page', { orderBy: ['scope'] }],
    ['page', { orderBy: [{ descending: 'scope' }] }],
    ['find', { scope: '|conectared', municipality: 'Xalapa' }],
    ['count', { scope: { present: true } }],
    ['groups', { by: ['scope'] }],
    ['groups', { by: ['municipality'], where: { scope: { '>=': '' } } }],
    ['groups', { by: ['municipality'], sums: ['scope'] }],
  ])(
    'are not widened to another one by a %s that names the column they lie apart by: %j',
    async (question, query) => {
      const answer = await asked(second.rows(byMunicipality), question, query);
      expect(answer).toMatchObject({ code: 'query-invalid', kind: 'invalid' });
    },
  );

  it('are refused by the name of the column that is none', async () => {
    const answer = await asked(second.rows(byMunicipality), 'page', { where: { nothing: 1 } });
    expect(answer).toMatchObject({ details: { what: 'where', given: 'nothing' } });
  });

  it.each([
    ['page', { where: 5 }],
    ['page', { where: null }],
    ['page', { where: [1] }],
    ['page', { where: { nothing: 1 } }],
    ['count', null],
    ['find', undefined],
    ['find', null],
    ['find', { municipality: { present: true } }],
    ['find', { municipality: 'Xalapa', filed: 1 }],
    ['groups', { by: ['municipality'], sums: ['municipality'] }],
  ])('are not given all by a %s of a wrong shape: %j', async (question, query) => {
    const answer = await asked(second.rows(byMunicipality), question, query);
    expect(answer).toMatchObject({ code: 'query-invalid' });
  });
});

describe('A handler in JavaScript', () => {
  const isDefined = (given: unknown): given is DefinedProjection =>
    typeof given === 'object' && given !== null && 'table' in given;
  const faultOf = async (handler: (rows: object) => unknown): Promise<unknown> => {
    const careless: unknown = {
      name: 'careless',
      version: 1,
      columns: { municipality: 'text', filed: 'integer' },
      key: ['municipality'],
      on: { Filed: (_event: unknown, rows: object) => handler(rows) },
    };
    const projection: unknown = Reflect.apply(defineProjection, undefined, [careless]);
    if (!isDefined(projection)) throw new Error('no read model');
    const { quejas } = await opened('memory', { projections: [projection], provider: emenet });
    expect(await quejas.file(report('a-1'), cs)).toMatchObject({ ok: true });
    const { fault } = quejas.health().projections.find(({ name }) => name === 'careless') ?? {};
    await quejas.close();
    return fault;
  };
  const call =
    (name: string, ...given: readonly unknown[]) =>
    (rows: object): unknown => {
      const change: unknown = Reflect.get(rows, name);
      return typeof change === 'function' ? Reflect.apply(change, rows, given) : undefined;
    };
  const foreign = { scope: '|conectared', municipality: 'x' };

  it.each([
    ['set', call('set', { ...foreign, filed: 1 })],
    ['patch', call('patch', foreign, { filed: 1 })],
    ['add', call('add', foreign, { filed: 1 })],
    ['remove', call('remove', foreign)],
    ['change', call('change', { municipality: 'x' }, () => ({ ...foreign, filed: 1 }))],
  ])('cannot write into the rows of another provider by %s: it is paused', async (_, handler) => {
    expect(await faultOf(handler)).toMatchObject({
      code: 'rows-invalid',
      message: expect.stringContaining('scope is not a column'),
    });
  });

  it.each([
    ['false', () => false],
    ['a text', () => 'x'],
    ['a promise', () => Promise.resolve()],
    ['a list with a hole', () => [null]],
  ])('that gives %s is paused with what a handler has to give', async (_, handler) => {
    expect(await faultOf(handler)).toMatchObject({
      code: 'rows-invalid',
      message: expect.stringContaining('a handler gives a change, a list of changes, null or undefined'),
    });
  });
});
