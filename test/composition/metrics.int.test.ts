import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { asBilling, asCustomerService, asUser } from '../../src/application/commands/actors.js';
import type { Quejas } from '../../src/composition/quejas.js';
import { defineProjection } from '../../src/projections/runtime/define-projection.js';
import { openMetricsText } from '../../src/queries/metrics/open-metrics.js';
import { readOpenMetrics, type ReadFamily } from '../support/open-metrics.js';
import { hours, opened, removeScratch, report, storeKinds } from './opened.js';

afterAll(removeScratch);

const staff = asCustomerService('cs-1');

const skipping = defineProjection({
  ...{ name: 'skipping', version: 1, failurePolicy: 'skip' },
  columns: { channel: 'text' },
  key: ['channel'],
  on: {
    Filed: () => {
      throw new Error('never');
    },
  },
});

/** Two complaints, one of them assigned, one repeat, one refusal. */
const lived = async (quejas: Quejas): Promise<readonly string[]> => {
  const first = await quejas.file(report('cmd-1'), staff);
  const second = await quejas.file(report('cmd-2', { contract: 'c-2' }), staff);
  await quejas.file(report('cmd-1'), staff);
  if (!first.ok || !second.ok) throw new Error('refused');
  await quejas.complaint(first.folio).assignTechnician({ commandId: 'cmd-3', technician: 'rt-3' }, staff);
  await quejas.complaint(first.folio).close({ commandId: 'cmd-4' }, staff);
  await quejas.runProcesses();
  return [first.folio, second.folio];
};

const valueOf = (
  families: readonly ReadFamily[],
  sample: string,
  labels: Readonly<Record<string, string>> = {},
): number | undefined =>
  families
    .flatMap(({ samples }) => samples)
    .find(
      (each) =>
        each.name === sample && Object.entries(labels).every(([name, value]) => each.labels[name] === value),
    )?.value;

const promtool = spawnSync('promtool', ['--version']).status === 0;

/** The same for a parser of Prometheus's own text, whose counters are named as their samples are. */
const asPrometheusText = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line !== '# EOF' && !line.startsWith('# UNIT'))
    .join('\n')
    .replaceAll(
      /^# (TYPE|HELP) (quejas_(?:commands|refusals|appends|appended_events)) /gmu,
      '# $1 $2_total ',
    );

