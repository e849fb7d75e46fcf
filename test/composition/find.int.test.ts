import { afterAll, describe, expect, it } from '@jest/globals';
import { asAuthority, asCustomerService, asLegal, asUser } from '../../src/application/commands/actors.js';
import type { FindBy } from '../../src/queries/find-asked.js';
import { opened, removeScratch, report, storeKinds, type StoreKind } from './opened.js';

afterAll(removeScratch);

const cs = asCustomerService('cs-1');

/** Two requests: one by phone of s-1, which belongs to an outage and has a file at PROFECO, and one by e-mail of s-2. */
const twoRequests = async (kind: StoreKind) => {
  const { quejas } = await opened(kind);
  const file = async (commandId: string, more: Record<string, unknown>) => {
    const filed = await quejas.file(report(commandId, more), cs);
    if (!filed.ok) throw new Error(filed.code);
    return filed.folio;
  };
  const one = await file('r-1', {});
  const other = await file('r-2', {
    channel: 'email',
    subscriber: { ref: 's-2' },
    contract: 'c-2',
    externalReferences: [{ system: 'mail', id: 'm-77' }],
  });
  await quejas.complaint(one).linkMassOutage({ commandId: 'f-1', outage: 'out-9' }, cs);
  const proceeding = { commandId: 'f-2', authority: 'PROFECO', reference: 'PFC-1' };
  await quejas.complaint(one).openAuthorityProceeding(proceeding, asLegal('le-1'));
  return { quejas, one, other };
};

describe.each(storeKinds)('search by what a person on the phone has at hand (%s)', (kind) => {
  it('O-34 finds by folio, subscriber, contract, outage, external number and channel', async () => {
    const { quejas, one, other } = await twoRequests(kind);
    const asked: readonly (readonly [FindBy, string])[] = [
      [{ folio: one.toLowerCase().replaceAll('-', ' ') }, one],
      [{ subscriber: 's-2' }, other],
      [{ contract: 'c-2' }, other],
      [{ outage: 'out-9' }, one],
      [{ external: 'm-77' }, other],
      [{ external: 'PFC-1' }, one],
      [{ channel: 'email' }, other],
    ];
    for (const [by, folio] of asked)
      expect([by, await quejas.find(by, cs)]).toMatchObject([
        by,
        { items: [{ folio }], total: 1, next: null },
      ]);
    for (const by of [{ folio: 'CR-000999-1' }, { contract: 'c-3' }, { outage: 'm-77' }])
      expect(await quejas.find(by, cs)).toEqual({ items: [], total: 0, next: null });
    await quejas.close();
  });

  it('shows a verified user their own alone, and others nothing', async () => {
    const { quejas, one } = await twoRequests(kind);
    const user = asUser('s-1', { verified: true });
    expect(await quejas.find({ contract: 'c-1' }, user)).toMatchObject({ items: [{ folio: one }], total: 1 });
    const empty = { items: [], total: 0, next: null };
    expect(await quejas.find({ contract: 'c-2' }, user)).toEqual(empty);
    expect(await quejas.find({ subscriber: 's-2' }, user)).toEqual(empty);
    expect(await quejas.find({ external: 'm-77' }, user)).toEqual(empty);
    expect(await quejas.find({ contract: 'c-1' }, asUser('s-1'))).toEqual(empty);
    const login = asUser('login-7', { party: 's-1', verified: true });
    expect(await quejas.find({ contract: 'c-1' }, login)).toMatchObject({ items: [{ folio: one }] });
    expect(await quejas.find({ contract: 'c-1' }, asUser('s-1', { party: 's-2', verified: true }))).toEqual(
      empty,
    );
    expect(await quejas.find({ contract: 'c-1' }, asAuthority('p-1', { verified: true }))).toEqual(empty);
    await quejas.close();
  });

  it('goes on by a cursor, and refuses two criteria or none', async () => {
    const { quejas, one, other } = await twoRequests(kind);
    await quejas.complaint(other).linkMassOutage({ commandId: 'f-3', outage: 'out-9' }, cs);
    const first = await quejas.find({ outage: 'out-9' }, cs, { limit: 1 });
    const rest = await quejas.find({ outage: 'out-9' }, cs, { limit: 1, after: first.next ?? '' });
    expect([first.total, rest.total]).toEqual([2, 2]);
    expect([first, rest].flatMap(({ items }) => items.map(({ folio }) => folio)).sort()).toEqual(
      [one, other].sort(),
    );
    const two = { contract: 'c-1', subscriber: 's-1' };
    await expect(quejas.find(two, cs)).rejects.toMatchObject({ code: 'query-invalid' });
    await quejas.close();
  });
});
