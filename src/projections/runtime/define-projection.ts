import type { ComplaintEventType } from '../../domain/complaint/events.js';
import type { CaseCard } from '../../domain/complaint/card.js';
import type {
  CaseHistory,
  FailurePolicy,
  Projection,
  RowChange,
} from '../../application/ports/projection.js';
import type { Row } from '../../application/ports/read-model-store.js';
import type { ColumnType } from '../../application/ports/table-definition.js';
import { isCaseEvent, type CaseEvent } from './case-event.js';
import { readDefinition } from './check-definition.js';
import { idInStream } from '../../application/identity/stream-name.js';
import { scopeColumn, scopeOfEvent } from './complaint-scope.js';
import { invalidRows, notColumn, tableOf } from './table.js';

/** Columns by name. `'text?'` takes null too; what is not told it does not. */
export type Columns = Readonly<Record<string, ColumnType>>;

/** The JavaScript value of a column of this type. */
export type CellOf<Type extends ColumnType> =
  (Type extends 'text' | 'text?' ? string : number) | (Type extends `${string}?` ? null : never);

/** A row with these columns. */
export type RowOf<Of extends Columns> = { readonly [Column in keyof Of]: CellOf<Of[Column]> };

/** The names of columns. */
export type NamesOf<Of extends Columns> = keyof Of & string;
/** The names of those columns that take null. */
export type NullableOf<Of extends Columns> = {
  [Column in NamesOf<Of>]: Of[Column] extends `${string}?` ? Column : never;
}[NamesOf<Of>];
/** The names of those columns that can be counted up and down. */
export type NumbersOf<Of extends Columns> = {
  [Column in NamesOf<Of>]: Of[Column] extends 'integer' | 'real' ? Column : never;
}[NamesOf<Of>];

/** The names of those columns that can be summed up; a null adds nothing. */
export type SummableOf<Of extends Columns> = {
  [Column in NamesOf<Of>]: Of[Column] extends `${'integer' | 'real'}${'' | '?'}` ? Column : never;
}[NamesOf<Of>];

/** A row to be written whole: nullable columns may be left out. */
export type WholeRow<Of extends Columns> = Omit<RowOf<Of>, NullableOf<Of>> &
  Partial<Pick<RowOf<Of>, NullableOf<Of>>>;

/** The columns that name a row. */
export type KeyOf<Of extends Columns, Key extends NamesOf<Of>> = Pick<RowOf<Of>, Key>;

/** By how much each of these columns is counted up or down; none of another name, also where there is none to count. */
export type DeltasOf<Counted extends string> = [Counted] extends [never]
  ? Readonly<Record<string, never>>
  : { readonly [Column in Counted]?: number };

/** What a handler may change, as data: nothing is written before the handler returns it. */
export interface RowChanges<Of extends Columns, Key extends NamesOf<Of>> {
  /** Writes the whole row, in place of any before it. */
  readonly set: (row: WholeRow<Of>) => RowChange;
  /** Writes some columns of a row; nothing where there is no such row. */
  readonly patch: (key: KeyOf<Of, Key>, values: Partial<Omit<RowOf<Of>, Key>>) => RowChange;
  /** Counts number columns up or down; a row that is not there begins at 0. */
  readonly add: (key: KeyOf<Of, Key>, deltas: DeltasOf<Exclude<NumbersOf<Of>, Key>>) => RowChange;
  /** Takes a row away. */
  readonly remove: (key: KeyOf<Of, Key>) => RowChange;
  /** The row after from the row before; `undefined` where there is none, or is to be none. */
  readonly change: (
    key: KeyOf<Of, Key>,
    to: (before: RowOf<Of> | undefined) => WholeRow<Of> | undefined,
  ) => RowChange;
}

/** What a handler knows besides its event. */
export interface CaseContext {
  /** The complaint after the event. */
  readonly card: CaseCard;
  /** The complaint before it. */
  readonly before: CaseCard;
  /** The id of the complaint. */
  readonly complaint: string;
  /** Its events up to this one. */
  readonly history: CaseHistory;
}

/** Gives the changes that an event makes: one, several or none (`null` or `undefined`). */
export type ProjectionHandler<Event, Of extends Columns, Key extends NamesOf<Of>> = (
  event: Event,
  rows: RowChanges<Of, Key>,
  context: CaseContext,
) => RowChange | readonly RowChange[] | null | undefined;

/** A read model, whole: its table, and what each event changes in it. */
export interface ProjectionDefinition<Of extends Columns, Key extends NamesOf<Of>> {
  /** Lower case letters, digits and `-`; with `version` it names the table and the checkpoint. */
  readonly name: string;
  /** From 1. Raise it whenever the same events would give other rows: the new one is built beside the old one. */
  readonly version: number;
  /** Each column list is written once, here. */
  readonly columns: Of;
  /** The columns that name a row. */
  readonly key: readonly Key[];
  /** Columns that queries choose or order by, list by list. */
  readonly indexes?: readonly (readonly NamesOf<Of>[])[];
  /**
   * What becomes of an event whose handler fails. `pause` (default): the rows stop before it, and say so. `skip`: it is
   * left out whole and recorded as parked, and the rows go on.
   */
  readonly failurePolicy?: FailurePolicy;
  /** What an event of this type changes. */
  readonly on?: {
    readonly [Type in ComplaintEventType]?: ProjectionHandler<CaseEvent<Type>, Of, Key>;
  };
  /** What any event changes, after `on`. */
  readonly onEvery?: ProjectionHandler<CaseEvent, Of, Key>;
}

/** A read model that can be given to `openQuejas`, and asked by `quejas.rows`. */
export interface DefinedProjection<
  Of extends Columns = Columns,
  Key extends NamesOf<Of> = NamesOf<Of>,