describe.each(storeKinds)('metrics of an open store in %s', (kind) => {
  it('count commands, appends, open complaints, deadlines and rows, in strict OpenMetrics', async () => {
    const { quejas, time } = await opened(kind, { projections: [skipping] });
    await lived(quejas);
    const now = readOpenMetrics(await quejas.metrics());
    expect(valueOf(now, 'quejas_commands_total', { command: 'file', outcome: 'accepted' })).toBe(2);
    expect(valueOf(now, 'quejas_commands_total', { command: 'file', outcome: 'duplicate' })).toBe(1);
    expect(valueOf(now, 'quejas_commands_total', { command: 'assignTechnician', outcome: 'accepted' })).toBe(
      1,
    );
    expect(valueOf(now, 'quejas_commands_total', { command: 'close', outcome: 'refused' })).toBe(1);
    expect(valueOf(now, 'quejas_refusals_total', { command: 'close' })).toBe(1);
    expect(valueOf(now, 'quejas_command_duration_seconds_count')).toBeGreaterThanOrEqual(5);
    const { filed, open, byStatus } = await quejas.totals();
    expect([filed, open]).toEqual([2, 2]);
    for (const status of ['acknowledged', 'inProgress', 'pending', 'held', 'resolved'] as const)
      expect(valueOf(now, 'quejas_open_complaints', { status })).toBe(byStatus[status]);
    expect(valueOf(now, 'quejas_overdue_complaints')).toBe(0);
    expect(valueOf(now, 'quejas_projection_parked_events', { projection: 'skipping' })).toBe(2);
    expect(valueOf(now, 'quejas_projection_lag_events', { projection: 'queues' })).toBe(0);
    expect(valueOf(now, 'quejas_unrecorded_due_seconds')).toBe(0);
    const { total } = await quejas.queue('customer-service', staff, {});
    expect(valueOf(now, 'quejas_queue_complaints', { queue: 'customer-service' })).toBe(total);
    const stored = (await quejas.store.readAll({ limit: 1_000 })).events.length;
    expect(valueOf(now, 'quejas_store_events')).toBe(stored);
    expect(valueOf(now, 'quejas_appended_events_total')).toBe(stored);

    time.forward(hours(24 * 30));
    const later = readOpenMetrics(await quejas.metrics());
    expect(valueOf(later, 'quejas_overdue_complaints')).toBe(2);
    expect(valueOf(later, 'quejas_unrecorded_due_seconds')).toBeGreaterThan(3_600);
    await quejas.close();
  });

  it('count as overdue what is owed to an ended complaint, which the board of open ones leaves out', async () => {
    const { quejas, time } = await opened(kind);
    const filed = await quejas.file(report('cmd-1', { kind: 'clarification', subject: 'billing' }), staff);
    if (!filed.ok) throw new Error(filed.code);
    const complaint = quejas.complaint(filed.folio);
    const pesos = (amount: number) => ({ amount, currency: 'MXN' });
    const granted = await complaint.grantCompensation(
      { commandId: 'cmd-2', reason: 'goodwill', proportionalRefund: pesos(9_000), bonus: pesos(0) },
      asBilling('b-1'),
    );
    const user = asUser('s-1', { verified: true });
    const ended = await complaint.withdraw({ commandId: 'cmd-3', reason: 'no-longer-wanted' }, user);
    expect([granted.ok, ended.ok]).toEqual([true, true]);
    time.forward(hours(24 * 60));
    const { open, overdue } = await quejas.sla();
    expect([open, overdue.complaints]).toEqual([0, 0]);
    const metrics = readOpenMetrics(await quejas.metrics());
    expect(valueOf(metrics, 'quejas_overdue_complaints')).toBe(1);
    await quejas.close();
  });

  it('name no folio and no person, and carry no value that stands in an event', async () => {
    const { quejas } = await opened(kind);
    const folios = await lived(quejas);
    const text = await quejas.metrics();
    const told = ['s-1', 'c-1', 'c-2', 'cs-1', 'rt-3', 'Planted', '229 555', 'example.com'];
    for (const word of [...folios, ...told]) expect(text).not.toContain(word);
    const labels = readOpenMetrics(text).flatMap(({ samples }) =>
      samples.flatMap((each) => Object.keys(each.labels)),
    );
    expect([...new Set(labels)].sort()).toEqual([
      ...[
        'code',
        'command',
        'hours',
        'le',
        'outcome',
        'process',
        'projection',
        'provider',
        'queue',
        'status',
      ],
      'version',
    ]);
    await quejas.close();
  });

  it('say that rows are paused, and wait for none', async () => {
    const { quejas } = await opened(kind);
    await lived(quejas);
    await quejas.pauseProjection('queues');
    await quejas.file(report('cmd-9'), staff);
    const paused = readOpenMetrics(await quejas.metrics());
    expect(valueOf(paused, 'quejas_projection_paused', { projection: 'queues' })).toBe(1);
    expect(valueOf(paused, 'quejas_projection_paused', { projection: 'case-status' })).toBe(0);
    expect(valueOf(paused, 'quejas_projection_lag_events', { projection: 'queues' })).toBeGreaterThanOrEqual(
      2,
    );
    await quejas.close();
  });

  (promtool ? it : it.skip)('are taken by promtool, as OpenMetrics and by the rules for names', async () => {
    const { quejas } = await opened(kind);
    await lived(quejas);
    const text = await quejas.metrics();
    await quejas.close();
    const folder = mkdtempSync(join(tmpdir(), 'quejas-metrics-'));
    try {
      const stamped = text.replaceAll(/^(quejas_[^\n]*)$/gmu, '$1 1795000000');
      writeFileSync(join(folder, 'metrics.txt'), stamped);
      const blocks = ['tsdb', 'create-blocks-from', 'openmetrics', 'metrics.txt', 'blocks'];
      const taken = spawnSync('promtool', blocks, { cwd: folder, encoding: 'utf8' });
      expect({ status: taken.status, stderr: taken.stderr }).toEqual({ status: 0, stderr: '' });
      const linted = spawnSync('promtool', ['check', 'metrics'], {
        input: asPrometheusText(text),
        encoding: 'utf8',
      });
      expect({ status: linted.status, stderr: linted.stderr }).toEqual({ status: 0, stderr: '' });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('metrics of a store that was opened without rows', () => {
  it('tell what this program does, and leave out what stands in rows', async () => {
    const { quejas } = await opened('memory', { rows: 'none' });
    await quejas.file(report('cmd-1'), staff);
    const families = readOpenMetrics(await quejas.metrics());
    expect(valueOf(families, 'quejas_commands_total', { command: 'file' })).toBe(1);
    expect(families.find(({ name }) => name === 'quejas_open_complaints')?.samples).toEqual([]);
    await quejas.close();
  });
});

describe('the reader that metrics are tried by', () => {
  const good = openMetricsText(
    [{ name: 'a_seconds', help: 'A "b" \\ c\nd', type: 'gauge', unit: 'seconds', samples: [{ value: 1.5 }] }],
    { provider: 'a"b\\c\nd' },
  );

  it('reads what was written, escapes and all', () => {
    expect(readOpenMetrics(good)).toMatchObject([
      { name: 'a_seconds', unit: 'seconds', samples: [{ labels: { provider: 'a"b\\c\nd' }, value: 1.5 }] },
    ]);
  });

  it.each([
    ['has no end', (text: string) => text.replace('# EOF\n', '')],
    ['has something after its end', (text: string) => `${text}\n`],
    ['has a metric twice', (text: string) => text.replace('# EOF', '# TYPE a_seconds gauge\n# EOF')],
    ['has a sample twice', (text: string) => text.replace('# EOF', `${text.split('\n')[3] ?? ''}\n# EOF`)],
    [
      'has a name without its unit',
      (text: string) => text.replace('UNIT a_seconds seconds', 'UNIT a_seconds bytes'),
    ],
    ['has a counter without its suffix', (text: string) => text.replace('gauge', 'counter')],
    ['has a number that is none', (text: string) => text.replace('1.5', 'NaN!')],
  ])('refuses an exposition that %s', (_what, broken) => {
    expect(() => readOpenMetrics(broken(good))).toThrow();
  });
});
