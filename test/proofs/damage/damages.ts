import { copyFileSync, cpSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { loadDriver } from '../../../src/infrastructure/shared/sqlite-driver.js';

/** One thing that happens to the files of a house. */
export type Damage =
  | { readonly kind: 'bit'; readonly file: string; readonly at: number }
  | { readonly kind: 'event'; readonly which: number; readonly at: number }
  | { readonly kind: 'cut'; readonly file: string; readonly at: number }
  | { readonly kind: 'lost'; readonly file: string }
  | { readonly kind: 'older'; readonly file: string }
  | { readonly kind: 'swapped'; readonly file: string; readonly by: string }
  | { readonly kind: 'contact'; readonly which: number; readonly at: number }
  | { readonly kind: 'sql'; readonly sql: string }
  | { readonly kind: 'sql'; readonly file: 'secrets/k.db'; readonly sql: string };

// A double of fast-check lies near zero most of the time: places are drawn evenly.
const places = 1_000_000;
const fraction = fc.nat(places - 1).map((place) => place / places);

const changes = [
  'DROP TRIGGER events_no_update',
  'DROP TRIGGER events_no_delete',
  'DROP TRIGGER streams_no_update',
  'DROP TRIGGER commands_no_delete',
  'CREATE TRIGGER rewrites AFTER INSERT ON commands BEGIN DELETE FROM folios; END',
  'UPDATE case_totals_v1 SET count = count + 1',
  'DELETE FROM folios WHERE folio = (SELECT max(folio) FROM folios)',
  'INSERT INTO events (stream, revision, type, body, checksum) SELECT stream, revision + 1000, type, body, checksum FROM events LIMIT 1',
];

const changesOfVault = [
  "DELETE FROM person_contacts WHERE person = 's-1'",
  'DELETE FROM person_contacts WHERE hash = (SELECT max(hash) FROM person_contacts)',
  "UPDATE person_contacts SET complaint = 'c' || complaint WHERE hash = (SELECT min(hash) FROM person_contacts)",
  'UPDATE contact_sums SET entries = entries + 1',
  'DELETE FROM contact_sums WHERE bucket = (SELECT min(bucket) FROM contact_sums)',
  'DROP TABLE contact_sums',
];

/** Files that may be damaged, and how often each is drawn. */
export const damages = (files: readonly string[]): fc.Arbitrary<Damage> => {
  const file = fc.constantFrom(...files);
  return fc.oneof(
    { weight: 8, arbitrary: fc.record({ kind: fc.constant('bit' as const), file, at: fraction }) },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('event' as const), which: fraction, at: fraction }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('contact' as const), which: fraction, at: fraction }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('cut' as const), file, at: fraction }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('lost' as const), file }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('older' as const), file }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('swapped' as const), file, by: file }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('sql' as const), sql: fc.constantFrom(...changes) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('sql' as const),
        file: fc.constant('secrets/k.db' as const),
        sql: fc.constantFrom(...changesOfVault),
      }),
    },
  );
};

const flip = (path: string, at: number, [from, length]: readonly [number, number?] = [0]): void => {
  const bytes = readFileSync(path);
  const bit = from * 8 + Math.floor(at * (length ?? bytes.length) * 8);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  writeFileSync(path, bytes);
};

/** Flips a bit of what one row says, in the file or in its log. */
const flipText = (path: string, texts: string, which: number, at: number): void => {
  const { DatabaseSync } = loadDriver();
  const database = new DatabaseSync(path, { readOnly: true });
  const all = database
    .prepare(texts)
    .all()
    .map(({ text }) => Buffer.from(String(text)));
  database.close();
  const text = all[Math.floor(which * all.length)] ?? Buffer.from('');
  for (const file of [path, `${path}-wal`]) {
    const from = existsSync(file) ? readFileSync(file).indexOf(text) : -1;
    if (from >= 0) flip(file, at, [from, text.length]);
  }
};

/** Whether it is about the log: there is one where a process was killed. */
const isOfLog = (damage: Damage): boolean =>
  ('file' in damage && damage.file === 'quejas.db-wal') || ('by' in damage && damage.by === 'quejas.db-wal');

/** Does it. */
export const inflict = (folder: string, damage: Damage): void => {
  if (isOfLog(damage)) cpSync(join(folder, 'killed'), folder, { recursive: true });
  if (damage.kind === 'sql') {
    const { DatabaseSync } = loadDriver();
    const database = new DatabaseSync(join(folder, 'file' in damage ? damage.file : 'quejas.db'));
    database.exec(damage.sql);
    database.close();
    return;
  }
  if (damage.kind === 'event') {
    flipText(join(folder, 'quejas.db'), 'SELECT body AS text FROM events', damage.which, damage.at);
    return;
  }
  if (damage.kind === 'contact') {
    const entries = 'SELECT hash || complaint AS text FROM person_contacts';
    flipText(join(folder, 'secrets', 'k.db'), entries, damage.which, damage.at);
    return;
  }
  const path = join(folder, damage.file);
  if (!existsSync(path)) return;
  if (damage.kind === 'bit') flip(path, damage.at);
  if (damage.kind === 'cut') truncateSync(path, Math.floor(damage.at * readFileSync(path).length));
  if (damage.kind === 'lost') rmSync(path);
  if (damage.kind === 'older' && existsSync(join(folder, 'older', damage.file)))
    copyFileSync(join(folder, 'older', damage.file), path);
  if (damage.kind === 'swapped' && existsSync(join(folder, damage.by)))
    copyFileSync(join(folder, damage.by), path);
};
