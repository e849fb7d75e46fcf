import { crc32 } from 'node:zlib';
import type { ContactEntry } from '../../application/ports/key-vault.js';
import type { Database } from '../shared/sqlite-driver.js';
import { inTransaction } from './own-database.js';

/**
 * What contacts are found by, beside the keys. An entry goes with the key of its person, by whatever process that is taken
 * away. Each entry has a checksum; `contact_sums` counts the entries of a provider and adds up their checksums, by the
 * first letters of their hashes, so that a search notices an entry that is gone or lies where it is not looked for.
 */
export const contactsSchema = `
  CREATE TABLE person_contacts (hash TEXT NOT NULL, complaint TEXT NOT NULL, provider TEXT NOT NULL, person TEXT NOT NULL,
    checksum INTEGER NOT NULL, PRIMARY KEY (hash, complaint, provider, person)) STRICT, WITHOUT ROWID;
  CREATE INDEX contacts_of_person ON person_contacts (provider, person);
  CREATE TABLE contact_sums (bucket TEXT NOT NULL, provider TEXT NOT NULL, entries INTEGER NOT NULL, total INTEGER NOT NULL,
    PRIMARY KEY (bucket, provider)) STRICT, WITHOUT ROWID;
  CREATE TRIGGER contacts_go_with_the_key AFTER DELETE ON person_keys
    BEGIN
      UPDATE contact_sums SET entries = entries - gone.many, total = total - gone.checksums
        FROM (SELECT substr(hash, 1, 3) AS part, count(*) AS many, sum(checksum) AS checksums FROM person_contacts
          WHERE provider = OLD.provider AND person = OLD.person GROUP BY part) AS gone
        WHERE bucket = gone.part AND provider = OLD.provider;
      DELETE FROM person_contacts WHERE provider = OLD.provider AND person = OLD.person;
    END;`;

const dropped = `
  DROP TRIGGER IF EXISTS contacts_go_with_the_key;
  DROP TABLE IF EXISTS person_contacts;
  DROP TABLE IF EXISTS contact_sums;`;

/** The hashes that begin alike, which one search holds against their sum: some hundreds among millions. */
const bucketOf = (hash: string): string => hash.slice(0, 3);
const afterAll = '\u{10ffff}';
/** The bucket of no hash: a sum there says that entries of a provider may be missing in any other. */
const allOfThem = '';

const checksumOf = ({ hash, complaint, provider, person }: ContactEntry): number =>
  crc32(JSON.stringify([hash, complaint, provider, person]));

type Row = Readonly<Record<string, unknown>>;

const entryOf = ({ hash, complaint, provider, person }: Row): ContactEntry => ({
  hash: String(hash),
  complaint: String(complaint),
  provider: String(provider),
  person: String(person),
});

/** What the entries of a provider in a bucket are to be: how many, and the sum of their checksums. */
interface Sum {
  readonly entries: number;
  readonly total: number;
}

const none: Sum = { entries: 0, total: 0 };
const sumOf = ({ entries, total }: Row): Sum => ({ entries: Number(entries), total: Number(total) });
const placeOf = (bucket: string, provider: string): string => JSON.stringify([bucket, provider]);

/** Whether rows are as they were written, and all that were; sums are named by their places. */
const areWhole = (rows: Iterable<Row>, kept: ReadonlyMap<string, Sum>): boolean => {
  const found = new Map<string, Sum>();
  for (const row of rows) {
    const entry = entryOf(row);
    if (checksumOf(entry) !== row['checksum']) return false;
    const place = placeOf(bucketOf(entry.hash), entry.provider);
    const { entries, total } = found.get(place) ?? none;
    found.set(place, { entries: entries + 1, total: total + checksumOf(entry) });
  }
  return [...new Set([...found.keys(), ...kept.keys()])].every((place) => {
    const [ours, theirs] = [found.get(place) ?? none, kept.get(place) ?? none];
    return ours.entries === theirs.entries && ours.total === theirs.total;
  });
};

const sumsIn = (rows: Iterable<Row>): ReadonlyMap<string, Sum> => {
  const sums = new Map<string, Sum>();
  for (const row of rows) sums.set(placeOf(String(row['bucket']), String(row['provider'])), sumOf(row));
  return sums;
};

/** A table whose pages are damaged may give some of its rows, then fail. */
const readableRows = (database: Database, table: string): readonly Row[] => {
  const rows: Row[] = [];
  try {
    for (const row of database.prepare(`SELECT * FROM ${table}`).iterate()) rows.push(row);
  } catch {
    // What cannot be read is noted anew from the filings.
  }
  return rows;
};

const insertEntry = `INSERT INTO person_contacts (hash, complaint, provider, person, checksum)
  SELECT ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM person_keys WHERE provider = ? AND person = ?)
  ON CONFLICT DO NOTHING`;
