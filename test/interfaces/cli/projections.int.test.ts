import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from '@jest/globals';
import { codedError } from '../../../src/application/errors/coded-error.js';
import type { ProjectionStatus, RowsWork } from '../../../src/composition/projections/projections-at-work.js';
import { readModels } from '../../../src/projections/read-models.js';
import { cliFolder, phonedFault } from '../../support/cli-folder.js';
import { readOpenMetrics } from '../../support/open-metrics.js';
import { tableContents } from '../../support/table-contents.js';
import { fakeQuejas } from './fake-quejas.js';
import { keysOf } from './json-fields.js';
import { runWith } from './terminal.js';

const { folder, quejas, json } = cliFolder();

const path = (): string => join(folder(), 'quejas.db');

const filed = async (): Promise<void> => {
  const ran = await quejas(['file', '--input', '-', '--provider', 'conectared'], {
    input: JSON.stringify(phonedFault),
  });
  expect(ran).toMatchObject({ status: 0, stderr: '' });
};

const ours = readModels().map(({ name, version }) => ({ name, version }));

describe('quejas projections on a file', () => {
  it('lists every read model as one array with its keys in order, and changes nothing', async () => {
    await filed();
    const before = tableContents(path());
    const { status, value, stderr } = await json(['projections', 'list']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const found = Array.isArray(value) ? value.map((each: unknown) => each) : [];
    expect(found.length).toBe(ours.length);
    for (const each of found) {
      expect(keysOf(each)).toEqual([
        ...[
          'name',
          'version',
          'state',
          'position',
          'lagEvents',
          'lagBytes',
          'lagSeconds',
          'parked',
          'lastError',
        ],
      ]);
      expect(each).toMatchObject({ state: 'live', lagEvents: 0, lagSeconds: 0, parked: 0, lastError: null });
    }
    expect((await json(['projections', 'verify'])).status).toBe(0);
    expect(tableContents(path())).toEqual(before);
  });

  it('pauses, says so in a list and to a query, and resumes', async () => {
    await filed();
    expect(await quejas(['projections', 'pause', 'case-totals'])).toMatchObject({
      status: 0,
      stdout: 'case-totals está en pausa hasta que se reanude: quejas projections resume case-totals.\n',
    });
    expect(await json(['totals'])).toMatchObject({ status: 3, value: { ok: false, code: 'rows-paused' } });
    expect((await json(['projections', 'list', 'case-totals'])).value).toMatchObject([
      { name: 'case-totals', state: 'paused', lastError: { code: 'paused-by-operator' } },
    ]);
    expect((await quejas(['projections', 'list', '--lang', 'en'])).stdout).toContain(
      'case-totals\t1\tpaused',
    );
    expect((await quejas(['projections', 'resume', 'case-totals'])).status).toBe(0);
    expect(await json(['totals'])).toMatchObject({ status: 0, value: { filed: 1 } });
  });

  it('finds rows that are not those of the events, and mends them by a rebuild or a replay', async () => {
    await filed();
    for (const way of ['rebuild', 'replay']) {
      const raw = new DatabaseSync(path());
      raw.exec('UPDATE case_totals_v1 SET count = count + 1');
      raw.close();
      expect(await json(['projections', 'verify', 'case-totals'])).toMatchObject({
        status: 1,
        value: { name: 'case-totals', version: 1, rows: 2, equal: false },
      });
      expect(await json(['projections', way, 'case-totals', '--projection-version', '1'])).toMatchObject({
        status: 0,
        value: { ok: true, name: 'case-totals', version: 1 },
      });
      expect((await json(['projections', 'verify', 'case-totals'])).value).toMatchObject({ equal: true });
    }
  });

  it('switches to the version that there is, and drops one in use only where that is said', async () => {
    await filed();
    const of = ['case-totals', '--projection-version', '1'];
    expect((await json(['projections', 'switch', ...of])).value).toMatchObject({ ok: true, version: 1 });
    expect(await json(['projections', 'drop', ...of])).toMatchObject({
      status: 1,
      value: { ok: false, code: 'projection-in-use' },
    });
    expect((await json(['projections', 'drop', ...of, '--live'])).status).toBe(0);
    expect(await json(['totals'])).toMatchObject({ status: 0, value: { filed: 1 } });
  });

  it('says what may have been meant, and what is missing, and is wrong use by its exit status', async () => {
    await filed();
    expect(await quejas(['projections', 'pause', 'case-total'])).toMatchObject({
      status: 2,
      stderr:
        'quejas: No hay ninguna proyección «case-total». ¿Quiso decir case-totals? [projection-unknown]\n',
    });
    expect(await json(['projections', 'list', 'queue'])).toMatchObject({ status: 2 });
    expect(await json(['projections', 'rebuild', 'queues', '--projection-version', '77'])).toMatchObject({
      status: 2,
      value: { code: 'projection-unknown' },
    });
    for (const argv of [['pause'], ['drop', 'queues'], ['switch', 'queues']])
      expect(await json(['projections', ...argv])).toMatchObject({
        status: 2,
        value: { code: 'argument-missing' },
      });
    expect(await json(['projections', 'lst'])).toMatchObject({
      status: 2,
      value: { code: 'choice-invalid' },
    });
  });

  it('makes no store where there is none', async () => {
    expect(await json(['projections', 'list'])).toMatchObject({
      status: 3,
      value: { code: 'store-missing' },
    });
  });
});

describe('quejas projections rebuild', () => {
  const statuses = (): Promise<readonly ProjectionStatus[]> => Promise.resolve([]);

  it('hands an interruption on, says that it was cancelled, and closes the store', async () => {
    const controller = new AbortController();
    const untilAborted = (_name: string, { signal }: RowsWork = {}): Promise<void> =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          reject(codedError('rebuild-cancelled', { es: 'Se canceló.', en: 'Cancelled.' }));
        });
        controller.abort();
      });
    const fake = fakeQuejas({ projections: statuses, rebuildProjection: untilAborted });
    const argv = ['projections', 'rebuild', 'queues', '--store', 'memory:', '--json'];
    const ran = await runWith(fake.opener, argv, { signal: controller.signal });
    expect(ran).toMatchObject({ status: 1, json: [{ ok: false, code: 'rebuild-cancelled' }] });
    expect(fake.closed()).toBe(1);
  });

  it('tells an unknown lag as null in JSON and as a question mark to a person', async () => {
    const status: ProjectionStatus = {
      ...{ name: 'queues', version: 3, state: 'behind', position: null, lagEvents: null, lagBytes: 1_234 },
      ...{ lagSeconds: 7.25, parked: 0, lastError: null },
    };
    const fake = fakeQuejas({ projections: () => Promise.resolve([status]) });
    const argv = ['projections', 'list', '--store', 'memory:'];
    expect((await runWith(fake.opener, [...argv, '--json'])).json).toEqual([[status]]);
    expect((await runWith(fake.opener, argv)).stdout).toContain('queues\t3\tatrasada\t?\t1234\t7\t0\t\n');
  });
});

describe('quejas metrics', () => {
  it('prints OpenMetrics text, with --json too, and changes nothing', async () => {
    await filed();
    const before = tableContents(path());
    for (const more of [[], ['--json']]) {
      const { status, stdout, stderr } = await quejas(['metrics', ...more]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const open = readOpenMetrics(stdout).find(({ name }) => name === 'quejas_open_complaints');
      expect(open?.samples.reduce((sum, { value }) => sum + value, 0)).toBe(1);
    }
    expect(tableContents(path())).toEqual(before);
  });
});
