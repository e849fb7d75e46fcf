import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf } from '../../src/application/errors/code-of.js';
import { openQuejas, type OpenQuejasOptions } from '../../src/composition/open-quejas.js';
import type { Quejas } from '../../src/composition/quejas.js';
import { asCustomerService } from '../../src/index.js';
import { conectared } from '../../src/domain/provider/conectared.js';
import { defineProjection } from '../../src/projections/runtime/define-projection.js';
import { fieldOf } from '../interfaces/cli/json-fields.js';
import { builtFile } from '../support/built.js';
import { tableContents } from '../support/table-contents.js';
import { opened, removeScratch, report, scratchFolder } from './opened.js';

afterAll(removeScratch);

const staff = asCustomerService('cs-1');

/** How many filings our read model has been given here. */
let projected = 0;

const byChannel = defineProjection({
  ...{ name: 'by-channel', version: 1 },
  columns: { channel: 'text', filed: 'integer' },
  key: ['channel'],
  on: {
    Filed: ({ data }, rows) => {
      projected += 1;
      return rows.add({ channel: data.channel }, { filed: 1 });
    },
  },
});

let filings = 0;
const file = async (quejas: Quejas): Promise<void> => {
  filings += 1;
  const result = await quejas.file(
    report(`r-${String(filings)}`, { contract: `c-${String(filings)}` }),
    staff,
  );
  if (!result.ok) throw new Error(result.code);
};

const fileMany = async (quejas: Quejas, count: number): Promise<void> => {
  for (let done = 0; done < count; done += 50)
    await Promise.all(Array.from({ length: Math.min(50, count - done) }, () => file(quejas)));
};

/** How many were filed, as two read models tell, one of them ours and one of the library's. */
const told = async (quejas: Quejas): Promise<readonly number[]> => [
  (await quejas.rows(byChannel).find({ channel: 'phone' }))?.filed ?? 0,
  (await quejas.totals()).filed,
];

/** Reads until it is told to end; what only grows must never shrink, and no read may fail. */
const readers = (quejas: Quejas) => {
  let isOver = false;
  let reads = 0;
  const goBack: string[] = [];
  const read = async (): Promise<void> => {
    let before: readonly number[] = [0, 0];
    while (!isOver) {
      const now = await told(quejas);
      if (now.some((count, place) => count < (before[place] ?? 0)))
        goBack.push(`${before.join('/')} -> ${now.join('/')}`);
      before = now;
      reads += 1;
      await setImmediate();
    }
  };
  const reading = Promise.all([read(), read()]);
  reading.catch(() => undefined);
  return {
    end: async () => {
      isOver = true;
      await reading;
      return { reads, goBack };
    },
  };
};

describe.each([
  ['in a file', 'sqlite', {}],
  ['in memory', 'memory', {}],
  ['apart from their events, in memory', 'memory', { rows: 'memory:' }],
] as const)(
  'a rebuild while commands are written, rows %s',
  (_where, kind, rows: Partial<OpenQuejasOptions>) => {
    it('fails no read and shows none of the past, and loses nothing, over and over and cancelled', async () => {
      const { quejas } = await opened(kind, { ...rows, projections: [byChannel] });
      await fileMany(quejas, 400);
      await quejas.start();
      const writer = { isOver: false };
      let written = 400;
      const writing = (async () => {
        while (!writer.isOver) {
          await file(quejas);
          written += 1;
          await setImmediate();
        }
      })();
      const reading = readers(quejas);
      for (const name of ['by-channel', 'case-totals', 'by-channel', 'case-totals']) {
        const before = written;
        await quejas.rebuildProjection(name);
        while (written < before + 5) await setImmediate();
      }
      for (let turns = 1; turns <= 4; turns += 1) {
        const controller = new AbortController();
        const rebuilding = quejas.rebuildProjection('by-channel', { signal: controller.signal }).then(
          () => 'ended',
          (fault: unknown) => codeOf(fault),
        );
        for (let turn = 0; turn < turns * 3; turn += 1) await setImmediate();
        controller.abort();
        expect(['ended', 'rebuild-cancelled']).toContain(await rebuilding);
      }
      writer.isOver = true;
      await writing;
      const { reads, goBack } = await reading.end();
      expect(goBack).toEqual([]);
      expect(reads).toBeGreaterThan(20);
      expect(await told(quejas)).toEqual([written, written]);
      for (const name of ['by-channel', 'case-totals'])
        expect(await quejas.verifyProjection(name)).toMatchObject({ equal: true });
      expect((await quejas.projections()).map(({ state }) => state)).not.toContain('rebuilding');
      await quejas.close();
    }, 120_000);
  },
);

