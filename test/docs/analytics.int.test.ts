import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportAnalytics } from '../../src/jobs/analytics/index.js';
import type { SlaView } from '../../src/queries/board/sla.js';
import { askDuckDb } from '../jobs/analytics/duckdb.js';
import { simulated } from '../jobs/analytics/simulated.js';

/** The queries of a guide, each with the sentence above it. */
const queriesOf = (guide: string): readonly (readonly [sentence: string, sql: string])[] =>
  [
    ...readFileSync(join(__dirname, '../../docs/guides', guide), 'utf8').matchAll(
      /([^\n]+):\n\n```sql\n([^`]+)```/gu,
    ),
  ].map(([, sentence = '', sql = '']) => [sentence, sql]);

let dir = '';
let board: SlaView;

const ask = (sql: string) => askDuckDb(sql.replaceAll(/'(\w+\.parquet)'/gu, `'${dir}/$1'`));

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'quejas-guide-'));
  const { quejas } = await simulated(17);
  await exportAnalytics(quejas, dir, { formats: ['parquet'] });
  board = await quejas.sla();
  await quejas.close();
}, 120_000);

afterAll(() => rmSync(dir, { recursive: true, force: true }));

const guides = ['analytics.md', 'analytics.es.md'] as const;

describe.each(guides)('the queries of %s', (guide) => {
  it('are eleven', () => {
    expect(queriesOf(guide)).toHaveLength(11);
  });

  it.each(queriesOf(guide))(`${guide}: %s`, async (_sentence, sql) => {
    const rows = await ask(sql);
    // What is due in the next day may be nothing; every other question has an answer.
    if (!sql.includes('INTERVAL 1 DAY')) expect(rows.length).toBeGreaterThan(0);
  });

  it(`${guide}: what was met is what the board says, to the last digit`, async () => {
    const [, sql = ''] =
      queriesOf(guide).find(([, each]) => each.includes('percent_met_counting_open')) ?? [];
    const told = (await ask(sql)).map((row) => [
      row['clock'],
      ...[row['met'], row['open_late']].map(Number),
      row['percent_met'],
      row['percent_met_counting_open'],
    ]);
    expect(told).toEqual(
      board.clocks.map(({ clock, met, openBreached, percentMet, percentMetCountingOpenBreached }) => [
        ...[clock, met, openBreached, percentMet, percentMetCountingOpenBreached],
      ]),
    );
  });

  it(`${guide}: how long it took is what the board says`, async () => {
    const [, sql = ''] = queriesOf(guide).find(([, each]) => each.includes('quantile_disc')) ?? [];
    const hours = (basis: string, of: 'p50Ms' | 'p95Ms', clock: unknown) =>
      (board.durations.find((each) => each.clock === clock && each.basis === basis)?.[of] ?? NaN) / 3.6e6;
    for (const row of await ask(sql)) {
      const { clock } = row;
      expect([row['p50_business_h'], row['p95_business_h'], row['p50_h'], row['p95_h']]).toEqual([
        ...[hours('open', 'p50Ms', clock), hours('open', 'p95Ms', clock)],
        ...[hours('elapsed', 'p50Ms', clock), hours('elapsed', 'p95Ms', clock)],
      ]);
    }
  });
});
