import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { asCustomerService, conectared, openQuejas } from '../../../src/index.js';
import { instantOf, type Instant } from '../../../src/domain/kernel/instant.js';
import { builtFile } from '../../support/built.js';
import { proof } from '../../support/proof.js';
import { removeScratch, report, scratchFolder } from '../../composition/opened.js';

const { numRuns, seed = 20_261_127 } = proof(2, 0.02);
const child = join(__dirname, 'children/waker.mjs');
const complaints = 25;
const begun = Date.UTC(2026, 2, 2, 16);
const minute = 60_000;
/** Before the first of it is due, at that instant, after it, and long after. */
const instants = [23, 24, 31, 20 * 60, 3 * 24 * 60].map((minutes) => instantOf(begun + minutes * minute));
const types = ['SlaWarned', 'SlaBreached', 'Escalated'];

describe('a program that is killed, or stopped and continued, while it records what is due', () => {
  let dist = '';
  beforeAll(() => {
    dist = pathToFileURL(builtFile('/')).href;
  }, 300_000);
  afterAll(removeScratch);

  const opened = (folder: string, clock: () => Instant) =>
    openQuejas({
      store: `sqlite:${join(folder, 'q.db')}`,
      keys: `file:${join(folder, 'keys', 'k.db')}`,
      provider: conectared,
      clock,
    });

  const filled = async (): Promise<string> => {
    const folder = scratchFolder();
    const quejas = await opened(folder, () => instantOf(begun));
    for (let each = 1; each <= complaints; each += 1) {
      const id = `0198c000-0000-7000-8000-${String(each).padStart(12, '0')}`;
      const filed = await quejas.file(
        { ...report(id), receivedAt: undefined, contract: `c-${each}` },
        asCustomerService('cs-1'),
      );
      if (!filed.ok) throw new Error(filed.code);
    }
    await quejas.close();
    return folder;
  };

  /** What is recorded, in whatever order, after everything that is due was. */
  const endOf = async (folder: string): Promise<readonly string[]> => {
    const quejas = await opened(folder, () => instants.at(-1) ?? instantOf(begun));
    await quejas.runDue();
    const { events } = await quejas.events({ limit: 10_000, types });
    await quejas.close();
    return events
      .map(({ stream, type, occurredAt, data }) => JSON.stringify([stream, type, occurredAt, data]))
      .sort();
  };

  const started = (folder: string) => {
    const places = [`sqlite:${join(folder, 'q.db')}`, `file:${join(folder, 'keys', 'k.db')}`];
    const host = spawn(process.execPath, [child, dist, ...places, ...instants], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<void>((resolve) => host.on('close', () => resolve()));
    const ready = new Promise<void>((resolve) => host.stdout.once('data', () => resolve()));
    return { host, ended, ready };
  };

  it(
    `has recorded each thing once in the end (seed ${seed}, ${numRuns} runs)`,
    async () => {
      const undisturbed = await endOf(await filled());
      expect(undisturbed.length).toBeGreaterThan(complaints * 10);
      const random = xoroshiro128plus(seed);
      const below = (limit: number): number => Math.abs(random.next()) % limit;
      for (let run = 0; run < numRuns; run += 1) {
        const folder = await filled();
        for (let kill = 0; kill < 3; kill += 1) {
          const { host, ended, ready } = started(folder);
          await ready;
          await pause(below(400));
          host.kill('SIGKILL');
          await ended;
        }
        const { host, ended, ready } = started(folder);
        await ready;
        await pause(below(200));
        host.kill('SIGSTOP');
        // A program that was stopped within a transaction holds the file; then the other waits its turn.
        const first = await endOf(folder).catch(() => undefined);
        host.kill('SIGCONT');
        await ended;
        expect(await endOf(folder)).toEqual(undisturbed);
        if (first !== undefined) expect(first).toEqual(undisturbed);
      }
    },
    Math.max(240_000, numRuns * 60_000),
  );
});
