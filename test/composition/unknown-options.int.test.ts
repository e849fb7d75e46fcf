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
    ['projections', { ...parts, rows: 'none', projections: [] }],
  ])('%s is refused where another option leaves it without effect', async (option, options) => {
    expect(await refusal(openQuejas, options)).toMatchObject({
      code: 'option-invalid',
      details: { option },
    });
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
