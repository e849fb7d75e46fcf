import { DatabaseSync } from 'node:sqlite';

type Cells = Readonly<Record<string, unknown>>;

/** The last group of a folio is its number: which one a request gets may differ after a crash. */
const withoutFolio = (text: unknown): string => String(text).replaceAll(/CR-\d{6,}-[0-9A-Z]/g, 'FOLIO');

/** What a store holds, but for folio numbers, ciphertexts and the order in which complaints came. */
export interface FinalState {
  readonly events: readonly string[];
  readonly rows: readonly string[];
  /** How often each command was stored. */
  readonly commands: ReadonlyMap<string, number>;
  readonly folios: readonly string[];
  /** The folio that the filing of each complaint was stored with, by the filing's command id. */
  readonly folioOf: ReadonlyMap<string, string>;
  /** The folio register, as `folio stream`; it is to be that of the events. */
  readonly register: readonly string[];
  readonly registerOfEvents: readonly string[];
  /** The position of the last event, and that which the mark beside the keys has. */
  readonly last: string;
  readonly marked: string;
}

interface Body {
  readonly sealed?: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: { readonly index: number; readonly commandId: string };
}

const isBody = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && 'metadata' in value;

const bodyOf = (text: unknown): Body => {
  const body: unknown = JSON.parse(String(text));
  if (isBody(body)) return body;
  throw new Error('an event without metadata');
};

const eventLine = ({ name, revision, type, body }: Cells): string => {
  const { sealed, ...rest } = bodyOf(body);
  return withoutFolio(
    `${String(name)} ${String(revision)} ${String(type)} ${JSON.stringify({ ...rest, sealed: Object.keys(sealed ?? {}) })}`,
  );
};

/** Whose position is kept beside the keys: that of the one store. */
const markedIn = (folder: string): string => {
  const database = new DatabaseSync(`${folder}/keys/keys.db.marks`, { readOnly: true });
  const marks = database.prepare('SELECT position FROM store_marks').all();
  database.close();
  return marks.map(({ position }) => String(position)).join();
};

export const finalState = (folder: string): FinalState => {
  const database = new DatabaseSync(`${folder}/quejas.db`, { readOnly: true });
  const all = (sql: string): readonly Cells[] => database.prepare(sql).all();
  const stored = all(
    `SELECT s.name, e.revision, e.type, e.body FROM events e JOIN streams s ON s.id = e.stream
     WHERE s.name LIKE 'complaint-%' ORDER BY s.name, e.revision`,
  );
  const commands = new Map<string, number>();
  for (const { body } of stored) {
    const { index, commandId } = bodyOf(body).metadata;
    if (index === 0) commands.set(commandId, (commands.get(commandId) ?? 0) + 1);
  }
  const tableOf = (readModel: string): string => {
    const [found] = all(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB '${readModel}_v[0-9]*'`,
    );
    if (found === undefined) throw new Error(`no rows of ${readModel}`);
    return String(found['name']);
  };
  const rows = ['case_status', 'queues'].flatMap((readModel) =>
    all(`SELECT * FROM ${tableOf(readModel)} ORDER BY 1, 2`).map((row) => withoutFolio(JSON.stringify(row))),
  );
  const told = stored
    .filter(({ type }) => type === 'FolioAssigned')
    .map(({ name, body }) => ({ name: String(name), ...bodyOf(body) }));
  const register = all(
    'SELECT f.folio, s.name FROM folios f JOIN streams s ON s.id = f.stream ORDER BY f.folio',
  ).map(({ folio, name }) => `${String(folio)} ${String(name)}`);
  const last = String(all('SELECT max(position) AS last FROM events')[0]?.['last']);
  const folios = all(`SELECT folio FROM ${tableOf('case_status')}`).map(({ folio }) => String(folio));
  database.close();
  return {
    ...{ events: stored.map(eventLine), rows, commands, folios, register, last },
    folioOf: new Map(told.map(({ metadata, data }) => [metadata.commandId, String(data['folio'])])),
    registerOfEvents: told.map(({ name, data }) => `${String(data['folio'])} ${name}`).sort(),
    marked: markedIn(folder),
  };
};
