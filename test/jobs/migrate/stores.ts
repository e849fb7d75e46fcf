import fc from 'fast-check';
import { canonicalize } from 'json-canonicalize';
import type { AppendRequest, EventStore, StoredEvent } from '../../../src/application/ports/event-store.js';
import { randomFrom } from '../../../src/testing/event-store-contract/random.js';
import { sampleAppend } from '../../../src/testing/event-store-contract/samples.js';

const names = ['complaint-a', 'complaint-b', 'folio-CR', 'policy-p', 'mx-complaint-a', 'subject-s'] as const;

/** Appends to a few streams, one after the other, with content that stores have stumbled over. */
export const histories = fc
  .array(fc.record({ name: fc.constantFrom(...names), size: fc.integer({ min: 1, max: 4 }) }), {
    maxLength: 12,
  })
  .chain((steps) => fc.integer().map((seed) => historyOf(steps, seed)));

const historyOf = (
  steps: readonly { readonly name: string; readonly size: number }[],
  seed: number,
): readonly AppendRequest[] => {
  const random = randomFrom(seed);
  return steps.map(({ name, size }, index) =>
    sampleAppend(name, `command-${String(index)}`, 'any', size, {
      data: random.object(2),
      ...(random.chance(2) && { sealed: { 's-1': random.text() } }),
    }),
  );
};

/** A long one, of all streams in turn. */
export const longHistory = (seed: number, length: number): readonly AppendRequest[] =>
  historyOf(
    Array.from({ length }, (_, index) => ({
      name: names[index % names.length] ?? names[0],
      size: 1 + (index % 4),
    })),
    seed,
  );

/** A step like any other. */
export const step = (stream: string, command: string, size = 1): AppendRequest =>
  sampleAppend(stream, command, 'any', size);

export const fillWith = async (store: EventStore, history: readonly AppendRequest[]): Promise<void> => {
  for (const request of history) await store.append(request);
};

export const everythingIn = async (store: EventStore): Promise<readonly StoredEvent[]> =>
  (await store.readAll({ limit: 10_000 })).events;

/** Everything in a store but its positions, which are its own. */
export const contentOf = async (store: EventStore): Promise<readonly string[]> =>
  (await everythingIn(store)).map((event) => canonicalize({ ...event, position: undefined }));

export const sizeOf = (history: readonly AppendRequest[]): number =>
  history.reduce((sum, { events }) => sum + events.length, 0);

/** A store that is gone after so many appends: before the last of them is kept, or after it but before that is said. */
export const goneAfter = (store: EventStore, appends: number, kept: boolean): EventStore => {
  let left = appends;
  const gone = Object.assign(new Error('gone'), { code: 'store-unavailable' });
  return {
    ...store,
    append: async (request) => {
      if (left === 0 && !kept) throw gone;
      const outcome = await store.append(request);
      if (left === 0) throw gone;
      left -= 1;
      return outcome;
    },
  };
};
