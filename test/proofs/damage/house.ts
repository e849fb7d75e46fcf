import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isCodedError } from '../../../src/application/errors/coded-error.js';
import { loadDriver } from '../../../src/infrastructure/shared/sqlite-driver.js';
import { sqliteEventStore } from '../../../src/infrastructure/sqlite/index.js';
import { asCustomerService, conectared, openQuejas, type Quejas } from '../../../src/index.js';
import { libraryOpener } from '../../../src/interfaces/cli/session/library-opener.js';
import { report } from '../../composition/opened.js';
import { runWith } from '../../interfaces/cli/terminal.js';

const now = '2026-11-24T18:00:00.000Z';
const cs = { ...asCustomerService('cs-1'), verified: true } as const;

/** A folder with a store, its keys, the marks beside them and a back-up, and what an older copy of each was. */
export interface House {
  readonly folder: string;
  readonly folios: readonly string[];
}

/** Files that something happens to, each as often as it stands here. */
export const files = [
  ...['quejas.db', 'quejas.db', 'quejas.db', 'quejas.db-wal', 'quejas.db-wal'],
  ...['secrets/k.db', 'secrets/k.db', 'secrets/k.db.master', 'secrets/k.db.marks'],
] as const;

const openIn = (folder: string, readOnly: boolean): Promise<Quejas> =>
  openQuejas({
    store: `sqlite:${join(folder, 'quejas.db')}`,
    keys: `file:${join(folder, 'secrets', 'k.db')}`,
    provider: conectared,
    clock: () => now,
    mustExist: readOnly,
    readOnly,
  });

const backUpOf = async (folder: string): Promise<void> => {
  const store = sqliteEventStore({ path: join(folder, 'quejas.db'), readOnly: true });
  await store.backUp(join(folder, 'back-up.db'));
  await store.close();
};

/**
 * Keeps the log of a store from being copied back until it is let go of. The files as a process leaves them that is killed
 * are then in `killed`.
 */
const holdLog = (path: string): { readonly letGo: () => void } => {
  const { DatabaseSync } = loadDriver();
  const reader = new DatabaseSync(path);
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM events').get();
  return {
    letGo: () => {
      mkdirSync(join(dirname(path), 'killed'));
      for (const file of [path, `${path}-wal`])
        copyFileSync(file, join(dirname(path), 'killed', basename(file)));
      reader.exec('COMMIT');
      reader.close();
    },
  };
};

/** Half of the filings are of one person, the others of a person each; all give the same phone and address. */
const reportOf = (half: number, number: number) => {
  const id = `r-${String(half)}-${String(number)}`;
  const given = report(id);
  return number % 2 === 0 ? given : { ...given, subscriber: { ...given.subscriber, ref: `s-${id}` } };
};

/** Builds the house; `older` has its files as they were when half of it had been filed. */
export const buildHouse = async (requests: number): Promise<House> => {
  const folder = mkdtempSync(join(tmpdir(), 'quejas-damage-'));
  const folios: string[] = [];
  for (const half of [0, 1]) {
    const quejas = await openIn(folder, false);
    const log = half === 1 ? holdLog(join(folder, 'quejas.db')) : undefined;
    for (let number = 0; number < requests / 2; number += 1) {
      const filed = await quejas.file(reportOf(half, number), cs);
      if (!filed.ok) throw new Error(filed.code);
      folios.push(filed.folio);
    }
    await quejas.close();
    if (half === 1) await backUpOf(folder);
    log?.letGo();
    if (half === 0)
      for (const file of ['quejas.db', 'secrets'])
        cpSync(join(folder, file), join(folder, 'older', file), { recursive: true });
  }
  return { folder, folios };
};

export const removeHouse = ({ folder }: House): void => rmSync(folder, { recursive: true, force: true });

/** Everything that is read: each case, a list, the queue and the totals, what is found by phone and by e-mail; or the code by which it is not. */
export const answersIn = async (folder: string, folios: readonly string[]): Promise<unknown> => {
  try {
    const quejas = await openIn(folder, true);
    try {
      const cases: unknown[] = [];
      for (const folio of folios) cases.push(await quejas.show(folio, cs));
      const found = [];
      for (const contact of [
        { phone: '2295550101' },
        { email: 'planted@example.com' },
        { phone: '2295550199' },
      ])
        found.push(await quejas.find(contact, cs));
      const queue = await quejas.queue('customer-service', cs, { limit: 100 });
      const { state, code } = quejas.health().store;
      if (state === 'behind') return { code };
      return JSON.stringify([
        cases,
        found,
        queue,
        await quejas.totals(),
        await quejas.events({ limit: 1_000 }),
      ]);
    } finally {
      await quejas.close();
    }
  } catch (error) {
    if (isCodedError(error)) return { code: error.code };
    throw error;
  }
};

/** What `quejas check` or `quejas keys check` finds; `undefined` where nothing. */
export const foundIn = async (folder: string): Promise<string | undefined> => {
  for (const argv of [['check'], ['keys', 'check']]) {
    const { status, json } = await runWith(
      libraryOpener,
      [...argv, '--store', 'sqlite:quejas.db', '--keys', 'file:secrets/k.db', '--json', '--now', now],
      { cwd: folder },
    );
    const [told] = json;
    if (status !== 0)
      return typeof told === 'object' && told !== null && 'code' in told ? String(told.code) : 'uncoded';
  }
  return undefined;
};
