import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { moveInto } from '../../../src/infrastructure/sqlite/copy-file.js';
import { sqliteEventStore } from '../../../src/infrastructure/sqlite/index.js';
import { fillStore } from './samples.js';
import { temporaryFolder } from './temporary.js';

let folder = temporaryFolder();
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const names = () => readdirSync(folder.path('.')).sort();

const eventsIn = async (name: string): Promise<number> => {
  const store = sqliteEventStore({ path: folder.path(name), readOnly: true });
  const { ok, events } = await store.checkIntegrity();
  await store.close();
  return ok ? events : -1;
};

/** Two stores of 5 and of 9 events, both copied to one place at the same time. */
const copiedTwice = async (replace: boolean) => {
  const [small, large] = ['small.db', 'large.db'].map((name) =>
    sqliteEventStore({ path: folder.path(name) }),
  );
  if (small === undefined || large === undefined) throw new Error('two stores');
  await fillStore(small, 5);
  await fillStore(large, 9);
  const outcomes = await Promise.allSettled(
    [small, large].map((store) => store.backUp(folder.path('copy.db'), { replace })),
  );
  await small.close();
  await large.close();
  return outcomes;
};

describe('two copies to one place at the same time', () => {
  it('do not write into each other: one is there, whole, and the other one is refused', async () => {
    const outcomes = await copiedTwice(false);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'store-exists' },
    });
    const kept = outcomes[0]?.status === 'fulfilled' ? 5 : 9;
    expect(await eventsIn('copy.db')).toBe(kept);
    expect(names().filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('both succeed where they may replace: one of them is there, whole', async () => {
    const outcomes = await copiedTwice(true);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect([5, 9]).toContain(await eventsIn('copy.db'));
    expect(names().filter((name) => name.includes('partial'))).toEqual([]);
  });
});

describe('what a copy left behind whose process was killed', () => {
  const killed = 'copy.db.0198c000-0000-7000-8000-000000000001.partial';
  const underWay = 'copy.db.0198c000-0000-7000-8000-000000000002.partial';
  const another = 'other.db.0198c000-0000-7000-8000-000000000003.partial';

  it('is taken away by the next copy to that place; a copy under way, or to another place, is not', async () => {
    const longAgo = new Date('2026-01-01T00:00:00Z');
    for (const name of [killed, `${killed}-journal`, underWay, another]) {
      writeFileSync(folder.path(name), 'half a copy');
      if (name !== underWay) utimesSync(folder.path(name), longAgo, longAgo);
    }
    const store = sqliteEventStore({ path: folder.path('store.db') });
    await fillStore(store, 3);
    await store.backUp(folder.path('copy.db'));
    await store.close();
    expect(names()).toEqual(['copy.db', underWay, another, 'store.db']);
  });
});

describe('a finished copy is put in its place', () => {
  const failing = (code: string) => () => {
    throw Object.assign(new Error('no link'), { code });
  };
  const finished = () => {
    writeFileSync(folder.path('finished'), 'copy');
    return folder.path('finished');
  };
  const place = () => folder.path('place');
  const links = [
    ['where files may have two names', undefined],
    ['where the file system knows no links', failing('EPERM')],
  ] as const;

  it.each(links)('if that is free, %s', (_name, link) => {
    moveInto(finished(), place(), false, link);
    expect(readFileSync(place(), 'utf8')).toBe('copy');
    expect(names()).toEqual(['place']);
  });

  it.each(links)('a finished copy is never put over what came there meanwhile, %s', (_name, link) => {
    writeFileSync(place(), 'something else');
    expect(() => moveInto(finished(), place(), false, link)).toThrow(
      expect.objectContaining({ code: 'store-exists' }),
    );
    expect(readFileSync(place(), 'utf8')).toBe('something else');
  });

  it('over what is there where it may be replaced', () => {
    writeFileSync(place(), 'something else');
    moveInto(finished(), place(), true);
    expect(readFileSync(place(), 'utf8')).toBe('copy');
    expect(names()).toEqual(['place']);
  });

  it('a disk that fails is no file system without links', () => {
    expect(() => moveInto(finished(), place(), false, failing('EIO'))).toThrow(
      expect.objectContaining({ code: 'EIO' }),
    );
    expect(names()).toEqual(['finished']);
  });
});
