import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { copyStore } from '../../../src/jobs/migrate/copy-store.js';
import { memoryEventStore } from '../../../src/infrastructure/memory/index.js';
import { sqliteEventStore } from '../../../src/infrastructure/sqlite/index.js';
import { temporaryFolder } from '../../infrastructure/sqlite/temporary.js';
import { contentOf, everythingIn, fillWith, goneAfter, histories, sizeOf, step } from './stores.js';

let folder = temporaryFolder();
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

describe('a copy of one file to another', () => {
  it('goes on where it was cut off, with the file closed and opened between, and is equal', async () => {
    let trial = 0;
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(), fc.boolean(), async (history, at, kept) => {
        fc.pre(history.length > 0);
        trial += 1;
        const [source, target] = [`${String(trial)}-from.db`, `${String(trial)}-to.db`].map(folder.path);
        if (source === undefined || target === undefined) return;
        const made = sqliteEventStore({ path: source });
        await fillWith(made, history);
        await made.close();

        const from = sqliteEventStore({ path: source, readOnly: true, mustExist: true });
        const cut = at % history.length;
        const first = sqliteEventStore({ path: target });
        await expect(copyStore({ from, to: goneAfter(first, cut, kept) })).rejects.toThrow('gone');
        await first.close();

        const to = sqliteEventStore({ path: target });
        expect(await copyStore({ from, to })).toMatchObject({
          events: sizeOf(history),
          skipped: sizeOf(history.slice(0, kept ? cut + 1 : cut)),
        });
        // Positions too: a file numbers its events as they come.
        expect(await everythingIn(to)).toEqual(await everythingIn(from));
        await Promise.all([from.close(), to.close()]);
      }),
      { numRuns: 15 },
    );
  });

  it('is the same in memory and back: the hash says so', async () => {
    const from = sqliteEventStore({ path: folder.path('from.db') });
    await fillWith(from, [
      step('complaint-a', 'one', 2),
      step('folio-CR', 'two'),
      step('complaint-a', 'three'),
    ]);
    const between = memoryEventStore();
    const to = sqliteEventStore({ path: folder.path('to.db') });
    const out = await copyStore({ from, to: between });
    expect(await copyStore({ from: between, to })).toEqual(out);
    expect(await contentOf(to)).toEqual(await contentOf(from));
    await Promise.all([from.close(), to.close()]);
  });
});
