import type { Row, RowQuery } from '../../application/ports/read-model-store.js';
import { failsWith, same } from './assert.js';
import { rowsOf } from './inline-samples.js';
import type { Law, LawGroup, Trial } from './law.js';
import type { Random } from './random.js';
import { sampler } from './samples.js';

const table = 'board';
const columns = { id: 'integer', area: 'text', due: 'text', weight: 'integer' } as const;
const tables = [{ name: table, columns, key: ['id'], indexes: [['area', 'due']] }];

type BoardRow = Row & Record<keyof typeof columns, string | number | null>;

// Beyond U+FFFF the order of code points is not that of JavaScript's own comparison.
const areas = ['a', 'B', 'á', '漢', '\uffee', '🚑', '', null] as const;

const rowAt = (random: Random, id: number): BoardRow => ({
  id,
  area: random.pick(areas),
  due: random.chance(3) ? null : `2026-11-${String(10 + random.below(5))}`,
  weight: random.below(4),
});

const codePoints = (text: string): number[] => Array.from(text, (letter) => letter.codePointAt(0) ?? 0);

const compareLists = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
};

const compare = (a: string | number | null | undefined, b: string | number | null | undefined): number => {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  if (typeof a === 'string' && typeof b === 'string') return compareLists(codePoints(a), codePoints(b));
  return Number(a) - Number(b);
};

const filled = async ({ open, random }: Trial) => {
  const wanted = Array.from({ length: 80 }, (_, id) => rowAt(random, id));
  const subject = await open({
    tables,
    project: (_events, rows) => {
      for (const row of wanted) rows.put(table, row);
    },
  });
  await subject.store.append(sampler()('complaint-1', 'none'));
  return { rows: rowsOf(subject), wanted };
};

const orders = [['id'], ['area', 'id'], ['due', 'weight', 'id'], ['weight', 'area', 'due', 'id']] as const;

const pages: Law = {
  name: 'pages follow one order, empty values first, and no row is missed or met twice',
  needs: 'inline-rows',
  holds: async (trial) => {
    const { rows, wanted } = await filled(trial);
    for (const orderBy of orders) {
      const expected = [...wanted].sort((a, b) => {
        for (const column of orderBy)
          if (compare(a[column], b[column]) !== 0) return compare(a[column], b[column]);
        return 0;
      });
      const found: Row[] = [];
      let after: RowQuery['after'];
      for (;;) {
        const page = await rows.list({ table, where: {}, orderBy, after, limit: 1 + trial.random.below(9) });
        const last = page.at(-1);
        if (last === undefined) break;
        found.push(...page);
        after = orderBy.map((column) => last[column] ?? null);
      }
      same(found, expected, `by ${orderBy.join()}`);
    }
  },
};

type Where = RowQuery['where'];

const fits = (row: Row, where: Where): boolean =>
  Object.entries(where).every(([column, asked]) =>
    typeof asked === 'object' && asked !== null ? row[column] !== null : row[column] === asked,
  );

const conditions: readonly Where[] = [
  {},
  { area: 'á' },
  { area: null },
  { due: { present: true } },
  { area: 'B', weight: 2 },
  { area: { present: true }, due: null },
  { area: "'; DROP TABLE board; --" },
];

const where: Law = {
  name: 'conditions choose rows, and count and sum agree with what they choose',
  needs: 'inline-rows',
  holds: async (trial) => {
    const { rows, wanted } = await filled(trial);
    for (const condition of conditions) {
      const expected = wanted.filter((row) => fits(row, condition));
      const what = JSON.stringify(condition);
      same(
        await rows.list({ table, where: condition, orderBy: ['id'], limit: 100 }),
        expected,
        `rows where ${what}`,
      );
      same(await rows.count({ table, where: condition }), expected.length, `count where ${what}`);
      const weight = expected.reduce((sum, row) => sum + Number(row.weight), 0);
      same(await rows.sum({ table, where: condition }, 'weight'), weight, `sum where ${what}`);
    }
    for (const row of wanted.slice(0, 5))
      same(await rows.get(table, { id: Number(row.id) }), row, 'a row by its key');
    same(await rows.get(table, { id: 1_000 }), undefined, 'a row that is not there');
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
    await failsWith('read-invalid', () => rows.sum(all, 'area'), 'the sum of texts');
  },
};

export const rowQueries: LawGroup = { name: 'queries over rows', laws: [pages, where, undeclared] };
