import { spawn } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { asCustomerService, conectared, openQuejas } from '../../../src/index.js';
import { codeOf } from '../../../src/application/errors/code-of.js';
import { instantOf, type Instant } from '../../../src/domain/kernel/instant.js';
import { idInStream } from '../../../src/application/identity/stream-name.js';
import type { StoredEvent } from '../../../src/application/ports/event-store.js';
import { alertKey } from '../../../src/domain/complaint/deadlines/keys.js';
import type { DeadlinesEvents } from '../../../src/domain/complaint/deadlines/messages.js';
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
const isAlert = (
  event: StoredEvent,
): event is StoredEvent & { readonly data: DeadlinesEvents['StaffAlerted'] } => event.type === 'StaffAlerted';
const types = ['SlaWarned', 'SlaBreached', 'Escalated'] as const;

describe('a program that is killed, or stopped and continued, while it records what is due', () => {
  let dist = '';
  beforeAll(() => {
    dist = pathToFileURL(builtFile('/')).href;
  }, 300_000);
  afterAll(removeScratch);

  const noticesIn = (folder: string): string => join(folder, 'notices');
  const opened = (folder: string, clock: () => Instant) =>
    openQuejas({
      store: `sqlite:${join(folder, 'q.db')}`,
      keys: `file:${join(folder, 'keys', 'k.db')}`,
      provider: conectared,
      clock,
      staffNotices: {
        deliver: ({ key }) => {
          appendFileSync(noticesIn(folder), `${key}\n`);
          return Promise.resolve();
        },
      },
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

  /** Each thing that staff was told of is recorded once, and was delivered before. */
  const mustHaveTold = async (folder: string): Promise<void> => {
    const delivered = new Set(readFileSync(noticesIn(folder), 'utf8').split('\n'));
    const quejas = await opened(folder, () => instants.at(-1) ?? instantOf(begun));
    const { events } = await quejas.events({ limit: 10_000, types: ['StaffAlerted'] });
    expect(await quejas.runDue()).toMatchObject({ notices: 0 });
    await quejas.close();
    const told = events.filter(isAlert).map(({ stream, data }) => ({
      key: `${idInStream(stream)}:${alertKey(data)}`,
      digest: data.digest,
    }));
    expect(new Set(events.map(({ stream }) => stream)).size).toBe(complaints);
    expect(new Set(told.map(({ key }) => key)).size).toBe(told.length);
    for (const { key, digest } of told) expect(delivered).toContain(digest ?? key);
  };

  const started = (folder: string, atMost: number) => {
    const places = [`sqlite:${join(folder, 'q.db')}`, `file:${join(folder, 'keys', 'k.db')}`];
    const given = [child, dist, ...places, noticesIn(folder), String(atMost), ...instants];
    const host = spawn(process.execPath, given, {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<void>((resolve) => host.on('close', () => resolve()));
    const ready = new Promise<void>((resolve) => host.stdout.once('data', () => resolve()));
    return { host, ended, ready };
  };

  it(
    `has recorded each thing once in the end, and what it told staff once (wolverine#1272, seed ${seed}, ${numRuns} runs)`,
    async () => {
      const undisturbed = await endOf(await filled());
      expect(undisturbed.length).toBeGreaterThan(complaints * 10);
      const random = xoroshiro128plus(seed);
      const below = (limit: number): number => Math.abs(random.next()) % limit;
      for (let run = 0; run < numRuns; run += 1) {
        const folder = await filled();
        const atMost = run % 2 === 0 ? 1_000 : 20;
        for (let kill = 0; kill < 3; kill += 1) {
          const { host, ended, ready } = started(folder, atMost);
          await ready;
          await pause(below(400));
          host.kill('SIGKILL');
          await ended;
        }
        const { host, ended, ready } = started(folder, atMost);
        await ready;
        await pause(below(200));
        host.kill('SIGSTOP');
        // A program that was stopped within a transaction holds the file; then the other waits its turn.
        const first = await endOf(folder).catch((fault: unknown) => {
          if (codeOf(fault) !== 'store-locked') throw fault;
        });
        host.kill('SIGCONT');
        await ended;
        expect(await endOf(folder)).toEqual(undisturbed);
        if (first !== undefined) expect(first).toEqual(undisturbed);
        await mustHaveTold(folder);
      }
    },
    Math.max(240_000, numRuns * 60_000),
  );
});
