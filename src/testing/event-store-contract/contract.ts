import type { Projection } from '../../application/ports/projection.js';
import { broken } from './assert.js';
import { closing } from './closing.js';
import { concurrency } from './concurrency.js';
import { duplicates } from './duplicates.js';
import { expectations } from './expectations.js';
import { inlineRows } from './inline-rows.js';
import type { Ability, Law, LawGroup, Subject } from './law.js';
import { order } from './order.js';
import { randomFrom } from './random.js';
import { reading } from './reading.js';
import { refusals } from './refusals.js';
import { roundTrip } from './round-trip.js';
import { rowQueries } from './row-queries.js';

/** Everything that holds for an event store, by what it protects. */
export const eventStoreLaws: readonly LawGroup[] = [
  expectations,
  concurrency,
  duplicates,
  order,
  reading,
  roundTrip,
  refusals,
  closing,
  inlineRows,
  rowQueries,
];

/** How to make the store under test, and what is asked of it. */
export interface StoreUnderTest {
  /** Makes a new store without any event. */
  readonly make: (inline?: readonly Projection[]) => Promise<Subject> | Subject;
  /** What it can do (default: all). Laws that need more are left out. */
  readonly abilities?: readonly Ability[];
  /** Where random histories begin (default 1): the same seed gives the same calls. */
  readonly seed?: number;
  /** How many random histories each law about them tries (default 20). */
  readonly runs?: number;
}

const usualRuns = 20;

/** Tries one law on a store of its own. Throws an error that says what was found, and from which seed. */
export const tryLaw = async (
  law: Law,
  { make, seed = 1, runs = usualRuns }: StoreUnderTest,
): Promise<void> => {
  const opened: Subject[] = [];
  const opening = async (subject: Subject | Promise<Subject>): Promise<Subject> => {
    const ready = await subject;
    opened.push(ready);
    return ready;
  };
  const reopen = async (subject: Subject): Promise<Subject> => {
    if (subject.reopen === undefined) throw broken('the store cannot be opened anew');
    await subject.store.close();
    return opening(subject.reopen());
  };
  try {
    await law.holds({ open: (inline) => opening(make(inline)), reopen, random: randomFrom(seed), runs });
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new Error(`${law.name}: ${found} (seed ${String(seed)})`, { cause: error });
  } finally {
    for (const { store } of opened) await store.close();
    for (const { dispose } of opened) await dispose?.();
  }
};

/** The store under test, and the test runner it is tried in. */
export interface ContractOptions extends StoreUnderTest {
  /** As in jest, vitest and node:test. */
  readonly describe: (name: string, body: () => void) => unknown;
  /** As in jest, vitest and node:test; it waits for the promise. */
  readonly it: (name: string, body: () => Promise<void>) => unknown;
}

const allAbilities: readonly Ability[] = ['reopen', 'inline-rows'];

/**
 * Tries a store against everything that holds for an event store (design: promise 7), under any test runner:
 *
 * ```ts
 * eventStoreContract({ describe, it, make: () => ({ store: myEventStore() }), abilities: [] });
 * ```
 */
export const eventStoreContract = ({ describe, it, ...subject }: ContractOptions): void => {
  const { abilities = allAbilities } = subject;
  for (const { name, laws } of eventStoreLaws) {
    const tried = laws.filter(({ needs }) => needs === undefined || abilities.includes(needs));
    if (tried.length === 0) continue;
    describe(name, () => {
      for (const law of tried) it(law.name, () => tryLaw(law, subject));
    });
  }
};
