import type { ReadModelStore, Row, RowQuery } from '../../application/ports/read-model-store.js';
import { failsWith, same } from './assert.js';
import { rowsOf } from './inline-samples.js';
import type { Law, LawGroup, Trial } from './law.js';
import type { Random } from './random.js';
import { rowModel } from './row-model.js';
import { sampler } from './samples.js';

const table = 'board';
const columns = { id: 'integer', area: 'text?', due: 'text?', weight: 'integer' } as const;

type BoardRow = Row & Record<keyof typeof columns, string | number | null>;

// Beyond U+FFFF the order of code points is not that of JavaScript's own comparison.
const areas = ['a', 'B', 'á', '漢', '\uffee', '🚑', '', null] as const;

const rowAt = (random: Random, id: number): BoardRow => ({
  id,
  area: random.pick(areas),
  due: random.chance(3) ? null : `2026-11-${String(10 + random.below(5))}`,
  weight: random.below(4),
});

const filled = async ({ open, random }: Trial) => {
  const wanted = Array.from({ length: 80 }, (_, id) => rowAt(random, id));
  const subject = await open([
    {
      name: 'board',
      version: 1,
      table: { name: table, columns, key: ['id'], indexes: [['area', 'due']] },
      changes: () => wanted.map((row) => ({ kind: 'set', row })),
    },
  ]);
  await subject.store.append(sampler()('complaint-1', 'none'));
  return { rows: rowsOf(subject), wanted };
};

const down = (column: string) => ({ descending: column });

const orders: readonly RowQuery['orderBy'][] = [
  ['id'],
  ['area', 'id'],
  ['due', 'weight', 'id'],
  ['weight', 'area', 'due', 'id'],
  [down('id')],
  [down('due'), down('id')],
  [down('area'), 'id'],
  ['weight', down('due'), 'area', down('id')],
];

type Where = RowQuery['where'];

const conditions: readonly [Where, ...Where[]] = [
  {},
  { area: 'á' },
  { area: null },
  { due: { present: true } },
  { area: 'B', weight: 2 },
  { area: { present: true }, due: null },
  { area: "'; DROP TABLE board; --" },
  { due: { '>=': '2026-11-11', '<': '2026-11-13' } },
  { weight: { '>': 1 } },
  { weight: { '<=': 1 }, area: { '>': 'a' } },
  { area: { '<': '🚑', '>': '漢' } },
  { area: { '>': '\uffee' } },
  { area: { in: ['B', '🚑', ''] } },
  { id: { in: [1, 70, 7, 1_000] }, due: { present: true } },
  { area: { in: [] } },
];

const whatOf = (value: unknown): string => JSON.stringify(value);

/** All rows that match, page by page. */
const paged = async (
  rows: ReadModelStore,
  query: Pick<RowQuery, 'where' | 'orderBy'>,
  cursorOf: (row: Row, orderBy: RowQuery['orderBy']) => RowQuery['after'],
  pageSize: () => number,
): Promise<readonly Row[]> => {
  const found: Row[] = [];
  let after: RowQuery['after'];
  for (;;) {
    const page = await rows.list({ table, ...query, ...(after && { after }), limit: pageSize() });
    const last = page.at(-1);
    if (last === undefined) return found;
    found.push(...page);
    after = cursorOf(last, query.orderBy);
  }
};

const pages: Law = {
  name: 'pages follow one order, each column up or down, nulls first going up, and no row is missed or met twice',
  needs: 'inline-rows',
  holds: async (trial) => {
    const { rows, wanted } = await filled(trial);
    const model = rowModel(wanted);
    for (const orderBy of orders) {
      const where = trial.random.pick(conditions);
      const found = await paged(rows, { where, orderBy }, model.cursorOf, () => 1 + trial.random.below(9));
      same(found, model.list(where, orderBy), `where ${whatOf(where)} by ${whatOf(orderBy)}`);
      same(
        await paged(rows, { where: {}, orderBy }, model.cursorOf, () => 1 + trial.random.below(9)),
        model.list({}, orderBy),
        `all by ${whatOf(orderBy)}`,
      );
    }
  },
};

