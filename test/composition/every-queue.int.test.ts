import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dutyBearers, kinds, type ComplaintState } from '../../src/domain/index.js';
import { complaint } from '../../src/domain/complaint/decider.js';
import { dutiesOf } from '../../src/domain/complaint/duties.js';
import { isComplaintEvent } from '../../src/domain/complaint/evolve.js';
import { asCustomerService, conectared, emenet, type ProviderProfile, type Quejas } from '../../src/index.js';
import { asksOf, filings, type Ask } from '../domain/complaint/support/asks.js';
import { dutifulAsks } from '../domain/complaint/support/diligence.js';
import { dutyAt, noticesDue } from '../../src/domain/complaint/visit/late-notice.js';
import { opened, removeScratch, type StoreKind } from './opened.js';

afterAll(removeScratch);

const desk = asCustomerService('cs-1');

/** The same areas by the names that the shipped profiles give them, and a basis without a blank. */
const asHostsSay: Readonly<Record<string, string>> = {
  quality: 'conciliation',
  network: 'technical',
  'contract, clause 10': 'clause-10',
  'contract, clause 12': 'clause-12',
};

/** What a host sends for a command of the domain: other requests are those of this store. */
const inputOf = ({ command: { type, data } }: Ask, other: string): object => {
  const text = JSON.stringify(data, (name, value: unknown) => {
    if (name === 'folio' && type === 'file') return undefined;
    return typeof value === 'string' ? (asHostsSay[value] ?? value) : value;
  });
  const input: unknown = JSON.parse(text.replaceAll(/CON-\d{6}-\w/g, other));
  return typeof input === 'object' && input !== null ? input : {};
};

const stateOf = async (quejas: Quejas, folio: string): Promise<ComplaintState> => {
  const { events } = await quejas.events({ folio, limit: 1000 });
  return events.reduce(
    (state, event) =>
      isComplaintEvent(event)
        ? complaint.evolve(state, event, { ...event, actor: event.metadata.actor, role: event.metadata.role })
        : state,
    complaint.initial,
  );
};

/** What every queue of a provider says, by folio: in which it stands, and why. */
const queued = async (quejas: Quejas): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const found = new Map<string, Set<string>>();
  const named = dutyBearers.filter((bearer) => bearer !== 'competent-area');
  const all = [...named, ...quejas.provider.areas.map(({ id }) => ({ area: id }))];
  for (const queue of all) {
    const { items, next } = await quejas.queue(queue, desk, { limit: 1000 });
    expect(next).toBeNull();
    for (const { folio, reasons } of items)
      found.set(folio, new Set([...(found.get(folio) ?? []), ...reasons]));
  }
  return found;
};

interface Draw {
  readonly which: number;
  readonly asked: number;
  readonly manner: 'dutiful' | 'any';
}

const draws: fc.Arbitrary<readonly Draw[]> = fc.array(
  fc.record({
    which: fc.nat({ max: kinds.length - 1 }),
    asked: fc.nat({ max: 9_999 }),
    manner: fc.constantFrom('dutiful', 'dutiful', 'dutiful', 'any'),
  }),
  { minLength: 60, maxLength: 90 },
);

const half = 1_800_000;

/** Asks one thing after the other, from the one drawn on, until one is accepted. */
const step = async (
  quejas: Quejas,
  asks: readonly Ask[],
  { asked, folio, other, commandId }: { asked: number; folio?: string; other: string; commandId: string },
): Promise<string | undefined> => {
  const first = asked % Math.max(1, asks.length);
  for (const ask of [...asks.slice(first), ...asks.slice(0, first)]) {
    const input = { ...inputOf(ask, other), commandId };
    const result = await quejas.execute({ type: ask.command.type, folio, input }, ask.by);
    if (result.ok) return result.folio;
  }
  return undefined;
};

/** One request of each kind, lived at once. */
const law = async (
  kind: StoreKind,
  provider: ProviderProfile,
  filed: number,
  paces: readonly Draw[],
): Promise<void> => {
  const { quejas, time } = await opened(kind, { provider });
  const folios: string[] = [];
  for (const [index, each] of kinds.entries()) {
    const ofKind = filings.filter(({ command }) => command.type === 'file' && command.data.kind === each);
    const folio = await step(quejas, ofKind, { asked: filed, other: '', commandId: `f-${index}` });
    if (folio === undefined) throw new Error(`no ${each} was filed`);
    folios.push(folio);
  }
  const check = async (): Promise<void> => {
    const queues = await queued(quejas);
    const { items, next } = await quejas.queue('all', desk, { limit: 1000 });
    expect(next).toBeNull();
    expect(new Map(items.map(({ folio, reasons }) => [folio, new Set(reasons)]))).toEqual(queues);
    for (const folio of folios) {
      const state = await stateOf(quejas, folio);
      const due = noticesDue(state);
      const duties = Object.values(dutiesOf(state)).flatMap((reasons) =>
        reasons.flatMap((reason) => dutyAt(reason, due, time.clock())),
      );
      if (state.facets.ending === 'open') expect(duties).not.toEqual([]);
      expect([folio, [...(queues.get(folio) ?? [])].sort()]).toEqual([folio, [...new Set(duties)].sort()]);
    }
  };
  await check();
  for (const [index, { which, asked, manner }] of paces.entries()) {
    time.forward(half);
    const folio = folios[which % folios.length] ?? '';
    const state = await stateOf(quejas, folio);
    const now = time.clock();
    const dutiful = manner === 'dutiful' ? dutifulAsks(state, now) : [];
    const asks = dutiful.length > 0 ? dutiful : asksOf(state, now);
    const other = folios[(which + 1) % folios.length] ?? '';
    await step(quejas, asks, { asked, folio, other, commandId: `c-${index}` });
    await quejas.runProcesses();
    await check();
  }
  await quejas.close();
};

describe.each([
  ['conectared', conectared],
  ['emenet', emenet],
])('Over random lives of all kinds, by the terms of %s', (_name, provider) => {
  it.each([
    ['memory', 3],
    ['sqlite', 1],
  ] as const)(
    'every open complaint stands in a queue at every step, with all its duties, as the rows have it (%s)',
    async (kind, numRuns) => {
      await fc.assert(
        fc.asyncProperty(fc.nat({ max: 99 }), draws, (filed, paces) => law(kind, provider, filed, paces)),
        { numRuns },
      );
    },
    120_000,
  );
});
