import { minuteMs } from '../../domain/kernel/durations.js';
import type { ComplaintEvents, ComplaintEventType } from '../../domain/complaint/events.js';
import { instantOf, readInstant } from '../../domain/kernel/instant.js';
import { copyOfOption, copyOfPart } from '../../application/errors/option-faults.js';
import type { StoredEvent } from '../../application/ports/event-store.js';
import type { ProjectedEvent } from '../../application/ports/projection.js';
import type { Row } from '../../application/ports/read-model-store.js';
import { isJsonObject } from '../../application/schema/json-object.js';
import { cardFold } from './card-fold.js';
import { scopeColumn } from './complaint-scope.js';
import type { Columns, DefinedProjection, RowOf } from './define-projection.js';
import { foldChanges } from './fold-changes.js';
import { mustBeEvents, mustBeProjection, mustBeRows } from './given-faults.js';
import { tableOf } from './table.js';

/** An event that a read model is tried with; what is not said is as usual. */
export type GivenEvent = {
  readonly [Type in ComplaintEventType]: {
    readonly type: Type;
    /** As much of the event's data as the test is about. */
    readonly data?: Partial<ComplaintEvents[Type]>;
    /** Which complaint it is of (default: the one filed last; a `Filed` begins another one). */
    readonly complaint?: number;
    /** UTC instant (default: a minute after the event before it). */
    readonly occurredAt?: string;
  };
}[ComplaintEventType];

/** What a read model is asked after some events. */
export interface GivenEvents {
  /** Fails with the difference where the rows are not exactly these, in whatever order. */
  readonly then: <Of extends Columns, Key extends keyof Of & string>(
    projection: DefinedProjection<Of, Key>,
    rows: readonly RowOf<Of>[],
  ) => void;
}

const start = Date.UTC(2026, 2, 2, 16);

const streamOf = (complaint: number): string =>
  `complaint-00000000-0000-7000-8000-${String(complaint).padStart(12, '0')}`;

const storedOf = (given: readonly GivenEvent[]): readonly StoredEvent[] => {
  const revisions = new Map<number, number>();
  let last = 0;
  return given.map(({ type, data = {}, complaint, occurredAt }, index) => {
    last = complaint ?? (type === 'Filed' ? Math.max(0, ...revisions.keys()) + 1 : Math.max(last, 1));
    const revision = (revisions.get(last) ?? -1) + 1;
    revisions.set(last, revision);
    const at = readInstant(occurredAt) ?? instantOf(start + index * minuteMs);
    const commandId = `given-${String(index)}`;
    const metadata = {
      commandId,
      index: 0,
      commandSize: 1,
      correlationId: commandId,
      causationId: commandId,
    };
    const plain: unknown = data;
    return {
      id: commandId,
      type,
      version: 1,
      occurredAt: at,
      zone: 'America/Mexico_City',
      recordedAt: at,
      data: isJsonObject(plain) ? plain : {},
      metadata: { ...metadata, actor: 'cs-1', role: 'customer-service', provider: 'given' },
      stream: streamOf(last),
      revision,
      position: String(index + 1).padStart(16, '0'),
    };
  });
};

/** The rows that these events leave in a read model. Throws what its handlers throw. */
const rowsAfter = <Of extends Columns, Key extends keyof Of & string>(
  projection: DefinedProjection<Of, Key>,
  events: readonly ProjectedEvent[],
): readonly Row[] => {
  const paused = { ...projection, failurePolicy: 'pause' } as const;
  const folded = foldChanges(paused, tableOf(projection.table), events, () => undefined);
  if ('fault' in folded)
    throw new Error(`${projection.name}: ${folded.fault.type ?? ''}: ${folded.fault.message}`);
  return folded.writes.flatMap(({ after }) => {
    if (after === undefined) return [];
    const { [scopeColumn]: _, ...own } = after;
    return [own];
  });
};

/** A cell as it is told; of one that no row can hold what it is, so that no two different ones look alike. */
const toldCell = (cell: unknown): string => {
  if (typeof cell === 'number' || typeof cell === 'bigint')
    return `${String(cell)}${typeof cell === 'bigint' ? 'n' : ''}`;
  return cell === null || typeof cell === 'string' ? JSON.stringify(cell) : `(${typeof cell})`;
};

const inOrder = (rows: readonly object[]): readonly string[] =>
  rows
    .map((row) => {
      const cells = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
      return `{${cells.map(([name, cell]) => `${JSON.stringify(name)}:${toldCell(cell)}`).join(',')}}`;
    })
    .sort();

/**
 * Tries a read model without a store:
 *
 * ```ts
 * given({ type: 'Filed', data: { municipality: 'Xalapa' } }).then(byMunicipality, [{ municipality: 'Xalapa', filed: 1 }]);
 * ```
 */
export const given = (...events: readonly GivenEvent[]): GivenEvents => ({
  then: (projection, rows) => {
    const told = copyOfOption('given', events);
    const [tried, expected] = [copyOfPart('then', projection), copyOfOption('then', rows)];
    mustBeEvents(told);
    mustBeProjection(tried);
    mustBeRows(expected);
    const projected = cardFold().project(storedOf(told), () => []);
    const [found, wanted] = [inOrder(rowsAfter(tried, projected)), inOrder(expected)];
    if (found.join('\n') === wanted.join('\n')) return;
    const missing = wanted.filter((row) => !found.includes(row));
    const extra = found.filter((row) => !wanted.includes(row));
    throw new Error(
      [
        `${tried.name}: the rows are not those expected`,
        ...missing.map((row) => `- ${row}`),
        ...extra.map((row) => `+ ${row}`),
      ].join('\n'),
    );
  },
});
