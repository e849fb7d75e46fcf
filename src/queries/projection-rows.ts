import type {
  ReadModelStore,
  Row,
  RowCondition,
  RowKey,
  RowOrder,
  RowRange,
} from '../application/ports/read-model-store.js';
import {
  type Columns,
  type DefinedProjection,
  type KeyOf,
  type NamesOf,
  type RowOf,
  type SummableOf,
} from '../projections/runtime/define-projection.js';
import { scopeColumn } from '../projections/runtime/complaint-scope.js';
import { corrupt } from '../projections/runtime/row-cells.js';
import { cursorOf, readLimit, readCursor } from './paging.js';
import type { AskedProjection } from './fresh-rows.js';
import { forms, nearHint, oneOf, queryInvalid } from './query-faults.js';
import { copyOfQuery, lookedAtQuery, readQuery } from './read-query.js';
import { cutPage } from './rows/row-page.js';

/** What is asked of the columns of a read model: each holds. */
export type RowsWhere<Of extends Columns> = {
  readonly [Column in NamesOf<Of>]?:
    | RowOf<Of>[Column]
    | {
        /** The column holds a value, whichever: it is not null. */
        readonly present: true;
      }
    | {
        /** The column holds one of these values. */
        readonly in: readonly NonNullable<RowOf<Of>[Column]>[];
      }
    | { readonly [Bound in keyof RowRange]: NonNullable<RowOf<Of>[Column]> };
};

/** Which page of a read model to give, and in which order. */
export interface RowsPageQuery<Of extends Columns> {
  /** Only rows that match (default: all). */
  readonly where?: RowsWhere<Of>;
  /** Columns to order by (default: the key); the key decides between rows that are equal in them. */
  readonly orderBy?: readonly (
    | NamesOf<Of>
    | {
        /** The column whose greatest value comes first, and null last. */
        readonly descending: NamesOf<Of>;
      }
  )[];
  /** 1 to 1,000; default 50. */
  readonly limit?: number;
  /** `next` of the page before, with the same order. */
  readonly after?: string;
}

/** One page of a read model. */
export interface RowsPage<Of extends Columns> {
  /** The rows, in the order asked for. */
  readonly items: readonly RowOf<Of>[];
  /** Give it as `after` for the next page; null at the end. */
  readonly next: string | null;
}

/** Rows with the same values in some columns. */
export interface RowsGroup<Of extends Columns> {
  /** The values that the rows of the group share, by column. */
  readonly key: Partial<RowOf<Of>>;
  /** How many rows. */
  readonly count: number;
  /** The sum of each column that was asked for. */
  readonly sums: Readonly<Record<string, number>>;
}

/**
 * The rows of one read model, of this provider alone. Each call waits for fresh rows, as the library's own queries do,
 * and throws `rows-absent`, `rows-behind`, `rows-paused`, `query-invalid`, `read-invalid`.
 */
export interface ProjectionRows<Of extends Columns, Key extends NamesOf<Of>> {
  /** The row with this key; `undefined` where there is none. */
  readonly find: (key: KeyOf<Of, Key>) => Promise<RowOf<Of> | undefined>;
  /** The rows that match, page by page. */
  readonly page: (query?: RowsPageQuery<Of>) => Promise<RowsPage<Of>>;
  /** How many rows match; no more than `atMost` are counted. */
  readonly count: (where?: RowsWhere<Of>, options?: { readonly atMost?: number }) => Promise<number>;
  /** Counts and sums, group by group, in the order of what the rows of a group share; at most 1,000 groups. */
  readonly groups: (query: {
    /** The columns whose values a group shares. */
    readonly by: readonly NamesOf<Of>[];
    /** Only rows that match (default: all). */
    readonly where?: RowsWhere<Of>;
    /** Number columns to sum up in each group (default: none). */
    readonly sums?: readonly SummableOf<Of>[];
  }) => Promise<readonly RowsGroup<Of>[]>;
}

const columnOf = (order: RowOrder): string => (typeof order === 'string' ? order : order.descending);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isDefined = (given: { readonly [Part in keyof DefinedProjection]?: unknown }): boolean => {
  const { name, version, table, columns, key } = given;
  const isTable = isObject(table) && 'name' in table && typeof table.name === 'string';
  return (
    typeof name === 'string' &&
    typeof version === 'number' &&
    isTable &&
    isObject(columns) &&
    Array.isArray(key)
  );
};

const definedForm = {
  es: 'Debe ser lo que da defineProjection.',
  en: 'It must be what defineProjection gives.',
};

/** What names the rows of a read model. Throws `query-invalid` for what `defineProjection` has not made. */
const definedIn = <Of extends Columns, Key extends NamesOf<Of>>(given: DefinedProjection<Of, Key>) => {
  if (!isObject(given)) throw queryInvalid('projection', given, definedForm);
  const parts = lookedAtQuery('projection', () => {
    const { name, version, table, columns, key } = given;
    return { name, version, table, columns, key };
  });
  const defined = copyOfQuery('projection', parts);
  if (!isDefined(defined)) throw queryInvalid('projection', given, definedForm);
  return defined;
};

