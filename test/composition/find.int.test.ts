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

  it('O-34 finds by contract, outage and outside numbers in whatever letters people type them', async () => {
    const { quejas, one, other } = await twoRequests(kind);
    await quejas
      .complaint(one)
      .escalate(
        { commandId: 'f-6', level: 4, trigger: 'user', target: 'CRT', externalReference: 'Crt-5' },
        asUser('s-1', { verified: true }),
      );
    const asked: readonly (readonly [FindBy, string])[] = [
      [{ contract: 'C-2' }, other],
      [{ outage: 'OUT-9' }, one],
      [{ external: 'M-77' }, other],
      [{ external: 'pfc-1' }, one],
      [{ external: 'CRT-5' }, one],
    ];
    for (const [by, folio] of asked)
      expect([by, await quejas.find(by, cs)]).toMatchObject([by, { items: [{ folio }], total: 1 }]);
    expect(await quejas.find({ contract: 'C-2' }, asUser('s-2', { verified: true }))).toMatchObject({
      items: [{ folio: other }],
    });
    expect(await quejas.find({ subscriber: 'S-2' }, cs)).toMatchObject({ items: [] });
    await quejas.close();
  });

  it('an outage that is linked, or taken back, in other letters is the same outage', async () => {
    const { quejas, one } = await twoRequests(kind);
    const again = { commandId: 'f-7', outage: 'OUT-9' };
    expect(await quejas.complaint(one).linkMassOutage(again, cs)).toMatchObject({ code: 'no-new-fact' });
    const taken = { reason: 'recorded-wrongly', explanation: 'No era ésa.' } as const;
    expect(
      await quejas.complaint(one).correctMassOutage({ commandId: 'f-8', from: 'Out-9', ...taken }, cs),
    ).toMatchObject({ ok: true });
    expect(await quejas.find({ outage: 'out-9' }, cs)).toMatchObject({ items: [], total: 0 });
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

  it('O-34 shows a verified user their own by the number that a mail system or an authority gave, or by the outage', async () => {
    const { quejas, one, other } = await twoRequests(kind);
    await quejas.complaint(other).linkMassOutage({ commandId: 'f-4', outage: 'out-9' }, cs);
    const found = async (by: FindBy, user: string) => {
      const { items, total, next } = await quejas.find(by, asUser(user, { verified: true }));
      return [items.map(({ folio }) => folio), total, next];
    };
    const empty = [[], 0, null];
    expect(await found({ external: 'PFC-1' }, 's-1')).toEqual([[one], 1, null]);
    expect(await found({ external: 'm-77' }, 's-2')).toEqual([[other], 1, null]);
    expect(await found({ external: 'PFC-1' }, 's-2')).toEqual(empty);
    expect(await found({ outage: 'out-9' }, 's-1')).toEqual([[one], 1, null]);
    expect(await found({ outage: 'out-9' }, 's-2')).toEqual([[other], 1, null]);
    expect(await found({ outage: 'out-9' }, 's-3')).toEqual(empty);
    expect(await quejas.find({ external: 'PFC-1' }, asUser('s-1'))).toMatchObject({ items: [], total: 0 });
    const accredited = {
      commandId: 'f-5',
      representative: { ref: 's-9', name: 'Rita' },
      represents: 's-1',
      capacity: 'relative',
    } as const;
    const mine = asUser('s-1', { verified: true });
    expect(await quejas.complaint(one).accreditRepresentative(accredited, mine)).toMatchObject({ ok: true });
    expect(await found({ external: 'PFC-1' }, 's-9')).toEqual([[one], 1, null]);
    await quejas.close();
  });

  it('O-36 lists for a reporter what they filed for others beside their own, once each, page by page', async () => {
    const { quejas } = await opened(kind);
    const reporter = asUser('s-9', { verified: true });
    const filed: string[] = [];
    const cases = [
      { subscriber: { ref: 's-1' }, reporter: { ref: 's-9' }, contract: 'c-1' },
      { subscriber: { ref: 's-9' }, contract: 'c-9' },
      { subscriber: { ref: 's-2' }, reporter: { ref: 's-9' }, contract: 'c-2' },
      { subscriber: { ref: 's-9' }, contract: 'c-9' },
      { subscriber: { ref: 's-3' }, reporter: { ref: 's-8' }, contract: 'c-3' },
    ];
    for (const [index, more] of cases.entries()) {
      const receivedAt = `2026-03-02T09:0${String(index)}:00-06:00`;
      const result = await quejas.file(report(`r-${String(index)}`, { ...more, receivedAt }), cs);
      if (!result.ok) throw new Error(result.code);
      filed.push(result.folio);
    }
    const foliosOf = ({ items }: { readonly items: readonly { readonly folio: string }[] }) =>
      items.map(({ folio }) => folio);
    for (const by of [reporter, cs]) {
      const whole = await quejas.requestsOf('s-9', by);
      expect([whole.total, foliosOf(whole), whole.next]).toEqual([4, filed.slice(0, 4), null]);
      const first = await quejas.requestsOf('s-9', by, { limit: 3 });
      const rest = await quejas.requestsOf('s-9', by, { limit: 3, after: first.next ?? '' });
      expect([foliosOf(first), foliosOf(rest)]).toEqual([filed.slice(0, 3), filed.slice(3, 4)]);
    }
    expect(foliosOf(await quejas.find({ contract: 'c-2' }, reporter))).toEqual([filed[2]]);
    expect(foliosOf(await quejas.find({ folio: filed[0] ?? '' }, reporter))).toEqual([filed[0]]);
    expect(foliosOf(await quejas.find({ subscriber: 's-9' }, reporter))).toEqual([filed[1], filed[3]]);
    expect(foliosOf(await quejas.find({ contract: 'c-3' }, reporter))).toEqual([]);
    expect(foliosOf(await quejas.requestsOf('s-1', reporter))).toEqual([]);
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