describe('a rebuild of rows in a file that another process has open too', () => {
  let dist = '';
  beforeAll(() => {
    dist = pathToFileURL(builtFile('/')).href;
  }, 300_000);

  const place = () => {
    const folder = scratchFolder();
    const path = join(folder, 'quejas.db');
    const parts = { store: `sqlite:${path}`, keys: `file:${join(folder, 'keys', 'k.db')}` } as const;
    return {
      path,
      parts,
      open: () => openQuejas({ ...parts, provider: conectared, projections: [byChannel] }),
    };
  };

  const child = ({ store, keys }: ReturnType<typeof place>['parts'], what: string, given: string) => {
    const host: ChildProcess = spawn(
      process.execPath,
      [join(__dirname, 'children/rebuilder.mjs'), dist, store, keys, what, given],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    let output = '';
    host.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const exit = once(host, 'exit');
    return {
      begun: async () => {
        while (!output.includes('begun\n')) await setTimeout(10);
      },
      end: async (): Promise<unknown> => {
        host.stdin?.end('end\n');
        await exit;
        return JSON.parse(output.replace('begun\n', ''));
      },
      killed: async (): Promise<unknown> => {
        await exit;
        return { signal: host.signalCode, output };
      },
    };
  };

  it('fails no read while another process writes, and the switch loses nothing that it wrote', async () => {
    const { parts, open } = place();
    const quejas = await open();
    await fileMany(quejas, 200);
    const writer = child(parts, 'write', 'w');
    await writer.begun();
    const reading = readers(quejas);
    const began = Date.now();
    const written = async () => ((await told(quejas))[0] ?? 0) - 200;
    // Two seconds, and longer where the other process gets little of a busy machine.
    while (Date.now() < began + 2_000 || (await written()) <= 5)
      for (const name of ['by-channel', 'case-totals']) await quejas.rebuildProjection(name);
    const ended = await writer.end();
    expect(ended).toMatchObject({ failed: [] });
    expect(await reading.end()).toMatchObject({ goBack: [] });
    const done = Number(fieldOf(ended, 'done'));
    expect(done).toBeGreaterThan(5);
    expect(await told(quejas)).toEqual([200 + done, 200 + done]);
    for (const name of ['by-channel', 'case-totals'])
      expect(await quejas.verifyProjection(name)).toMatchObject({ equal: true });
    await quejas.close();
  }, 120_000);

  it('by another process fails no read and no command here, and goes on from where it was killed', async () => {
    const { path, parts, open } = place();
    const quejas = await open();
    await fileMany(quejas, 1_300);
    const other = child(parts, 'rebuild', '');
    await other.begun();
    const reading = readers(quejas);
    await fileMany(quejas, 300);
    expect(await other.end()).toMatchObject({ failed: [] });
    expect(await reading.end()).toMatchObject({ goBack: [] });
    const killed = await child(parts, 'die', '900').killed();
    expect(killed).toEqual({ signal: 'SIGKILL', output: '' });
    const left = (await quejas.projections()).find(({ state }) => state === 'rebuilding');
    expect(left).toMatchObject({ name: 'by-channel', position: expect.any(String) });
    await file(quejas);
    expect(await told(quejas)).toEqual([1_601, 1_601]);
    projected = 0;
    await quejas.start();
    while ((await quejas.projections()).some(({ state }) => state === 'rebuilding')) await setTimeout(5);
    expect(projected).toBeLessThan(1_200);
    const { by_channel_v1: resumed, case_totals_v1: totals } = tableContents(path);
    expect(resumed).toHaveLength(1);
    expect(await told(quejas)).toEqual([1_601, 1_601]);
    for (const name of ['by-channel', 'case-totals']) await quejas.rebuildProjection(name);
    const afresh = tableContents(path);
    expect({ resumed, totals }).toEqual({
      resumed: afresh['by_channel_v1'],
      totals: afresh['case_totals_v1'],
    });
    expect(await quejas.verifyProjection('by-channel')).toMatchObject({ equal: true });
    await quejas.close();
  }, 120_000);
});
