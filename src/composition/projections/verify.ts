import { prefixOf } from '../../application/identity/stream-name.js';
import { storeError } from '../../application/errors/store-error.js';
import type { EventStore, Position } from '../../application/ports/event-store.js';
import type { Projection } from '../../application/ports/projection.js';
import type { Checkpoint, ProjectedRows, ProjectionRef } from '../../application/ports/projected-rows.js';
import type {
  ReadModelStore,
  Row,
  RowFilter,
  RowKey,
  RowValue,
} from '../../application/ports/read-model-store.js';
import { cardFold } from '../../projections/runtime/card-fold.js';
import { scopeColumn } from '../../projections/runtime/complaint-scope.js';
import { pausedFault, stoppedFault } from '../../projections/runtime/feed-run.js';
import { isSame } from '../../projections/runtime/projection-ref.js';
import { isDamagedTable } from '../../projections/runtime/table-fault.js';
import type { VerifiedProjection } from './projections-at-work.js';

interface VerifyParts {
  /** Gives events in today's version. */
  readonly store: Pick<EventStore, 'read' | 'readAll'>;
  readonly kept: ProjectedRows;
  readonly projection: Projection;
  readonly namespace: string;
  /** Aborted: it ends, and nothing has changed. */
  readonly isOver: () => boolean;
  /** Told how far the rows are that are made from the events. */
  readonly told: (position: Position | undefined) => Promise<void>;
}

const eventsAtOnce = 1_000;
const rowsAtOnce = 500;
/** Differences that are looked at again, as the rows that are read may have moved meanwhile. */
const mostDoubts = 1_000;
const mostRounds = 20;

/** The positions of what the rows left out. */
const parkedIn = async (
  kept: ProjectedRows,
  { name, version }: Projection,
): Promise<ReadonlySet<Position>> => {
  const found = new Set<Position>();
  let after: Position | undefined;
  for (;;) {
    const page = await kept.parkedEvents(name, version, {
      limit: eventsAtOnce,
      ...(after !== undefined && { after }),
    });
    for (const { position } of page) found.add(position);
    after = page.at(-1)?.position;
    if (page.length < eventsAtOnce || after === undefined) return found;
  }
};

/** The rows that the events give, made in a place of their own. */
const freshRows = (parts: VerifyParts, made: ProjectedRows, ref: ProjectionRef) => {
  const { store, namespace, isOver, told } = parts;
  const cards = cardFold();
  const prefixes = [prefixOf(namespace, 'complaint')];
  let at: Position | undefined;

  const step = async (upTo: Position): Promise<boolean> => {
    if (isOver()) throw stoppedFault();
    const page = await store.readAll({
      limit: eventsAtOnce,
      prefixes,
      ...(at !== undefined && { after: at }),
    });
    const events = page.events.filter(({ position }) => position <= upTo);
    const end = page.next === undefined || page.next > upTo || page.caughtUp ? upTo : page.next;
    await made.project(at, { events: await cards.projectFrom(events, store), position: end }, [ref]);
    const paused = made.known().find(({ fault }) => fault !== undefined);
    if (paused !== undefined) throw pausedFault(paused);
    at = end;
    await told(at);
    return end < upTo;
  };

  return {
    /** Brings them to a position, which is never before the last one. */
    to: async (upTo: Position | undefined): Promise<void> => {
      if (upTo === undefined || (at !== undefined && upTo <= at)) return;
      while (await step(upTo));
    },
  };
};

/** The rows of this namespace: others lie in the same table, and are not fed by this program. */
const ofNamespace = ({ table }: Projection, namespace: string): RowFilter => {
  const where = { [scopeColumn]: { '>=': `${namespace}|`, '<': `${namespace}}` } };
  return { table: table.name, where: scopeColumn in table.columns ? where : {} };
};

/** Rows one by one, in the order of their keys. */
async function* inOrder(
  rows: ReadModelStore,
  filter: RowFilter,
  key: readonly string[],
): AsyncGenerator<Row> {
  let after: readonly RowValue[] | undefined;
  for (;;) {
    const page: readonly Row[] = await rows.list({
      ...{ ...filter, orderBy: key, limit: rowsAtOnce },
      ...(after !== undefined && { after }),
    });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < rowsAtOnce) return;
    after = key.map((column) => last[column] ?? null);
  }
}

const keyOf = ({ table }: Projection, row: Row): RowKey => {
  const key: Record<string, string | number> = {};
  for (const column of table.key) {
    const value = row[column];
    if (value !== undefined && value !== null) key[column] = value;
  }
  return key;
};