const where: Law = {
  name: 'equal values, ranges, lists and nulls choose rows; counts agree with what they choose',
  needs: 'inline-rows',
  holds: async (trial) => {
    const { rows, wanted } = await filled(trial);
    const model = rowModel(wanted);
    for (const condition of conditions) {
      const what = whatOf(condition);
      const query = { table, where: condition };
      same(
        await rows.list({ ...query, orderBy: ['id'], limit: 100 }),
        model.list(condition, ['id']),
        `rows where ${what}`,
      );
      const count = model.count(condition);
      same(await rows.count(query), count, `count where ${what}`);
      same(await rows.count({ ...query, atMost: 5 }), Math.min(count, 5), `at most 5 where ${what}`);
    }
    for (const row of wanted.slice(0, 5))
      same(await rows.get(table, { id: Number(row.id) }), row, 'a row by its key');
    same(await rows.get(table, { id: 1_000 }), undefined, 'a row that is not there');
  },
};

const grouped: Law = {
  name: 'groups have the counts and sums of their rows, in the order of what they share',
  needs: 'inline-rows',
  holds: async (trial) => {
    const { rows, wanted } = await filled(trial);
    const model = rowModel(wanted);
    for (const by of [['area'], ['due'], ['weight', 'area'], ['due', 'weight']])
      for (const condition of conditions) {
        const query = { table, where: condition, by, sums: ['weight', 'id'], limit: 1_000 };
        const expected = model.groups(condition, by, query.sums);
        same(await rows.groups(query), expected, `groups by ${by.join()} where ${whatOf(condition)}`);
        same(await rows.groups({ ...query, limit: 2 }), expected.slice(0, 2), 'the first two groups');
      }
  },
};

const undeclared: Law = {
  name: 'what is not declared cannot be asked for',
  needs: 'inline-rows',
  holds: async (trial) => {
    const { rows } = await filled(trial);
    const all = { table, where: {}, orderBy: ['id'], limit: 1 };
    const refused = (query: RowQuery, what: string) =>
      failsWith('read-invalid', () => rows.list(query), what);
    await failsWith('rows-invalid', () => rows.list({ ...all, table: 'events' }), 'a table');
    await refused({ ...all, where: { 'id" = 1 OR "id': 1 } }, 'a column to choose by');
    await refused({ ...all, where: { constructor: 1 } }, 'a column that every object has');
    await refused({ ...all, orderBy: ['id; DROP TABLE board'] }, 'a column to order by');
    await refused({ ...all, orderBy: [] }, 'no order');
    await refused({ ...all, after: [] }, 'a page after nothing');
    await refused({ ...all, limit: 0 }, 'a page of none');
    await refused({ ...all, orderBy: [{ descending: 'number' }] }, 'a column to order down by');
    await refused({ ...all, where: { id: {} } }, 'a condition that asks nothing');
    await refused({ ...all, where: { id: { '<': '5' } } }, 'a number below a text');
    await refused({ ...all, where: { id: { in: ['5'] } } }, 'a number among texts');
    await failsWith('read-invalid', () => rows.count({ ...all, atMost: 0 }), 'a count up to nothing');
    const groups = { table, where: {}, by: ['area'], limit: 1 };
    await failsWith('read-invalid', () => rows.groups({ ...groups, by: [] }), 'groups by nothing');
    await failsWith('read-invalid', () => rows.groups({ ...groups, by: ['x'] }), 'groups by no column');
    await failsWith('read-invalid', () => rows.groups({ ...groups, sums: ['due'] }), 'sums of texts');
  },
};

export const rowQueries: LawGroup = { name: 'queries over rows', laws: [pages, where, grouped, undeclared] };
