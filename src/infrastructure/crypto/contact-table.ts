import type { ContactEntry } from '../../application/ports/key-vault.js';
import type { Database } from '../shared/sqlite-driver.js';

/** What contacts are found by, beside the keys. An entry goes with the key of its person, by whatever process that is taken away. */
export const contactsSchema = `
  CREATE TABLE IF NOT EXISTS person_contacts (hash TEXT NOT NULL, complaint TEXT NOT NULL, person TEXT NOT NULL,
    PRIMARY KEY (hash, complaint, person)) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS contacts_of_person ON person_contacts (person);
  CREATE TRIGGER IF NOT EXISTS contacts_go_with_the_key AFTER DELETE ON person_keys
    BEGIN DELETE FROM person_contacts WHERE person = OLD.person; END`;

/** The table of contacts of an open vault. A person without a key gets no entry: no deletion of a key would remove it. */
export const contactTable = (database: Database) => {
  const insert = database.prepare(
    `INSERT INTO person_contacts (hash, complaint, person)
      SELECT ?, ?, ? WHERE EXISTS (SELECT 1 FROM person_keys WHERE person = ?) ON CONFLICT DO NOTHING`,
  );
  const find = database.prepare(
    'SELECT complaint, person FROM person_contacts WHERE hash = ? ORDER BY complaint, person',
  );
  return {
    add: ({ hash, complaint, person }: ContactEntry): void =>
      void insert.run(hash, complaint, person, person),
    withHash: (hash: string): readonly ContactEntry[] =>
      find
        .all(hash)
        .map((row) => ({ hash, complaint: String(row['complaint']), person: String(row['person']) })),
  };
};
