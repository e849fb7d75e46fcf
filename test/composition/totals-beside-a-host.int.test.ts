import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { conectared, openQuejas } from '../../src/index.js';
import { caseTotals } from '../../src/projections/case-totals/projection.js';
import { builtFile } from '../support/built.js';
import { removeScratch, scratchFolder } from './opened.js';

afterAll(removeScratch);

/** What a child wrote, and how it ended. */
const ended = (argv: readonly string[]) => {
  const child = spawn(process.execPath, argv, { stdio: ['pipe', 'pipe', 'pipe'] });
  const told = { out: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => (told.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (told.errors += chunk.toString()));
  const closed = once(child, 'close').then(([status]: unknown[]) => ({ status, ...told }));
  return { child, closed };
};

describe('quejas totals beside a host that files into the same file and keeps a read model of its own', () => {
  it('counts what is there, and neither process disturbs a row of the other', async () => {
    const folder = scratchFolder();
    const store = `sqlite:${join(folder, 'quejas.db')}` as const;
    const keys = `file:${join(folder, 'keys', 'keys.db')}` as const;
    const dist = pathToFileURL(builtFile('/')).href;
    const bin = builtFile('interfaces/cli/bin.js');
    const host = ended([join(__dirname, 'children/filer.mjs'), dist, store, keys]);
    await once(host.child.stdout, 'data');
    const counts: number[] = [];
    for (let look = 0; look < 3; look += 1) {
      const { closed } = ended([bin, 'totals', '--json', '--store', store, '--keys', keys]);
      const { status, out, errors } = await closed;
      expect({ status, errors }).toEqual({ status: 0, errors: '' });
      const totals: unknown = JSON.parse(out);
      counts.push(
        typeof totals === 'object' && totals !== null && 'filed' in totals ? Number(totals.filed) : NaN,
      );
    }
    host.child.stdin.end('end');
    const { status, out, errors } = await host.closed;
    expect({ status, errors }).toEqual({ status: 0, errors: '' });
    const told: unknown = JSON.parse(out.replace(/^begun\n/u, ''));
    const accepted =
      typeof told === 'object' && told !== null && 'accepted' in told ? Number(told.accepted) : NaN;
    expect(told).toEqual({ accepted, failed: [], items: [{ channel: 'phone', filed: accepted }] });
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts.every((count) => count >= 1 && count <= accepted)).toBe(true);

    const quejas = await openQuejas({ store, keys, provider: conectared });
    expect(await quejas.totals()).toMatchObject({ filed: accepted });
    const rows = async () => (await quejas.rows(caseTotals).page({ limit: 1_000 })).items;
    const live = await rows();
    await quejas.rebuildProjection('case-totals');
    expect(await rows()).toEqual(live);
    await quejas.close();
  }, 300_000);
});
