// What the compiler says of a read model: what is wrong here stands under a line that expects it.
import { conectared, openQuejas } from 'quejas';
import { defineProjection, given, type RowOf } from 'quejas/projections';

const byArea = defineProjection({
  name: 'by-area',
  version: 1,
  columns: { area: 'text', note: 'text?', filed: 'integer' },
  key: ['area'],
  indexes: [['filed']],
  on: {
    Filed: ({ data }, rows, { card }) => rows.add({ area: card.area ?? data.kind }, { filed: 1 }),
    RoutedToArea: ({ data }, rows) => [
      rows.set({ area: data.area, filed: 0 }),
      rows.remove({ area: data.area }),
    ],
    // @ts-expect-error: its data have no such field
    Ruled: ({ data }, rows) => rows.patch({ area: data.nothing }, { note: null }),
    // @ts-expect-error: the data of another event have that field
    Escalated: ({ data }, rows) => (data.outcome === undefined ? undefined : rows.remove({ area: 'x' })),
    // @ts-expect-error: a text does not count
    Closed: (_event, rows) => rows.add({ area: 'x' }, { note: 1 }),
    // @ts-expect-error: no such column
    Repaired: (_event, rows) => rows.patch({ area: 'x' }, { notes: null }),
    // @ts-expect-error: the column takes no null
    CauseVerified: (_event, rows) => rows.patch({ area: 'x' }, { filed: null }),
    // @ts-expect-error: a whole row has every column that takes no null
    Reopened: (_event, rows) => rows.set({ area: 'x' }),
  },
});

defineProjection({
  name: 'nothing-counts',
  version: 1,
  columns: { area: 'text', filed: 'integer?' },
  key: ['area'],
  on: {
    // @ts-expect-error: no column counts, and there is none of that name
    Filed: (_event, rows) => rows.add({ area: 'x' }, { filde: 1 }),
  },
});

defineProjection({
  name: 'misspelt',
  version: 1,
  columns: { area: 'text' },
  // @ts-expect-error: no such column
  key: ['aera'],
});

defineProjection({
  name: 'misspelt',
  version: 1,
  columns: { area: 'text' },
  key: ['area'],
  on: {
    // @ts-expect-error: no such event
    Fileded: () => undefined,
  },
});

export const row: RowOf<typeof byArea.columns> = { area: 'a', note: null, filed: 1 };
given({ type: 'Filed' }).then(byArea, [row]);
// @ts-expect-error: a row without its columns
given({ type: 'Filed' }).then(byArea, [{ area: 'a' }]);

export const asked = async () => {
  const quejas = await openQuejas({
    store: 'memory:',
    keys: 'memory:',
    provider: conectared,
    projections: [byArea],
  });
  const rows = quejas.rows(byArea);
  await rows.find({ area: 'a' });
  // @ts-expect-error: no such column
  await rows.find({ aera: 'a' });
  await rows.page({ where: { filed: { '>=': 1 }, note: null }, orderBy: [{ descending: 'filed' }] });
  // @ts-expect-error: a number is no text
  await rows.page({ where: { filed: { '>=': '1' } } });
  // @ts-expect-error: no such column
  await rows.page({ orderBy: ['files'] });
  await rows.groups({ by: ['note'], sums: ['filed'] });
  // @ts-expect-error: a text has no sum
  await rows.groups({ by: ['note'], sums: ['area'] });
};
