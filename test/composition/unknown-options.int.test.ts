import { afterAll, describe, expect, it } from '@jest/globals';
import {
  asCustomerService,
  asTechnicalLead,
  attendOutage,
  conectared,
  copyStore,
  isCodedError,
  openQuejas,
  restoreStore,
} from '../../src/index.js';
import { nearestOf } from '../../src/application/errors/nearest.js';
import { importLog } from '../../src/jobs/import/import-log.js';
import { helpdesk } from '../../src/jobs/import/mappings/helpdesk.js';
import { stream } from '../jobs/import/logs.js';
import { defineProjection } from '../../src/projections/index.js';
import { opened, removeScratch } from './opened.js';

afterAll(removeScratch);

/** Calls as a host without a compiler may. */
const refusal = async (call: (...given: never[]) => Promise<unknown>, ...given: readonly unknown[]) => {
  try {
    await Reflect.apply(call, undefined, given);
  } catch (error) {
    if (isCodedError(error)) return { code: error.code, details: error.details, message: error.message };
    throw error;
  }
  return 'accepted';
};

const projection = (name: string, version: number) =>
  defineProjection({ name, version, columns: { n: 'integer' }, key: ['n'], on: {} });

const parts = { store: 'memory:', keys: 'memory:', provider: conectared } as const;
const order = { commandId: 'o-1', outage: 'out-1', notice: {} };
const staff = { customerService: asCustomerService('cs-1'), technicalLead: asTechnicalLead('rt-1') };

describe('An option that a function does not know is refused, with the nearest that it knows', () => {
  it.each([
    ['openQuejas', 'clok', 'clock', openQuejas, [{ ...parts, clok: () => new Date() }]],
    ['openQuejas', 'readonly', 'readOnly', openQuejas, [{ ...parts, readonly: true }]],
    ['restoreStore', 'replaced', 'replace', restoreStore, ['a', 'b', { replaced: true }]],
    ['copyStore', 'prefix', 'prefixes', copyStore, [{ prefix: ['a'] }]],
    ['importLog', 'limits', 'limit', importLog, [{ limits: 1 }]],
    ['attendOutage', 'concurency', 'concurrency', attendOutage, [{}, order, staff, { concurency: 2 }]],
  ] as const)('%s: %s, near %s', async (of, option, near, call, given) => {
    const refused = await refusal(call, ...given);
    expect(refused).toMatchObject({ code: 'option-invalid', details: { option, near } });
    expect(refused).toMatchObject({ message: expect.stringContaining(`${of} has no option ${option}`) });
  });

  it.each([
    ['readOnly', { ...parts, readOnly: true }],
    ['projections', { ...parts, rows: 'none', projections: [projection('mine', 1)] }],
  ])('%s is refused where another option leaves it without effect', async (option, options) => {
    expect(await refusal(openQuejas, options)).toMatchObject({
      code: 'option-invalid',
      details: { option },
    });
  });

  it('no read models at all are no option without effect, also where no rows are kept', async () => {
    const quejas = await openQuejas({ ...parts, rows: 'none', projections: [] });
    await quejas.close();
  });

  it.each(['inline', 'memory:'] as const)(
    'read models whose name is taken are refused by the name, with rows %s',
    async (rows) => {
      const told = (projections: unknown) => refusal(openQuejas, { ...parts, rows, projections });
      const named = (name: string) => ({
        code: 'option-invalid',
        details: { option: 'projections', projection: name },
      });
      const twice = await told([projection('mine', 1), projection('mine', 1)]);
      expect(twice).toMatchObject({
        ...named('mine'),
        message: expect.stringContaining('has mine, version 1, twice'),
      });
      for (const version of [1, 99])
        expect(await told([projection('alerts', version)])).toMatchObject({
          ...named('alerts'),
          message: expect.stringContaining('alerts is the name of a projection of Quejas'),
        });
      expect(await told([projection('mine', 1), projection('mine', 2)])).toBe('accepted');
    },
  );

  it.each([
    ['ids', {}, 'ids does not take an object: give () => UUID.'],
    ['clock', [], 'clock does not take a list: give () => ….'],
    ['namespace', 5, 'namespace does not take 5: '],
    ['rows', 'postgres:x', 'rows does not take "postgres:x": '],
    ['mustExist', null, 'mustExist does not take null: give true, false.'],
  ])('a wrong %s is told as what it is, with what is taken', async (option, value, message) => {
    const refused = await refusal(openQuejas, { ...parts, [option]: value });
    expect(refused).toMatchObject({ details: { option }, message: expect.stringContaining(message) });
  });

  it('a type of event that the catalogue does not know is refused, with the nearest that it knows', async () => {
    const { quejas } = await opened('memory');
    const refused = await refusal(quejas.events, { limit: 5, types: ['Filed', 'Fild'] });
    expect(refused).toMatchObject({ code: 'query-invalid', details: { what: 'types', given: 'Fild' } });
    expect(refused).toMatchObject({ message: expect.stringContaining('Did you mean Filed?') });
    expect(await refusal(quejas.events, { limit: 5, types: [null] })).toMatchObject({
      code: 'query-invalid',
    });
    await quejas.close();
  });

  it('an option that resembles none is refused with all that there are', async () => {
    const refused = await refusal(openQuejas, { ...parts, port: 80 });
    expect(refused).toMatchObject({ details: { option: 'port' }, message: expect.stringContaining('store') });
  });

  it.each([
    ['concurrency', 0],
    ['limit', -1],
    ['order', 'none'],
  ])('importLog takes no absurd %s', async (option, absurd) => {
    const { quejas } = await opened('memory');
    const asked = { quejas, cases: stream([]), mapping: helpdesk };
    expect(await refusal(importLog, { ...asked, [option]: absurd })).toMatchObject({
      code: 'option-invalid',
      details: { option },
    });
    await quejas.close();
  });
});

describe('The nearest name', () => {
  it.each([
    ['clok', 'clock'],
    ['CLOCK', 'clock'],
    ['colck', 'clock'],
    ['rowTimeout', 'rowsTimeout'],
    ['x', undefined],
    ['password', undefined],
  ])('of %s is %s', (name, nearest) => {
    expect(nearestOf(name, ['clock', 'rows', 'rowsTimeout'])).toBe(nearest);
  });
});