const textOf = ({ table }: Projection, row: Row | undefined): string =>
  JSON.stringify(row === undefined ? null : Object.keys(table.columns).map((column) => row[column] ?? null));

/**
 * The keys of rows that differ, each read once; no more than are looked at again. Rows that one side lacks wait until
 * the other side has gone by.
 */
const differing = async (
  projection: Projection,
  live: AsyncGenerator<Row>,
  made: AsyncGenerator<Row>,
): Promise<readonly RowKey[]> => {
  const found: RowKey[] = [];
  const waiting = { live: new Map<string, Row>(), made: new Map<string, Row>() };
  const meet = (side: 'live' | 'made', row: Row): void => {
    const others = side === 'live' ? waiting.made : waiting.live;
    const key = keyOf(projection, row);
    const name = JSON.stringify(key);
    const other = others.get(name);
    if (other === undefined) waiting[side].set(name, row);
    else if (textOf(projection, row) !== textOf(projection, other)) found.push(key);
    others.delete(name);
  };
  const alone = (): readonly Row[] => [...waiting.live.values(), ...waiting.made.values()];
  let [one, other] = [await live.next(), await made.next()];
  while (one.done !== true || other.done !== true) {
    if (one.done !== true) {
      meet('live', one.value);
      one = await live.next();
    }
    if (other.done !== true) {
      meet('made', other.value);
      other = await made.next();
    }
    if (found.length + waiting.live.size + waiting.made.size > mostDoubts) break;
  }
  return [...found, ...alone().map((row) => keyOf(projection, row))];
};

/** Those rows of some that differ still. */
const stillDiffering = async (
  { kept, projection }: VerifyParts,
  made: ReadModelStore,
  keys: readonly RowKey[],
): Promise<readonly RowKey[]> => {
  const { name } = projection.table;
  const left: RowKey[] = [];
  for (const key of keys) {
    const [is, ought] = [await kept.rows.get(name, key), await made.get(name, key)];
    if (textOf(projection, is) !== textOf(projection, ought)) left.push(key);
  }
  return left;
};

/** The checkpoint of the rows that are read. Throws `rows-absent`, and `rows-corrupt` where their table is damaged. */
const liveOf = async (kept: ProjectedRows, ref: ProjectionRef): Promise<Checkpoint> => {
  const found = (await kept.rowCheckpoints()).find((each) => isSame(each, ref));
  if (found === undefined) throw storeError('rows-absent', { projection: ref.name });
  if (isDamagedTable(found.fault)) throw pausedFault(found);
  return found;
};

/**
 * Whether the rows that are read are those of the events. They may move meanwhile: what differs is looked at again once
 * the others have come as far, until the rows stood still while they were looked at.
 */
const areEqual = async (parts: VerifyParts, made: ProjectedRows, ref: ProjectionRef): Promise<boolean> => {
  const { kept, projection, namespace } = parts;
  const fresh = freshRows(parts, made, ref);
  const [filter, { key }] = [ofNamespace(projection, namespace), projection.table];
  let { position } = await liveOf(kept, ref);
  await fresh.to(position);
  let left = await differing(projection, inOrder(kept.rows, filter, key), inOrder(made.rows, filter, key));
  for (let round = 0; left.length > 0 && round < mostRounds; round += 1) {
    const now = (await liveOf(kept, ref)).position;
    if (now === position) return false;
    position = now;
    await fresh.to(position);
    left = await stillDiffering(parts, made.rows, left);
  }
  return left.length === 0;
};

/** Makes the rows of a projection from the events in a temporary file, and compares them with those that are read. */
export const verifyRows = async (parts: VerifyParts): Promise<VerifiedProjection> => {
  const { kept, projection } = parts;
  const { name, version } = projection;
  const ref = { name, version, slot: 'live' } as const;
  await liveOf(kept, ref);
  const parked = await parkedIn(kept, projection);
  const verified: Projection = {
    ...projection,
    failurePolicy: 'pause',
    changes: (projected) => (parked.has(projected.event.position) ? [] : projection.changes(projected)),
  };
  const { temporaryRows } = await import('../../infrastructure/sqlite/temporary-rows.js');
  const made = await temporaryRows([verified]);
  try {
    await made.rowCheckpoints();
    const equal = await areEqual(parts, made, ref);
    const { table, where } = ofNamespace(projection, parts.namespace);
    return { name, version, rows: await kept.rows.count({ table, where }), equal };
  } finally {
    await made.close();
  }
};
