import { expect, it } from '@jest/globals';
import type { Clients } from '../../support/eventstoredb/clients.js';
import { proof } from '../../support/proof.js';
import { liveLongDay } from './long-day.js';
import { watchdogBound } from './scaled-tuning.js';

const { numRuns: periods, seed = Math.floor(Math.random() * 2 ** 31) } = proof(60);

/** What fits beside the proof in the process that runs it: caches fill, code is compiled. */
const roomForOthers = 12 * 1024 * 1024;

/** The server's process shares the machine with this one. */
const slowness = 3;

export const holdsForADayWith = (clients: Clients): void => {
  it(
    `brings every event once and in order, without a stall, through ${String(periods)} periods of its watchdog`,
    async () => {
      const day = await liveLongDay(clients, periods, seed);
      const told = `seed ${String(seed)}: ${JSON.stringify(day)}`;
      if (process.env['QUEJAS_PROOF_RUNS'] !== undefined) process.stdout.write(`${told}\n`);
      expect({ ...day, told }).toMatchObject({
        handled: day.appended,
        outOfTurn: undefined,
        openAtEnd: 1,
        openAfterClose: 0,
        told,
      });
      expect([day.longestStall, told]).toEqual([Math.min(day.longestStall, slowness * watchdogBound), told]);
      expect([day.growth, told]).toEqual([Math.min(day.growth, roomForOthers), told]);
      expect(day.restarts).toBeGreaterThan(0);
    },
    60_000 + periods * 2_000,
  );
};
