import type {
  Row,
  RowCondition,
  RowFilter,
  RowGroup,
  RowOrder,
  RowQuery,
  RowValue,
} from '../../application/ports/read-model-store.js';

const codePoints = (text: string): number[] => Array.from(text, (letter) => letter.codePointAt(0) ?? 0);

const compareLists = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
};

/** Null before all others; texts by code points, which is the order of their bytes in UTF-8. */
const compare = (a: RowValue | undefined, b: RowValue | undefined): number => {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  if (typeof a === 'string' && typeof b === 'string') return compareLists(codePoints(a), codePoints(b));
  return Number(a) - Number(b);
};

const within: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

const holds = (value: RowValue | undefined, asked: RowCondition): boolean => {
  if (typeof asked !== 'object' || asked === null) return value === asked;
  if (value === null || value === undefined) return false;
  if ('present' in asked) return true;
  if ('in' in asked) return asked.in.includes(value);
  const bounds: readonly (readonly [string, RowValue])[] = Object.entries(asked);
  return bounds.every(([name, bound]) => within[name]?.(compare(value, bound)) === true);
};

const columnOf = (order: RowOrder): string => (typeof order === 'string' ? order : order.descending);

/** What a query must answer, in the plainest code. */
export const rowModel = (all: readonly Row[]) => {
  const matching = (where: RowFilter['where']): readonly Row[] =>
    all.filter((row) => Object.entries(where).every(([column, asked]) => holds(row[column], asked)));
  const sorted = (rows: readonly Row[], orderBy: RowQuery['orderBy']): readonly Row[] =>
    [...rows].sort((a, b) => {
      for (const order of orderBy) {
        const column = columnOf(order);
        const found = compare(a[column], b[column]);
        if (found !== 0) return typeof order === 'string' ? found : -found;
      }
      return 0;
    });
  const sum = (rows: readonly Row[], column: string): number =>
    rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);
  const groups = (where: RowFilter['where'], by: readonly string[], sums: readonly string[]): RowGroup[] => {
    const rows = matching(where);
    const keyOf = (row: Row): Row => Object.fromEntries(by.map((column) => [column, row[column] ?? null]));
    const names = new Set(rows.map((row) => JSON.stringify(keyOf(row))));
    const keys = rows.map(keyOf).filter((key) => names.delete(JSON.stringify(key)));
    return sorted(keys, by).map((key) => {
      const own = rows.filter((row) => JSON.stringify(keyOf(row)) === JSON.stringify(key));
      return { key, count: own.length, sums: Object.fromEntries(sums.map((each) => [each, sum(own, each)])) };
    });
  };
  return {
    list: (where: RowFilter['where'], orderBy: RowQuery['orderBy']) => sorted(matching(where), orderBy),
    count: (where: RowFilter['where']) => matching(where).length,
    groups,
    /** Values of a row in the columns of an order: where the next page goes on. */
    cursorOf: (row: Row, orderBy: RowQuery['orderBy']) =>
      orderBy.map((order) => row[columnOf(order)] ?? null),
  };
};
