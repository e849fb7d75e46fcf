import { describe, expect, it } from '@jest/globals';
import { asCustomerService, conectared, openQuejas } from '../../src/index.js';
import { publishedVersions } from '../../src/application/calendars/published-versions.js';
import { scopeOf } from '../../src/application/identity/scope.js';
import { instantOf } from '../../src/domain/kernel/instant.js';
import { memoryEventStore, memoryProjectedRows } from '../../src/infrastructure/memory/index.js';
import { cardFold } from '../../src/projections/runtime/card-fold.js';
import { readModels } from '../../src/projections/read-models.js';
import { initialState } from '../../src/domain/complaint/state.js';
import { createListings } from '../../src/queries/listings.js';
import { report } from '../composition/opened.js';

const cs = asCustomerService('cs-1');

describe('rows of two read models that are not equally far', () => {
  it('are no damage: a list has the cases that both of them have, and its pages go on after those left out', async () => {
    const store = memoryEventStore();
    const quejas = await openQuejas({ store, rows: 'none', keys: 'memory:', provider: conectared });
    for (const commandId of ['r-1', 'r-2', 'r-3'])
      await quejas.file(
        report(commandId, { externalReferences: [{ system: 'mail', id: 'A-1' }], receivedAt: undefined }),
        cs,
      );
    const { events } = await store.readAll({ limit: 100 });
    await quejas.close();
    const kept = memoryProjectedRows({ projections: readModels() });
    const project = async (names: readonly string[], upTo: number): Promise<void> => {
      const given = events.slice(0, upTo);
      const refs = kept.projections
        .filter(({ name }) => names.includes(name))
        .map(({ name, version }) => ({ name, version, slot: 'live' }) as const);
      const projected = cardFold().project(given, () => []);
      await kept.project(undefined, { events: projected, position: given.at(-1)?.position ?? '' }, refs);
    };
    const filings = events.flatMap(({ type }, index) => (type === 'FolioAssigned' ? [index + 1] : []));
    await project(['case-status'], filings[1] ?? 0);
    await project(['queues', 'case-references'], events.length);
    const { queue, find } = createListings({
      rows: kept.rows,
      scope: scopeOf('', 'conectared'),
      areas: [],
      folioPrefix: 'CR',
      contacts: { find: () => Promise.resolve([]) },
      stateOf: () => Promise.resolve(initialState),
      clock: () => instantOf(Date.UTC(2026, 2, 2)),
      versions: publishedVersions({ store, namespace: '', provider: 'conectared' }),
    });
    expect((await queue('all', cs)).items).toHaveLength(2);
    expect((await find({ external: 'A-1' }, cs)).items).toHaveLength(2);
    const first = await queue('all', cs, { limit: 1 });
    const second = await queue('all', cs, { limit: 1, after: first.next ?? '' });
    const third = await queue('all', cs, { limit: 1, after: second.next ?? '' });
    expect([first, second, third].map(({ items }) => items.length).sort()).toEqual([0, 1, 1]);
    expect(third.next).toBeNull();
  });
});
