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
}

interface Body {
  readonly sealed?: Readonly<Record<string, string>>;
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
  const folios = all(`SELECT folio FROM ${tableOf('case_status')}`).map(({ folio }) => String(folio));
  database.close();
  return { events: stored.map(eventLine), rows, commands, folios };
};
