import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asCustomerService, type Quejas } from '../../src/index.js';
import { defineProjection } from '../../src/projections/index.js';
import { opened, removeScratch, report, storeKinds } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-1');
const count = 4;

const filings = defineProjection({
  name: 'filings',
  version: 1,
  columns: { command: 'text', channel: 'text' },
  key: ['command'],
  on: {
    Filed: ({ data, metadata }, rows) => rows.set({ command: metadata.commandId, channel: data.channel }),
  },
});

interface Page {
  readonly items: readonly unknown[];
  readonly next: string | null;
}
type PageOf = (quejas: Quejas, page: { readonly limit?: number; readonly after?: string }) => Promise<Page>;

const lists: readonly (readonly [string, PageOf])[] = [
  ['find by subscriber', (quejas, page) => quejas.find({ subscriber: 's-1' }, cs, page)],
  ['find by phone', (quejas, page) => quejas.find({ phone: '+52 229 555 0101' }, cs, page)],
  ['find by a number of another party', (quejas, page) => quejas.find({ external: 'A-1' }, cs, page)],
  ['requestsOf', (quejas, page) => quejas.requestsOf('s-1', cs, page)],
  ['queue', (quejas, page) => quejas.queue('all', cs, page)],
  ['rows of a read model', (quejas, page) => quejas.rows(filings).page({ ...page, orderBy: ['channel'] })],
];

const allPages = async (ask: (after: string | undefined) => Promise<Page>): Promise<readonly Page[]> => {
  const pages: Page[] = [];
  for (let after: string | undefined; ;) {
    const page = await ask(after);
    pages.push(page);
    if (page.next === null) return pages;
    after = page.next;
  }
};

describe.each(storeKinds)('the pages of a list (%s)', (kind) => {
  let quejas: Quejas;
  beforeAll(async () => {
    ({ quejas } = await opened(kind, { projections: [filings] }));
    for (let number = 0; number < count; number += 1) {
      const references = [{ system: 'mail', id: 'A-1' }];
      const filed = await quejas.file(report(`r-${String(number)}`, { externalReferences: references }), cs);
      if (!filed.ok) throw new Error(filed.code);
    }
  });
  afterAll(() => quejas.close());

  it.each(lists)(
    '%s: hold everything once, and the last one has no next, also where it is full',
    async (_, ask) => {
      const whole = await ask(quejas, {});
      expect(whole.items).toHaveLength(count);
      expect(whole.next).toBeNull();
      for (let limit = 1; limit <= count; limit += 1) {
        const pages = await allPages((after) =>
          ask(quejas, { limit, ...(after !== undefined && { after }) }),
        );
        expect(pages.flatMap(({ items }) => items)).toEqual(whole.items);
        expect(pages).toHaveLength(Math.ceil(count / limit));
      }
    },
  );

  it.each(lists)('%s: a cursor of another list, or of none, is query-invalid', async (name, ask) => {
    const own = (await ask(quejas, { limit: 1 })).next ?? '';
    const places = (cursor: string): number => {
      const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
      return Array.isArray(place) ? place.length : 0;
    };
    for (const [other, askOther] of lists) {
      const after = (await askOther(quejas, { limit: 1 })).next ?? '';
      if (other === name || places(after) === places(own)) continue;
      await expect(ask(quejas, { after })).rejects.toMatchObject({ code: 'query-invalid' });
    }
    for (const after of ['W10', 'no cursor', ''])
      await expect(ask(quejas, { after })).rejects.toMatchObject({ code: 'query-invalid' });
  });
});

describe('a phone number that more than a thousand requests were filed with', () => {
  it('finds them all, page by page (O-34)', async () => {
    const { quejas } = await opened('memory');
    const many = 1_100;
    for (let number = 0; number < many; number += 100)
      await Promise.all(
        Array.from({ length: 100 }, (_, index) => quejas.file(report(`r-${String(number + index)}`), cs)),
      );
    const pages = await allPages((after) =>
      quejas.find({ phone: '+52 229 555 0101' }, cs, { limit: 400, ...(after !== undefined && { after }) }),
    );
    expect(pages.map(({ items }) => items.length)).toEqual([400, 400, 300]);
    expect(new Set(pages.flatMap(({ items }) => items))).toHaveProperty('size', many);
    expect(await quejas.find({ phone: '+52 229 555 0101' }, cs, { limit: 1 })).toMatchObject({ total: many });
    await quejas.close();
  });
});
