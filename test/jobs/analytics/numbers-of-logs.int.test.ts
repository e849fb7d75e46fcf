import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { openQuejas } from '../../../src/composition/open-quejas.js';
import type { Quejas } from '../../../src/composition/quejas.js';
import { instantOf, millisecondsOf, type Instant } from '../../../src/domain/kernel/instant.js';
import { xesFile } from '../../../src/infrastructure/xes/index.js';
import { asCustomerService, type SlaView } from '../../../src/index.js';
import { exportAnalytics } from '../../../src/jobs/analytics/index.js';
import { importLog, mappingFor, shippedMappings, surveyLog } from '../../../src/jobs/import/index.js';
import type { LogCase } from '../../../src/application/ports/event-log.js';
import { countedByHand, figuresByHand } from '../../composition/board-by-hand.js';
import { listOf } from '../../interfaces/cli/json-fields.js';
import { readOpenMetrics } from '../../support/open-metrics.js';
import { proof } from '../../support/proof.js';
import { describeWithShared, sharedFile } from '../../support/shared.js';
import { countByLines } from '../import/count-by-lines.js';
import { askDuckDb } from './duckdb.js';
import {
  clocksByLines,
  linesIn,
  mappingOf,
  readLines,
  shapes,
  statusesByLines,
  writeMadeLog,
  type Shape,
} from './made-logs.js';
import { rowsOf } from './simulated.js';

