import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asCustomerService, type Quejas } from '../../src/index.js';
import { opened, removeScratch, report } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-7');

/** What a host without a compiler may pass. */
type Anything = (...given: readonly unknown[]) => unknown;

interface Told {
  readonly code?: unknown;
  readonly details?: unknown;
  readonly text?: { readonly es: string; readonly en: string };
}

describe('What a query is asked by', () => {
  let quejas: Quejas;
  let folio: string;
  beforeAll(async () => {
    ({ quejas } = await opened('memory'));
    const filed = await quejas.file(report('call-1'), cs);
    if (!filed.ok) throw new Error(filed.code);
    folio = filed.folio;
  });
  afterAll(() => quejas.close());

  const isCalled = (value: unknown): value is Anything => typeof value === 'function';
  const call = (name: keyof Quejas, ...given: readonly unknown[]): Promise<unknown> => {
    const method: unknown = quejas[name];
    return Promise.resolve().then(() => (isCalled(method) ? method(...given) : undefined));
  };
  const isTold = (error: unknown): error is Told =>
    typeof error === 'object' && error !== null && 'code' in error;
  const told = (name: keyof Quejas, ...given: readonly unknown[]): Promise<Told> =>
    call(name, ...given).then(
      () => ({ code: 'answered' }),
      (error: unknown) => (isTold(error) ? error : { code: 'uncoded' }),
    );

  const needed: readonly (readonly [keyof Quejas, string, (left: null | undefined) => readonly unknown[]])[] =
    [
      ['show', 'folio', (left) => [left, cs]],
      ['clocks', 'folio', (left) => [left, cs]],
      ['notice', 'folio', (left) => [left, 'folio', cs]],
      ['notice', 'kind', (left) => ['CR-000001-K', left, cs]],
      ['find', 'find', (left) => [left, cs]],
      ['requestsOf', 'person', (left) => [left, cs]],
      ['queue', 'queue', (left) => [left, cs]],
      ['events', 'limit', (limit) => [{ limit }]],
      ['histories', 'limit', (limit) => [{ limit }]],
      ['eventsOfFiling', 'commandId', (left) => [left]],
      ['couldHaveAsked', 'events', (left) => [left, {}]],
      ['couldHaveAsked', 'digests', (left) => [[], left]],
      ['rows', 'projection', (left) => [left]],
      ['acceptLoss', 'reason', (left) => [left]],
      ['switchProjection', 'version', (left) => ['queues', left]],
      ['dropProjection', 'version', (left) => ['queues', left]],
    ];

  it.each(needed)('%s: %s that is left out, or null, is told as missing', async (name, what, given) => {
    for (const left of [undefined, null]) {
      const { code, details, text } = await told(name, ...given(left));
      expect({ name, code, details }).toMatchObject({
        code: 'query-invalid',
        details: { what, fault: 'missing' },
      });
      expect(text?.en).toContain(`The query is not valid: ${what} is missing.`);
      expect(text?.es).toMatch(/^La consulta no es válida: falta decir /u);
    }
  });

  it.each([
    ['events', 'limit', [{ limit: '5' }], 'between 1 and 10000'],
    ['histories', 'limit', [{ limit: '5' }], 'between 1 and 10000'],
    ['queue', 'limit', ['all', cs, { limit: 1_001 }], 'between 1 and 1000'],
    ['queue', 'queue', ['customer-servis', cs], 'one of: customer-service, '],
    ['queue', 'after', ['all', cs, { after: 'zzz' }], 'the place that the page before gave'],
    ['notice', 'kind', ['CR-000001-K', 'letter', cs], 'one of: '],
    ['clocks', 'language', ['CR-000001-K', cs, { language: 'fr' }], 'one of: es, en.'],
    ['find', 'find', [{ folio: 'CR-000001-K', phone: '5550000000' }, cs], 'by one alone: folio, '],
    ['find', 'outage', [{ outage: 'una caída' }, cs], 'a reference without blanks'],
    ['find', 'external', [{ external: 'número 7' }, cs], 'a reference of another system'],
    ['find', 'channel', [{ channel: 'fax' }, cs], 'one of: '],
    ['sla', 'by', [{ by: ['colour'] }], 'one of: '],
    ['runDue', 'dryRun', [{ dryRun: 1 }], 'true or false'],
    ['runDue', 'now', [{ now: '2199-01-01T00:00:00Z' }], 'ahead of the clock'],
    ['show', 'options', ['CR-000001-K', cs, 'now'], 'an object'],
    ['waitFor', 'timeout', ['0', { timeout: -1 }], 'between 0 and'],
  ] as const)('%s: a wrong %s is told with its right form', async (name, what, given, form) => {
    const { code, details, text } = await told(name, ...given);
    expect({ code, details }).toMatchObject({ code: 'query-invalid', details: { what } });
    expect(text?.en).toContain(form);
  });

  const year10000 = new Date(Date.UTC(10_000, 0, 1));
  const wrong: readonly (readonly [string, unknown])[] = [
    ['Invalid Date', new Date(Number.NaN)],
    [`Date(${String(year10000.getTime())})`, year10000],
    ['1999-12-31T00:00:00.000Z', new Date('1999-12-31T00:00:00Z')],
    ['2026-03-02', '2026-03-02'],
    ['2026-03-02T10:00:00', '2026-03-02T10:00:00'],
    ['1772467200000', 1_772_467_200_000],
  ];
  const moments: readonly (readonly [keyof Quejas, string, (moment: unknown) => readonly unknown[]])[] = [
    ['show', 'at', (at) => [folio, cs, { at }]],
    ['show', 'knownAt', (knownAt) => [folio, cs, { knownAt }]],
    ['clocks', 'at', (at) => [folio, cs, { at }]],
    ['clocks', 'knownAt', (knownAt) => [folio, cs, { knownAt }]],
    ['sla', 'at', (at) => [{ at }]],
    ['sla', 'knownAt', (knownAt) => [{ knownAt }]],
    ['histories', 'at', (at) => [{ limit: 1, at }]],
    ['histories', 'knownAt', (knownAt) => [{ limit: 1, knownAt }]],
    ['histories', 'asOf', (asOf) => [{ limit: 1, asOf }]],
    ['runDue', 'now', (now) => [{ now, dryRun: true }]],
  ];

  it.each(moments)(
    '%s, %s: a Date and its texts in any offset have one answer, and no moment is told as what it is',
    async (name, what, given) => {
      const answers = await Promise.all(
        [
          new Date('2026-03-02T16:00:00Z'),
          '2026-03-02T16:00:00.000Z',
          '2026-03-02T10:00:00-06:00',
          '2026-03-03T06:00+14:00',
        ].map((moment) => call(name, ...given(moment))),
      );
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      for (const [shown, moment] of wrong) {
        const { code, details, text } = await told(name, ...given(moment));
        expect({ code, details }).toMatchObject({ code: 'query-invalid', details: { what, given: shown } });
        expect(text?.en).toContain('an ISO 8601 date and time with its offset');
      }
    },
  );
});
