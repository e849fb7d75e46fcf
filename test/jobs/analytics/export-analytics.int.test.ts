import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Quejas } from '../../../src/composition/quejas.js';
import { exportAnalytics } from '../../../src/jobs/analytics/index.js';
import type { Script } from '../../../src/jobs/simulate/index.js';
import type { StoredEvent } from '../../../src/application/ports/event-store.js';
import { listOf, textOf } from '../../interfaces/cli/json-fields.js';
import { rowsOf, simulated } from './simulated.js';

let scratch = '';
let quejas: Quejas;
let script: Script;
let all: readonly StoredEvent[] = [];

const folder = (name: string): string => join(scratch, name);

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'quejas-analytics-'));
  ({ quejas, script } = await simulated(7));
  const { events } = await quejas.events({ limit: 10_000 });
  all = events.filter(({ stream }) => stream.startsWith('complaint-'));
}, 120_000);

afterAll(async () => {
  await quejas.close();
  rmSync(scratch, { recursive: true, force: true });
});

const tally = (words: readonly (string | null | undefined)[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word ?? ''] = (counts[word ?? ''] ?? 0) + 1;
  return counts;
};

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('tables for analysts', () => {
  it('hold as many events, complaints, visits and acts of money as the store does, and the same sums', async () => {
    const dir = folder('numbers');
    const { files } = await exportAnalytics(quejas, dir, { formats: ['csv'] });
    const events = rowsOf(dir, 'events');
    expect(all.length).toBeGreaterThan(500);
    expect(events).toHaveLength(all.length);
    expect(tally(events.map(({ event_type }) => event_type))).toEqual(tally(all.map(({ type }) => type)));
    expect(events.map(({ occurred_at }) => occurred_at).sort()).toEqual(
      all.map(({ occurredAt }) => String(occurredAt)).sort(),
    );
    const ofType = (...types: readonly string[]) => all.filter(({ type }) => types.includes(type));
    expect(rowsOf(dir, 'complaints')).toHaveLength(ofType('Filed').length);
    const visits = new Set(
      all
        .filter(({ type }) => type === 'VisitRequested' || type === 'VisitScheduled')
        .map(({ stream, data }) => `${stream} ${JSON.stringify(data['visit'])}`),
    );
    expect(visits.size).toBeGreaterThan(5);
    expect(rowsOf(dir, 'visits')).toHaveLength(visits.size);
    const amountOf = ({ data }: StoredEvent, field: string): number => {
      const money: unknown = data[field];
      return typeof money === 'object' && money !== null ? Number(Reflect.get(money, 'amount')) : 0;
    };
    const granted = ofType('CompensationGranted');
    expect(granted.length).toBeGreaterThan(3);
    expect(ofType('CompensationCorrected')).toEqual([]);
    const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);
    const held = rowsOf(dir, 'compensation').filter(({ holds }) => holds === 'true');
    for (const [column, field] of [
      ['refund_minor', 'proportionalRefund'],
      ['bonus_minor', 'bonus'],
    ] as const) {
      const stored = sum(granted.map((event) => amountOf(event, field)));
      expect(sum(held.map((row) => Number(row[column])))).toBe(stored);
      expect(sum(rowsOf(dir, 'complaints').map((row) => Number(row[column])))).toBe(stored);
    }
    for (const { name, sha256: told } of files) expect(sha256(join(dir, name))).toBe(told);
    expect(readdirSync(dir).sort()).toEqual(files.map(({ name }) => name).sort());
  });

  it('tell of statuses and clocks what the board tells, now, at an instant and as known at one', async () => {
    const half = all[Math.floor(all.length / 2)];
    if (half === undefined) throw new Error('no events');
    for (const [name, asOf] of [
      ['now', {}],
      ['at', { at: half.occurredAt }],
      ['known', { knownAt: half.recordedAt }],
    ] as const) {
      const dir = folder(`board-${name}`);
      await exportAnalytics(quejas, dir, { formats: ['csv'], ...asOf });
      const board = await quejas.sla(asOf);
      const complaints = rowsOf(dir, 'complaints');
      expect({ ...board.byStatus, ...tally(complaints.map(({ status }) => status)) }).toEqual(board.byStatus);
      expect(complaints.filter(({ ending }) => ending === 'open')).toHaveLength(board.open);
      const runs = rowsOf(dir, 'clocks');
      for (const { clock, started, met, breached, running, paused, openBreached } of board.clocks) {
        const own = runs.filter((run) => run['clock'] === clock);
        const inState = (state: string) => own.filter((run) => run['state'] === state).length;
        expect({
          ...{ clock, started: own.length, met: inState('met'), breached: inState('breached') },
          ...{ running: inState('running'), paused: inState('paused') },
          openBreached: own.filter(({ open_breached }) => open_breached === 'true').length,
        }).toEqual({ clock, started, met, breached, running, paused, openBreached });
      }
      for (const { clock, basis, n, p50Ms } of board.durations) {
        const took = runs
          .filter((run) => run['clock'] === clock && run['open_ms'] !== null)
          .map((run) => Number(run[basis === 'open' ? 'open_ms' : 'elapsed_ms']))
          .sort((one, other) => one - other);
        expect({ clock, n: took.length, p50Ms: took[Math.ceil(took.length / 2) - 1] }).toEqual({
          clock,
          n,
          p50Ms,
        });
      }
    }
  });

  it('hold no value that is personal, and no name that the host goes by', async () => {
    const dir = folder('personal');
    await exportAnalytics(quejas, dir);
    const told = readdirSync(dir)
      .map((name) => readFileSync(join(dir, name), 'latin1'))
      .join('\n');
    const words = new Set<string>();
    const collect = (field: string, value: unknown): void => {
      if (typeof value === 'string') {
        if (
          !/^(?:description|remedySought|question|answer|explanation|forUser|reasons|note|name|phone|email|ref|contract|technician|visitor|commandId|statement|comment|report|address|reference)$/u.test(
            field,
          )
        )
          return;
        words.add(value);
        for (const word of value.split(/\s+/u)) if (word.length > 9) words.add(word);
      } else if (typeof value === 'object' && value !== null)
        for (const [name, inner] of Object.entries(value)) collect(name, inner);
    };
    for (const { input, by } of script) {
      collect('', input);
      words.add(by.actor);
    }
    const known = readFileSync(join(dir, 'dictionary.md'), 'utf8');
    const asked = [...words].filter((word) => word.length > 3 && !known.includes(word));
    expect(asked.length).toBeGreaterThan(500);
    expect(asked.filter((word) => told.includes(Buffer.from(word).toString('latin1')))).toEqual([]);
    for (const { data } of all) {
      const { folio } = data;
      if (typeof folio === 'string') expect(told).not.toContain(folio);
    }
  });

  it('tell folios where they are asked for', async () => {
    const dir = folder('folios');
    await exportAnalytics(quejas, dir, { formats: ['csv'], folios: true });
    const assigned = all.filter(({ type }) => type === 'FolioAssigned').map(({ data }) => data['folio']);
    expect(rowsOf(dir, 'complaints').map(({ folio }) => folio)).toEqual(assigned);
  });

  it('are the same bytes by the same salt, and have other pseudonyms by none', async () => {
    const [one, other, third] = await Promise.all(
      (['salt', 'salt', undefined] as const).map((salt, index) =>
        exportAnalytics(quejas, folder(`salt-${String(index)}`), salt === undefined ? {} : { salt }),
      ),
    );
    expect(other?.files).toEqual(one?.files);
    const named = (index: number, column: string) =>
      rowsOf(folder(`salt-${String(index)}`), 'complaints').map((row) => row[column] ?? null);
    expect(third?.files.map(({ rows }) => rows)).toEqual(one?.files.map(({ rows }) => rows));
    for (const column of ['complaint', 'subscriber', 'contract', 'technician']) {
      const known = new Set(named(0, column).filter((name) => name !== null));
      expect(known.size).toBeGreaterThan(3);
      expect(named(2, column).filter((name) => name !== null && known.has(name))).toEqual([]);
    }
  });

  it('hold the events of a span of time, and the complaints that they are of, whole', async () => {
    const sorted = all.map(({ occurredAt }) => occurredAt).sort();
    const [from, to] = [sorted[Math.floor(sorted.length / 3)], sorted[Math.floor(sorted.length / 2)]];
    if (from === undefined || to === undefined) throw new Error('no events');
    const dir = folder('span');
    await exportAnalytics(quejas, dir, { formats: ['csv'], from, to });
    const within = all.filter(({ occurredAt }) => occurredAt >= from && occurredAt < to);
    expect(rowsOf(dir, 'events')).toHaveLength(within.length);
    const complaints = rowsOf(dir, 'complaints');
    expect(complaints).toHaveLength(new Set(within.map(({ stream }) => stream)).size);
    const streams = new Set(within.map(({ stream }) => stream));
    expect(complaints.reduce((sum, { events }) => sum + Number(events), 0)).toBe(
      all.filter(({ stream }) => streams.has(stream)).length,
    );
  });

  it('name every column in the dictionary, and leave none empty that is said to be filled', async () => {
    const dir = folder('dictionary');
    const { files } = await exportAnalytics(quejas, dir, { formats: ['csv'] });
    const read: unknown = JSON.parse(readFileSync(join(dir, 'dictionary.json'), 'utf8'));
    expect(read).toMatchObject({ format: 'quejas-analytics', provider: 'conectared', at: null });
    const told = listOf(read, 'tables').map((table) => ({
      name: textOf(table, 'name'),
      columns: listOf(table, 'columns').map((column) => ({
        name: textOf(column, 'name'),
        nullable: Reflect.get(Object(column), 'nullable') === true,
      })),
    }));
    expect(told.map(({ name }) => `${name}.csv`)).toEqual(
      files.map(({ name }) => name).filter((name) => name.endsWith('.csv')),
    );
    for (const { name, columns } of told) {
      const rows = rowsOf(dir, name);
      expect(rows.length).toBeGreaterThan(0);
      expect(Object.keys(rows[0] ?? {})).toEqual(columns.map((column) => column.name));
      for (const column of columns)
        if (!column.nullable)
          expect({ column, empty: rows.filter((row) => row[column.name] === null) }).toEqual({
            column,
            empty: [],
          });
    }
  });
});