const addToSum = `INSERT INTO contact_sums VALUES (?, ?, 1, ?)
  ON CONFLICT DO UPDATE SET entries = entries + 1, total = total + excluded.total`;

/** Makes both tables anew, of the entries that are whole. Belongs into a transaction. */
const makeTablesAnew = (database: Database, entries: readonly ContactEntry[]): void => {
  database.exec(dropped);
  database.exec(contactsSchema);
  const table = contactTable(database);
  for (const entry of entries) table.add(entry);
};

/** Gives the tables to a vault that was made before entries had a checksum; sums that are gone are not made up. */
export const bringContactsUpToDate = (database: Database): void => {
  const isCurrent = (): boolean =>
    database.prepare(`SELECT 1 FROM pragma_table_info('person_contacts') WHERE name = 'checksum'`).get() !==
    undefined;
  if (isCurrent()) return;
  inTransaction(database, () => {
    if (!isCurrent()) makeTablesAnew(database, readableRows(database, 'person_contacts').map(entryOf));
  });
};

/** The table of contacts of an open vault. A person without a key gets no entry: no deletion of a key would remove it. */
export const contactTable = (database: Database) => {
  const insert = database.prepare(insertEntry);
  const count = database.prepare(addToSum);
  const inBucket = database.prepare(
    'SELECT * FROM person_contacts WHERE hash >= ? AND hash < ? ORDER BY hash, complaint, provider, person',
  );
  const sums = database.prepare('SELECT * FROM contact_sums WHERE bucket IN (?, ?)');
  const any = database.prepare('SELECT 1 FROM contact_sums WHERE provider = ? AND entries > 0');

  /** Whether it was not there yet. */
  const add = (entry: ContactEntry): boolean => {
    const { hash, complaint, provider, person } = entry;
    const checksum = checksumOf(entry);
    const isNew =
      Number(insert.run(hash, complaint, provider, person, checksum, provider, person).changes) > 0;
    if (isNew) count.run(bucketOf(hash), provider, checksum);
    return isNew;
  };

  return {
    add,
    /** The entries with a hash; `undefined` where those around it are not as they were written. */
    withHash: (hash: string): readonly ContactEntry[] | undefined => {
      const bucket = bucketOf(hash);
      const rows = inBucket.all(bucket, `${bucket}${afterAll}`);
      if (!areWhole(rows, sumsIn(sums.all(bucket, allOfThem)))) return undefined;
      return rows.map(entryOf).filter((entry) => entry.hash === hash);
    },
    /** Whether there are entries of a provider, by their count. */
    holds: (provider: string): boolean => any.get(provider) !== undefined,
    /** Looks at every entry, at their order in the file and at the index beside them. */
    areAllWhole: (): boolean => {
      const faults = database.prepare('PRAGMA integrity_check(person_contacts)').all();
      if (faults.length !== 1 || faults[0]?.['integrity_check'] !== 'ok') return false;
      const kept = sumsIn(database.prepare('SELECT * FROM contact_sums').iterate());
      return areWhole(database.prepare('SELECT * FROM person_contacts').iterate(), kept);
    },
    /** Every entry that is as it was written. */
    whole: (): readonly ContactEntry[] =>
      readableRows(database, 'person_contacts')
        .filter((row) => checksumOf(entryOf(row)) === row['checksum'])
        .map(entryOf),
  };
};

/**
 * Takes the entries out that are not as they were written. The sums stay as they were: a search goes on telling that
 * something is missing until it was noted again. Belongs into a transaction.
 */
export const dropDamaged = (database: Database): void => {
  const sums = readableRows(database, 'contact_sums');
  makeTablesAnew(database, contactTable(database).whole());
  const keep = database.prepare('INSERT OR REPLACE INTO contact_sums VALUES (?, ?, ?, ?)');
  for (const { bucket, provider, entries, total } of sums)
    keep.run(String(bucket), String(provider), Number(entries), Number(total));
};

/** Has every search tell that entries of a provider may be missing, until they are counted anew. */
export const distrust = (database: Database, provider: string): void =>
  void database
    .prepare('INSERT INTO contact_sums VALUES (?, ?, 1, 0) ON CONFLICT DO NOTHING')
    .run(allOfThem, provider);

/** Takes what there is of a provider for all that is to be there. Belongs into a transaction. */
export const countAnew = (database: Database, provider: string): void => {
  // A provider without a key of its own is a name that was damaged.
  database
    .prepare(
      'DELETE FROM contact_sums WHERE provider = ? OR provider NOT IN (SELECT provider FROM person_keys)',
    )
    .run(provider);
  const count = database.prepare(addToSum);
  for (const entry of contactTable(database).whole())
    if (entry.provider === provider) count.run(bucketOf(entry.hash), provider, checksumOf(entry));
};
