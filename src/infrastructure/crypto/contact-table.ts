import type { ContactEntry } from '../../application/ports/key-vault.js';
import type { Database } from '../shared/sqlite-driver.js';

/** What contacts are found by, beside the keys. An entry goes with the key of its person, by whatever process that is taken away. */
export const contactsSchema = `
  CREATE TABLE person_contacts (hash TEXT NOT NULL, complaint TEXT NOT NULL, provider TEXT NOT NULL, person TEXT NOT NULL,
    PRIMARY KEY (hash, complaint, provider, person)) STRICT, WITHOUT ROWID;
  CREATE INDEX contacts_of_person ON person_contacts (provider, person);
  CREATE TRIGGER contacts_go_with_the_key AFTER DELETE ON person_keys
    BEGIN DELETE FROM person_contacts WHERE provider = OLD.provider AND person = OLD.person; END;`;

/** The table of contacts of an open vault. A person without a key gets no entry: no deletion of a key would remove it. */
export const contactTable = (database: Database) => {
  const insert = database.prepare(
    `INSERT INTO person_contacts (hash, complaint, provider, person)
      SELECT ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM person_keys WHERE provider = ? AND person = ?)
      ON CONFLICT DO NOTHING`,
  );
  const find = database.prepare(
    'SELECT complaint, provider, person FROM person_contacts WHERE hash = ? ORDER BY complaint, provider, person',
  );
  return {
    add: ({ hash, complaint, provider, person }: ContactEntry): void =>
      void insert.run(hash, complaint, provider, person, provider, person),
    withHash: (hash: string): readonly ContactEntry[] =>
      find.all(hash).map(({ complaint, provider, person }) => ({
        hash,
        complaint: String(complaint),
        provider: String(provider),
        person: String(person),
      })),
  };
};