describe('the folder of an export', () => {
  it('is refused where it holds something else, and left as it was', async () => {
    const dir = folder('taken');
    mkdirSync(dir);
    writeFileSync(join(dir, 'events.csv'), 'mine');
    await expect(exportAnalytics(quejas, dir)).rejects.toMatchObject({ code: 'folder-taken' });
    expect(readdirSync(dir)).toEqual(['events.csv']);
    expect(readFileSync(join(dir, 'events.csv'), 'utf8')).toBe('mine');
  });

  it('is refused where a file was added to an export', async () => {
    const dir = folder('added');
    await exportAnalytics(quejas, dir, { formats: ['csv'] });
    writeFileSync(join(dir, 'notes.txt'), 'mine');
    await expect(exportAnalytics(quejas, dir)).rejects.toMatchObject({
      ...{ code: 'folder-taken', details: { dir, name: 'notes.txt' } },
    });
  });

  it('is replaced where it holds an export, and what a killed export began is taken away', async () => {
    const dir = folder('again');
    await exportAnalytics(quejas, dir, { formats: ['csv'], salt: 'one' });
    writeFileSync(join(dir, '.events.csv.quejas-part'), 'half');
    const { files } = await exportAnalytics(quejas, dir, { formats: ['csv'], salt: 'two' });
    expect(readdirSync(dir).sort()).toEqual(files.map(({ name }) => name).sort());
    for (const { name, sha256: told } of files) expect(sha256(join(dir, name))).toBe(told);
  });

  it('keeps an earlier export whole, and nothing of its own, where it is stopped', async () => {
    const dir = folder('stopped');
    const { files } = await exportAnalytics(quejas, dir, { formats: ['csv'] });
    const stop = new AbortController();
    const stopped = exportAnalytics(quejas, dir, {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('stopped')),
    });
    await expect(stopped).rejects.toThrow('stopped');
    expect(readdirSync(dir).sort()).toEqual(files.map(({ name }) => name).sort());
    for (const { name, sha256: told } of files) expect(sha256(join(dir, name))).toBe(told);
    const absent = folder('absent');
    const never = new AbortController();
    never.abort(new Error('never'));
    await expect(exportAnalytics(quejas, absent, { signal: never.signal })).rejects.toThrow('never');
    expect(existsSync(absent) ? readdirSync(absent) : []).toEqual([]);
  });

  it.each([
    ['formats', { formats: ['xls'] }],
    ['formats', { formats: [] }],
    ['from', { from: 'ayer' }],
    ['to', { from: '2026-03-02T00:00:00Z', to: '2026-03-01T00:00:00Z' }],
    ['salt', { salt: '' }],
    ['format', { format: ['csv'] }],
  ])('is not even made where the option %s does not hold', async (option, given: object) => {
    const dir = folder('invalid');
    await expect(exportAnalytics(quejas, dir, given)).rejects.toMatchObject({
      ...{ code: 'option-invalid', details: { option } },
    });
    expect(existsSync(dir)).toBe(false);
  });
});
