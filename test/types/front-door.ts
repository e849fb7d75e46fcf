// Checked by the compiler alone: each `@ts-expect-error` fails where the mistake below it would be let through.
import {
  asCustomerService,
  conectared,
  openQuejas,
  parseKeysUrl,
  parseRowsUrl,
  parseStoreUrl,
  type By,
  type CommandType,
  type OpenQuejasOptions,
  type Quejas,
  type RefusalCode,
} from 'quejas';

const by = asCustomerService('cs-1');
const note = { commandId: 'n-1', note: 'Hola.' };
const filing = {
  commandId: 'f-1',
  kind: 'fault',
  channel: 'phone',
  subscriber: { ref: 's-1' },
  description: 'Sin red.',
} as const;
const provider = conectared;

export const whereThingsLie = (path: string): readonly OpenQuejasOptions[] => [
  { store: 'memory:', keys: 'memory:', provider },
  { store: `sqlite:${path}`, keys: `file:${path}`, rows: `sqlite:${path}`, provider },
  { store: 'esdb://127.0.0.1:2113?tls=false', keys: 'file:./keys', rows: 'memory:', provider },
  { store: 'esdb+discover://name:2113', keys: 'file:./keys', rows: 'none', provider },
  { store: 'kurrentdb://127.0.0.1:2113', keys: 'file:./keys', rows: 'none', provider },
  // @ts-expect-error a misspelt scheme of a store
  { store: 'sqllite:./q.db', keys: 'memory:', provider },
  // @ts-expect-error a path without its scheme
  { store: './q.db', keys: 'memory:', provider },
  // @ts-expect-error another scheme than keys have
  { store: 'memory:', keys: 'sqlite:./keys.db', provider },
  // @ts-expect-error a misspelt word
  { store: 'memory:', keys: 'memory:', rows: 'inlne', provider },
  // @ts-expect-error a text of which the compiler knows nothing
  { store: path, keys: 'memory:', provider },
  { store: parseStoreUrl(path), keys: parseKeysUrl(path), rows: parseRowsUrl(path), provider },
];

export const fromTheEnvironment = (env: Readonly<Record<string, string | undefined>>): Promise<Quejas> =>
  openQuejas({ store: parseStoreUrl(env['STORE']), keys: parseKeysUrl(env['KEYS']), provider });

/** What came from outside is checked when it is asked for, and not by the compiler. */
export const fromOutside = (quejas: Quejas, type: CommandType, folio: string | undefined, body: unknown) => [
  quejas.execute({ type, folio, input: body }, by),
  quejas.execute({ type: 'addNote', folio: 'CR-000123-0', input: JSON.parse('{}') }, by),
];

export const namesThereAreNone = (quejas: Quejas) => [
  quejas.queue('technical-lead', by, { technician: 'rt-3' }),
  quejas.queue({ area: 'billing-desk' }, by),
  // @ts-expect-error a misspelt queue
  quejas.queue('tecnical-lead', by),
  quejas.events({ limit: 10, types: ['Filed', 'FolioBlockReserved', 'PolicyPublished'] }),
  // @ts-expect-error a misspelt type of event
  quejas.events({ limit: 10, types: ['Fild'] }),
  // @ts-expect-error a misspelt command
  quejas.execute({ type: 'asignTechnician', folio: 'CR-000123-0', input: {} }, by),
  quejas.execute({ type: 'addNote', folio: 'CR-000123-0', input: { commandId: 'n-1', note: 'Hola.' } }, by),
  // @ts-expect-error a misspelt field, where another one is missing for it
  quejas.execute({ type: 'addNote', folio: 'CR-000123-0', input: { commandId: 'n-1', notte: 'Hola.' } }, by),
  // @ts-expect-error a misspelt field that may be left out
  quejas.execute({ type: 'addNote', folio: 'CR-000123-0', input: { ...note, occuredAt: new Date() } }, by),
  // @ts-expect-error a value of another type
  quejas.execute({ type: 'addNote', folio: 'CR-000123-0', input: { commandId: 'n-1', note: 5 } }, by),
  // @ts-expect-error the folio is missing
  quejas.execute({ type: 'addNote', input: note }, by),
  // @ts-expect-error a filing has no folio yet
  quejas.execute({ type: 'file', folio: 'CR-000123-0', input: filing }, by),
  quejas.execute({ type: 'file', input: filing }, by),
];

export const aRole: readonly By[] = [
  { actor: 'cs-1', role: 'customer-service' },
  // @ts-expect-error a misspelt role
  { actor: 'cs-1', role: 'costumer-service' },
];

export const aCode: readonly RefusalCode[] = [
  'folio-unknown',
  // @ts-expect-error a misspelt code
  'folio-unkown',
];