const folder = mkdtempSync(join(tmpdir(), 'quejas-numbers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { seed = Math.floor(Math.random() * 2 ** 31) } = proof(1);
const staff = asCustomerService('cs-1');
const dayMs = 86_400_000;

/** Instants between two others, drawn from the seed. */
const instantsBetween = (from: number, to: number, many: number): readonly Instant[] => {
  let state = seed % 2_147_483_647;
  return Array.from({ length: many }, () => {
    state = (state * 48_271 + 11) % 2_147_483_647;
    return instantOf(from + (state % (to - from)));
  }).sort();
};

async function* upTo(cases: AsyncIterable<LogCase>, at: Instant): AsyncGenerator<LogCase> {
  for await (const each of cases) {
    const events = each.events.filter(({ timestamp }) => timestamp <= at);
    if (events.length > 0) yield { ...each, events };
  }
}

const tally = (words: readonly (string | null | undefined)[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word ?? ''] = (counts[word ?? ''] ?? 0) + 1;
  return counts;
};

const isNotZero = ([, count]: readonly [string, number]): boolean => count > 0;

/** The board equals what the log says, line by line. */
const mustEqualLines = (board: SlaView, path: string, shape: Shape, at: Instant): void => {
  const { shifts } = shape;
  const asOf = millisecondsOf(at);
  const cases = linesIn(path)
    .map((lines) => lines.filter((line) => line.at <= asOf))
    .filter(({ length }) => length > 0);
  const read = cases.map((lines) => readLines(lines, shape, asOf));
  expect(countedByHand(board)).toEqual(figuresByHand(read, shifts));
  const { underWay, ...others } = statusesByLines(cases);
  const { acknowledged, inProgress, pending, held, resolved, closed } = board.byStatus;
  expect({ underWay: acknowledged + inProgress, pending, held, resolved, closed }).toEqual({
    ...{ underWay, ...others },
  });
  const { repair, pauses } = clocksByLines(cases, asOf);
  if (cases.length > 0) expect(board.clocks.find(({ clock }) => clock === 'C-07')).toMatchObject(repair);
  expect(board.pauses.toSorted((a, b) => (a.reason < b.reason ? -1 : 1))).toEqual(
    pauses.toSorted((a, b) => (a.reason < b.reason ? -1 : 1)),
  );
  for (const side of ['area', 'technician', 'channel', 'kind', 'municipality'] as const)
    for (const part of board.by[side])
      expect({ side, ...countedByHand(part) }).toEqual({
        side,
        ...figuresByHand(
          read.filter((each) => each[side] === part.value),
          shifts,
        ),
      });
  for (const part of board.by.cause)
    expect(countedByHand(part)).toEqual(
      figuresByHand(
        read.filter(({ causes }) => (Array.isArray(causes) ? causes[0] : null) === part.value),
        shifts,
      ),
    );
};

/** What is exported as of then tells the same numbers as the board, in each of its forms. */
const mustBeExported = async (
  quejas: Quejas,
  board: SlaView,
  asOf: { readonly at?: Instant; readonly knownAt?: Instant },
): Promise<void> => {
  const dir = mkdtempSync(join(folder, 'tables-'));
  await exportAnalytics(quejas, dir, { ...asOf, salt: 'numbers', folios: true });
  const complaints = rowsOf(dir, 'complaints');
  const clocks = rowsOf(dir, 'clocks');
  const events = rowsOf(dir, 'events');
  expect(tally(complaints.map(({ status }) => status))).toEqual(
    Object.fromEntries(Object.entries(board.byStatus).filter(isNotZero)),
  );
  expect(complaints).toHaveLength(board.filed);
  const open = complaints.filter(({ ending }) => ending === 'open');
  expect(open.map(({ folio }) => folio).sort()).toEqual(board.items.map(({ folio }) => folio).sort());
  for (const side of ['area', 'channel', 'municipality'] as const)
    expect({ side, filed: tally(complaints.map((row) => row[side])) }).toEqual({
      side,
      filed: Object.fromEntries(board.by[side].map(({ value, filed }) => [value ?? '', filed])),
    });
  expect(tally(complaints.flatMap(({ causes }) => causes?.split('|') ?? ['']))).toEqual(
    Object.fromEntries(board.by.cause.map(({ value, filed }) => [value ?? '', filed])),
  );
  const ruled = complaints.filter(({ ruling }) => ruling !== 'none');
  expect({ of: ruled.length, count: ruled.filter(({ ruling }) => ruling === 'upheld').length }).toMatchObject(
    { of: board.upheld.of, count: board.upheld.count },
  );
  const stateOf = (clock: string, state: string) =>
    clocks.filter((row) => row['clock'] === clock && row['state'] === state).length;
  for (const { clock, started, met, breached, running, paused, openBreached } of board.clocks)
    expect({
      ...{ clock, started: clocks.filter((row) => row['clock'] === clock).length },
      ...{ met: stateOf(clock, 'met'), breached: stateOf(clock, 'breached') },
      ...{ running: stateOf(clock, 'running'), paused: stateOf(clock, 'paused') },
      openBreached: clocks.filter((row) => row['clock'] === clock && row['open_breached'] === 'true').length,
    }).toEqual({ clock, started, met, breached, running, paused, openBreached });
  expect(tally(rowsOf(dir, 'pauses').map(({ reason }) => reason))).toEqual(
    Object.fromEntries(board.pauses.map(({ reason, pauses }) => [reason, pauses])),
  );
  const parquet = (name: string) => `read_parquet('${join(dir, `${name}.parquet`)}')`;
  const [inParquet] = await askDuckDb(
    `SELECT (SELECT count(*) FROM ${parquet('complaints')}) AS complaints,
      (SELECT count(*) FROM ${parquet('complaints')} WHERE ending = 'open') AS open,
      (SELECT count(*) FROM ${parquet('events')}) AS events,
      (SELECT count(*) FROM ${parquet('clocks')} WHERE open_breached) AS late,
      (SELECT count(*) FROM ${parquet('pauses')}) AS pauses`,
  );
  expect(inParquet).toEqual({
    ...{ complaints: String(board.filed), open: String(board.open), events: String(events.length) },
    late: String(board.clocks.reduce((sum, { openBreached }) => sum + openBreached, 0)),
    pauses: String(board.pauses.reduce((sum, { pauses }) => sum + pauses, 0)),
  });
  const ocel: unknown = JSON.parse(readFileSync(join(dir, 'ocel.json'), 'utf8'));
  expect(listOf(ocel, 'events')).toHaveLength(events.length);
  expect(
    listOf(ocel, 'objects').filter((each) => Reflect.get(Object(each), 'type') === 'complaint'),
  ).toHaveLength(board.filed);
  let [traces, told] = [0, 0];
  for await (const each of xesFile(join(dir, 'log.xes')).cases()) {
    traces += 1;
    told += each.events.length;
  }
  expect({ traces, told }).toEqual({ traces: board.filed, told: events.length });
  rmSync(dir, { recursive: true });
};

/** Totals, queues and metrics, which stand in rows, tell the same as the board does now. */
const mustStandInRows = async (quejas: Quejas, board: SlaView): Promise<void> => {
  const { filed, open, closed, byStatus } = await quejas.totals();
  expect({ filed, open, closed, byStatus }).toEqual({
    ...{ filed: board.filed, open: board.open, closed: board.closed, byStatus: board.byStatus },
  });
  const queued = await quejas.queue('all', staff, { limit: 1_000 });
  const isOpen = ({ status }: { readonly status: string }) =>
    !['closed', 'cancelled', 'rejected'].includes(status);
  expect(queued.next).toBeNull();
  expect(
    queued.items
      .filter(isOpen)
      .map(({ folio }) => folio)
      .sort(),
  ).toEqual(board.items.map(({ folio }) => folio).sort());
  const samples = readOpenMetrics(await quejas.metrics()).flatMap((family) => family.samples);
  const metric = (name: string, label: string) =>
    Object.fromEntries(
      samples.filter((each) => each.name === name).map((each) => [each.labels[label] ?? '', each.value]),
    );
  expect({
    ...metric('quejas_open_complaints', 'status'),
    ...metric('quejas_ended_complaints', 'status'),
  }).toEqual(byStatus);
  expect(metric('quejas_overdue_complaints', '')).toEqual({
    '': queued.items.filter(({ deadline }) => deadline === 'breached').length,
  });
  for (const [queue, count] of Object.entries(metric('quejas_queue_complaints', 'queue'))) {
    const named = ['customer-service', 'technical-lead', 'ruling-officer'] as const;
    const known = named.find((each) => each === queue);
    if (known !== undefined) expect((await quejas.queue(known, staff, {})).total).toBe(count);
  }
};

describe.each(shapes)('the numbers of a log of $name', (shape) => {
  const path = join(folder, `${shape.name}.xes`);
  const end = Date.UTC(2026, 2, 20);

  it(`equal its lines on board, in queues and exports, whole and by prefixes (seed ${String(seed)})`, async () => {
    writeMadeLog(path, shape, seed, 60);
    const mapping = mappingOf(shape);
    let now = instantOf(end);
    const quejas = await openQuejas({
      ...{ store: 'memory:', keys: 'memory:', provider: mapping.provider, clock: () => now },
    });
    const log = xesFile(path);
    const instants = instantsBetween(Date.UTC(2026, 0, 27), Date.UTC(2026, 1, 24), 20);
    const known: Instant[] = [];
    for (const at of instants) {
      now = instantOf(millisecondsOf(now) + 60_000);
      const result = await importLog({ quejas, mapping, cases: upTo(log.cases(), at) });
      expect(result).toMatchObject({ refused: [], unmapped: [], differences: 0, noNewFact: 0 });
      known.push(now);
      const board = await quejas.sla({ at, items: 10_000 });
      mustEqualLines(board, path, shape, at);
    }
    now = instantOf(millisecondsOf(now) + dayMs);
    await importLog({ quejas, mapping, cases: log.cases() });
    await quejas.catchUp();
    const board = await quejas.sla({ items: 10_000 });
    mustEqualLines(board, path, shape, now);
    await mustStandInRows(quejas, board);
    await mustBeExported(quejas, board, {});
    for (const [place, at] of instants.entries()) {
      const knownAt = known[place];
      if (knownAt === undefined) throw new Error('not known');
      const then = await quejas.sla({ at, items: 10_000 });
      mustEqualLines(then, path, shape, at);
      expect(await quejas.sla({ at, knownAt, items: 10_000 })).toEqual(then);
      await mustBeExported(quejas, then, place % 2 === 0 ? { at } : { at, knownAt });
    }
    await quejas.close();
  }, 300_000);
});

describeWithShared('data/helpdesk.xes.gz')('the numbers of the log of the help desk', () => {
  it(`equal its lines as of twenty instants, and those of its exports (seed ${String(seed)})`, async () => {
    const path = sharedFile('data/helpdesk.xes.gz');
    const log = xesFile(path);
    const mapping = mappingFor(await surveyLog(log), shippedMappings);
    let now = instantOf(Date.UTC(2014, 1, 1));
    const quejas = await openQuejas({
      ...{ store: 'memory:', keys: 'memory:', provider: mapping.provider, clock: () => now },
    });
    const instants = instantsBetween(Date.UTC(2010, 1, 1), Date.UTC(2014, 0, 1), 20);
    const half = instants[10];
    if (half === undefined) throw new Error('no instants');
    await importLog({ quejas, mapping, cases: upTo(log.cases(), half) });
    const knownAt = now;
    const { standing } = countByLines(path, [...instants, now]);
    const inLines = standing.map(({ open, closed }) => ({ open, closed }));
    expect((await quejas.sla({ at: half })).open).toBe(inLines[10]?.open);
    now = instantOf(millisecondsOf(now) + dayMs);
    await importLog({ quejas, mapping, cases: log.cases() });
    await quejas.catchUp();
    for (const [place, at] of instants.entries()) {
      const { open, closed, filed } = await quejas.sla({ at });
      expect({ at, open, closed, filed }).toEqual({ at, ...inLines[place], filed: open + closed });
    }
    const then = await quejas.sla({ at: half, items: 10_000 });
    expect(await quejas.sla({ at: half, knownAt, items: 10_000 })).toEqual(then);
    await mustBeExported(quejas, then, { at: half, knownAt });
    const board = await quejas.sla({ items: 10_000 });
    expect({ open: board.open, closed: board.closed }).toEqual(inLines.at(-1));
    await mustStandInRows(quejas, board);
    await mustBeExported(quejas, board, {});
    await quejas.close();
  }, 600_000);
});
