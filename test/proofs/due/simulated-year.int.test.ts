import { afterAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import fc from 'fast-check';
import { readModelProjector } from '../../../src/composition/open-parts.js';
import { conectared, emenet } from '../../../src/index.js';
import { memoryEventStore } from '../../../src/infrastructure/memory/index.js';
import { proof } from '../../support/proof.js';
import { removeScratch, scratchFolder } from '../../composition/opened.js';
import { lives, simulated, sleeps } from './simulated-year.js';

afterAll(removeScratch);

const memoryStore = () => memoryEventStore({ inline: readModelProjector() });
const fileStore = () => `sqlite:${join(scratchFolder(), 'q.db')}` as const;

const { numRuns, seed = 20_261_127 } = proof(24, 0.25);
/** Complaints of a year: what comes together shares a store and its wake-ups. */
const together = 12;

describe('a simulated year', () => {
  it(
    `has each warning, breach and level exactly once, as stepping by the minute finds them (seed ${seed})`,
    async () => {
      let clocks = 0;
      let lapses = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(lives, { minLength: together, maxLength: together }),
          sleeps,
          fc.boolean(),
          fc.boolean(),
          async (complaints, asleep, isConectared, isSqlite) => {
            const profile = isConectared ? conectared : emenet;
            const place = { options: { store: isSqlite ? fileStore() : memoryStore() } };
            const year = await simulated({ profile, place, complaints, asleep });
            clocks += year.clocks;
            lapses += year.lapses;
          },
        ),
        { seed, numRuns: Math.ceil(numRuns / together), endOnFailure: true },
      );
      process.stderr.write(`${clocks} clocks with something to record, ${lapses} lapses\n`);
      expect(clocks).toBeGreaterThan(numRuns);
    },
    Math.max(120_000, numRuns * 2_000),
  );
});
