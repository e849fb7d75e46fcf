import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { conectared, emenet } from '../../../src/index.js';
import {
  startLoopbackServer,
  type FaultRule,
  type LoopbackServer,
} from '../../support/eventstoredb/server/loopback-server.js';
import { proof } from '../../support/proof.js';
import { lives, simulated, sleeps } from './simulated-year.js';

/**
 * What goes wrong with a call, and is over soon; the appends of some were stored all the same. An answer that never comes is
 * waited for by the quarter of a minute: `prove:faults` has those.
 */
const faults: readonly FaultRule[] = [
  { on: 'append', fault: { kind: 'reset', committed: true }, stream: 'complaint-' },
  { on: 'append', fault: { kind: 'reset', committed: false } },
  { on: 'append', fault: { kind: 'timeout', committed: true } },
  { on: 'append', fault: { kind: 'late-reply', ms: 20 }, times: 2 },
  { on: 'append', fault: { kind: 'busy' } },
  { on: 'read', fault: { kind: 'reset' } },
  { on: 'read', fault: { kind: 'late-reply', ms: 20 }, times: 2 },
  { on: 'read', fault: { kind: 'not-ready' } },
  { on: 'subscribe', fault: { kind: 'reset-later', afterEvents: 1 } },
  { on: 'subscribe', fault: { kind: 'end', afterEvents: 0 } },
  { on: 'subscribe', fault: { kind: 'repeat-event', afterEvents: 0 } },
];

const { numRuns, seed = 20_261_127 } = proof(6, 0.03);
/** Complaints of a year: what comes together shares its wake-ups. */
const together = 6;

describe('a simulated year on a server of EventStoreDB that two hosts share', () => {
  let server: LoopbackServer;
  beforeAll(async () => {
    server = await startLoopbackServer();
  });
  afterAll(() => server.stop());

  it(
    `has each warning, breach and level exactly once, though calls fail (seed ${seed})`,
    async () => {
      let years = 0;
      let clocks = 0;
      let turns = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(lives, { minLength: together, maxLength: together }),
          sleeps,
          fc.infiniteStream(fc.nat(faults.length * 3)),
          async (complaints, asleep, drawn) => {
            years += 1;
            const namespace = `y${String(years)}-`;
            const disturb = async (): Promise<void> => {
              turns += 1;
              const [next = 0] = drawn.take(1);
              const fault = faults[next];
              if (fault === undefined) return;
              const { stream } = fault;
              const own = { ...fault, ...(stream !== undefined && { stream: `${namespace}${stream}` }) };
              await server.fault(own);
            };
            const options = {
              store: server.connectionString,
              rows: 'memory:',
              namespace,
              rowsTimeout: 120_000,
            } as const;
            const profile = years % 2 === 0 ? emenet : conectared;
            const year = await simulated({ profile, place: { options, disturb }, complaints, asleep });
            await server.clearFaults();
            clocks += year.clocks;
          },
        ),
        { seed, numRuns: Math.ceil(numRuns / together), endOnFailure: true },
      );
      const { struck } = await server.observed();
      process.stderr.write(`${clocks} clocks, ${turns} turns, ${struck} faults\n`);
      expect(clocks).toBeGreaterThan(numRuns);
      expect(struck).toBeGreaterThan(turns / 20);
    },
    Math.max(240_000, numRuns * 30_000),
  );
});