/** Throws `query-invalid` for what is no list of such elements. */
const mustBeList = (
  what: string,
  given: unknown,
  isElement: (each: unknown) => boolean,
  columns: object,
): void => {
  if (!Array.isArray(given)) throw queryInvalid(what, given, forms.list);
  if (given.every(isElement)) return;
  const foreign: unknown = given.find((each) => !isElement(each));
  throw queryInvalid(what, foreign, oneOf(Object.keys(columns)));
};

const isKeyValue = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** Asks the rows of one read model within a scope. Throws `query-invalid` for what is no read model. */
export const projectionRows = <Of extends Columns, Key extends NamesOf<Of>>(
  projection: DefinedProjection<Of, Key>,
  rows: ReadModelStore,
  scope: string,
  /** Does a query once the rows of these read models are fresh. */
  onFresh: <Found>(projections: readonly AskedProjection[], ask: () => Promise<Found>) => Promise<Found>,
): ProjectionRows<Of, Key> => {
  const defined = definedIn(projection);
  const { columns, key } = defined;
  const table = defined.table.name;
  const within = <Found>(ask: () => Promise<Found>): Promise<Found> => onFresh([defined], ask);
  const isOwn = (row: object): row is RowOf<Of> => Object.keys(columns).every((column) => column in row);
  const own = (row: Row): RowOf<Of> => {
    const { [scopeColumn]: _, ...values } = row;
    if (isOwn(values)) return values;
    throw corrupt(table);
  };
  const isColumn = (name: unknown): boolean => typeof name === 'string' && Object.hasOwn(columns, name);
  const isOrder = (each: unknown): boolean =>
    isColumn(each) || (isObject(each) && 'descending' in each && isColumn(each.descending));
  const isSummable = (name: unknown): boolean =>
    typeof name === 'string' && isColumn(name) && columns[name]?.startsWith('text') !== true;
  /** Names columns of the read model alone: none is the scope. Throws `query-invalid`. */
  const conditions = (where: object | undefined): Readonly<Record<string, RowCondition>> => {
    if (where === undefined) return { [scopeColumn]: scope };
    if (!isObject(where) || Array.isArray(where)) throw queryInvalid('where', where, forms.object);
    const foreign = Object.keys(where).find((name) => !isColumn(name));
    if (foreign !== undefined) throw queryInvalid('where', foreign, nearHint(foreign, Object.keys(columns)));
    return { ...where, [scopeColumn]: scope };
  };
  const keyAsked = (wanted: unknown): RowKey => {
    const asked = readQuery('find', wanted, key);
    const values: Record<string, string | number> = {};
    for (const column of key) {
      const value = asked[column];
      if (!isKeyValue(value)) throw queryInvalid(column, value);
      values[column] = value;
    }
    return { ...values, [scopeColumn]: scope };
  };
  return {
    find: (wanted) =>
      within(async () => {
        const row = await rows.get(table, keyAsked(wanted));
        return row && own(row);
      }),
    page: (asked = {}) =>
      within(async () => {
        const query = copyOfQuery('page', asked);
        readQuery('page', query, ['where', 'orderBy', 'limit', 'after']);
        const { where, orderBy = [], limit, after } = query;
        mustBeList('orderBy', orderBy, isOrder, columns);
        const most = readLimit(limit);
        const given = orderBy.map(columnOf);
        const order: readonly RowOrder[] = [...orderBy, ...key.filter((column) => !given.includes(column))];
        const found = await rows.list({
          table,
          where: conditions(where),
          orderBy: order,
          limit: most + 1,
          ...(after !== undefined && { after: readCursor(after, order.length) }),
        });
        const { rows: page, next } = cutPage(found, most, order.map(columnOf));
        return { items: page.map(own), next: next === undefined ? null : cursorOf(next) };
      }),
    count: (where, asked = {}) =>
      within(async () => {
        const options = copyOfQuery('options', asked);
        readQuery('options', options, ['atMost']);
        const { atMost } = options;
        const asking = conditions(copyOfQuery('where', where));
        return rows.count({ table, where: asking, ...(atMost !== undefined && { atMost }) });
      }),
    groups: (asked) =>
      within(async () => {
        const query = copyOfQuery('groups', asked);
        if (!isObject(query)) throw queryInvalid('groups', query, forms.object);
        readQuery('groups', query, ['by', 'where', 'sums']);
        const { by, where, sums = [] } = query;
        mustBeList('by', by, isColumn, columns);
        mustBeList('sums', sums, isSummable, columns);
        const found = await rows.groups({ table, where: conditions(where), by, sums, limit: 1_000 });
        return found.map(({ key: shared, count, sums: totals }) => ({
          key: partly(shared),
          count,
          sums: totals,
        }));
      }),
  };
};

/** Some columns of a row, by name. */
const partly = (values: object) => ({ ...values });
