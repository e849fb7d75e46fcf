import { describe, expect, it } from '@jest/globals';
import type { Row } from '../../src/application/ports/read-model-store.js';
import { conectared } from '../../src/domain/provider/conectared.js';
import { memoryKeyVault } from '../../src/infrastructure/crypto/memory-key-vault.js';
import { memoryEventStore } from '../../src/infrastructure/memory/index.js';
import { openQuejas, readModelProjector, type EmbeddedStore } from '../../src/composition/open-quejas.js';
import { faultOf } from '../infrastructure/sqlite/samples.js';
import { report, steadyClock } from './opened.js';

const by = { actor: 'cs-1', role: 'customer-service' } as const;
const viewer = by;

/** A store whose rows come back with one cell changed, as a damaged file gives them. */
const spoiled = (column: string, cell: string | number | null): EmbeddedStore => {
  const store = memoryEventStore({ inline: readModelProjector() });
  const spoil = (row: Row): Row => (column in row ? { ...row, [column]: cell } : row);
  return {
    ...store,
    rows: { ...store.rows, list: async (query) => (await store.rows.list(query)).map(spoil) },
  };
};

const asked = async (column: string, cell: string | number | null) => {
  const store = spoiled(column, cell);
  const quejas = await openQuejas({
    store,
    keys: memoryKeyVault(),
    provider: conectared,
    clock: steadyClock().clock,
  });
  const filed = await quejas.file(report('0198c000-0000-7000-8000-000000000001'), by);
  if (!filed.ok) throw new Error(filed.code);
  return { quejas, folio: filed.folio };
};

describe('rows that are damaged are told, and never guessed at', () => {
  it.each([
    ['status', 'lost'],
    ['kind', 'quarrel'],
    ['folio', null],
    ['channel', 7],
  ])('in a list of requests: %s is %j', async (column, cell) => {
    const { quejas } = await asked(column, cell);
    expect(await faultOf(quejas.requestsOf('s-1', viewer))).toMatchObject({
      code: 'rows-corrupt',
      details: { column },
    });
  });

  it.each([
    ['since', null],
    ['due', 7],
    ['duties', null],
    ['status', 'lost'],
  ])('in a queue: %s is %j', async (column, cell) => {
    const { quejas } = await asked(column, cell);
    expect(await faultOf(quejas.queue('customer-service', viewer))).toMatchObject({ code: 'rows-corrupt' });
  });

  it('a case is shown although its rows are damaged: it is read from its events', async () => {
    const { quejas, folio } = await asked('facets', '{');
    expect(await quejas.show(folio, viewer)).toMatchObject({ folio, status: 'acknowledged' });
  });
});