> extends Projection {
  /** The columns as they were defined: without the scope that the library keeps them apart by. */
  readonly columns: Of;
  /** The columns that name a row. */
  readonly key: readonly Key[];
}

const isRowOf = <Of extends Columns>(columns: Of, row: object): row is RowOf<Of> =>
  Object.keys(columns).every((column) => column in row);

const changesIn = <Of extends Columns, Key extends NamesOf<Of>>(
  columns: Of,
  table: string,
  scope: string,
): RowChanges<Of, Key> => {
  /** Refuses what a host without a compiler may give in the place of cells. */
  const mustBePlain = (values: unknown): void => {
    if (typeof values !== 'object' || values === null || Array.isArray(values))
      throw invalidRows(table, {
        es: 'una llave, un renglón y sus cambios son objetos con celdas',
        en: 'a key, a row and its changes are objects of cells',
      });
  };
  const plain = (values: object) => {
    mustBePlain(values);
    return { ...values };
  };
  const scoped = (given: object) => {
    mustBePlain(given);
    if (Object.hasOwn(given, scopeColumn)) throw notColumn(table, scopeColumn);
    // In the order of the table's columns: a row that is whole and in order is stored as it is.
    return { [scopeColumn]: scope, ...given };
  };
  const unscoped = (row: Row): RowOf<Of> | undefined => {
    const { [scopeColumn]: _, ...own } = row;
    return isRowOf(columns, own) ? own : undefined;
  };
  return {
    set: (row) => ({ kind: 'set', row: scoped(row) }),
    patch: (key, values) => ({ kind: 'patch', key: scoped(key), values: plain(values) }),
    add: (key, deltas) => ({ kind: 'add', key: scoped(key), deltas: plain(deltas) }),
    remove: (key) => ({ kind: 'remove', key: scoped(key) }),
    change: (key, to) => {
      if (typeof to !== 'function')
        throw invalidRows(table, {
          es: 'un cambio se da con una función del renglón anterior',
          en: 'change takes a function of the row before',
        });
      return {
        kind: 'change',
        key: scoped(key),
        to: (before) => {
          const after = to(before === undefined ? undefined : unscoped(before));
          return after === undefined ? undefined : scoped(after);
        },
      };
    },
  };
};

const isChange = (given: unknown): boolean => typeof given === 'object' && given !== null && 'kind' in given;

const isOne = (given: RowChange | readonly RowChange[]): given is RowChange => isChange(given);

const isSeveral = (given: RowChange | readonly RowChange[]): given is readonly RowChange[] =>
  Array.isArray(given) && given.every(isChange);

const isPromised = (given: unknown): given is PromiseLike<unknown> =>
  typeof given === 'object' && given !== null && 'then' in given && typeof given.then === 'function';

/** Throws `rows-invalid` for what a host without a compiler may give instead. */
const listOf = (
  table: string,
  given: RowChange | readonly RowChange[] | null | undefined,
): readonly RowChange[] => {
  if (given === undefined || given === null) return [];
  if (isPromised(given)) {
    // Unheard, its rejection would end the process.
    given.then(undefined, () => undefined);
    throw invalidRows(table, {
      es: 'lo que atiende un evento da un cambio, una lista de cambios o nada, y en seguida: no puede ser asíncrono',
      en: 'a handler gives a change, a list of changes, null or undefined at once: it may not be async',
    });
  }
  if (isOne(given)) return [given];
  if (isSeveral(given)) return given;
  throw invalidRows(table, {
    es: 'lo que atiende un evento da un cambio, una lista de cambios o nada',
    en: 'a handler gives a change, a list of changes, null or undefined',
  });
};

/** The handler of an event's type, where there is one. */
const handled = <Of extends Columns, Key extends NamesOf<Of>, Type extends ComplaintEventType>(
  handlers: ProjectionDefinition<Of, Key>['on'],
  event: CaseEvent<Type>,
  rows: RowChanges<Of, Key>,
  context: CaseContext,
) => handlers?.[event.type]?.(event, rows, context);

/**
 * Defines a read model of the library's own; a host's is defined by `define-host-projection.ts`. Throws `rows-invalid` for a
 * definition of another shape, and for names that a table cannot have.
 */
export const defineProjection = <const Of extends Columns, const Key extends NamesOf<Of>>(
  definition: ProjectionDefinition<Of, Key>,
): DefinedProjection<Of, Key> => {
  const {
    name,
    version,
    columns,
    key,
    indexes = [],
    failurePolicy = 'pause',
    on,
    onEvery,
  } = readDefinition(definition);
  const { definition: table } = tableOf({
    name: `${name.replaceAll('-', '_')}_v${String(version)}`,
    columns: { [scopeColumn]: 'text', ...columns },
    key: [scopeColumn, ...key],
    indexes: indexes.map((index) => [scopeColumn, ...index]),
  });
  const byScope = new Map<string, RowChanges<Of, Key>>();
  const scoped = (scope: string): RowChanges<Of, Key> => {
    const known = byScope.get(scope);
    if (known !== undefined) return known;
    const changes = changesIn<Of, Key>(columns, table.name, scope);
    byScope.set(scope, changes);
    return changes;
  };
  return {
    name,
    version,
    columns,
    key,
    table,
    failurePolicy,
    changes: ({ event, before, card, history }) => {
      if (!isCaseEvent(event)) return [];
      const rows = scoped(scopeOfEvent(event));
      const context = { card, before, complaint: idInStream(event.stream), history };
      const own = listOf(table.name, handled(on, event, rows, context));
      if (onEvery === undefined) return own;
      const more = listOf(table.name, onEvery(event, rows, context));
      return own.length === 0 ? more : [...own, ...more];
    },
  };
};
