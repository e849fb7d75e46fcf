import { hexOf, textOf } from './bytes.js';
import { isJson, parseCanonical, type Json } from './canonical.js';
import { checkProof, entriesOf, parseEvent, type LoggedEvent } from './entries.js';
import { leafOf, tilePath, tilesOf } from './tree.js';
import type { Passed } from './verify.js';

/** A text in Spanish and English; empty where the bundle has none. */
export interface Told {
  readonly es: string;
  readonly en: string;
}

/** An event of a request, as the log has it. */
export interface FolioEvent {
  readonly revision: number;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly role: string;
  /** What such an event means, by the bundle's own schema. */
  readonly meaning: Told;
}

/** A deadline of a request, as the bundle tells it: a line of `csv/clocks.csv`, named by its policy. */
export interface FolioClock {
  readonly clock: string;
  readonly name: Told;
  readonly state: string;
  readonly startedAt: string;
  readonly dueAt: string;
  readonly endedAt: string;
  readonly policy: string;
  readonly calendar: string;
}

/** What a bundle says of a folio. */
export interface FolioFile {
  readonly folio: string;
  readonly stream: string;
  /** The proof of its last entry. */
  readonly proof: {
    readonly file: string;
    readonly index: number;
    readonly leaf: string;
    readonly hashes: readonly string[];
  };
  readonly events: readonly FolioEvent[];
  readonly clocks: readonly FolioClock[];
  /** The zone that the provider tells times in. */
  readonly zone: string;
  /** The page of the report about it; `undefined` where the bundle has none. */
  readonly report: string | undefined;
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

const toldIn = (value: unknown): Told => {
  const { es, en } = isJson(value) ? value : {};
  return { es: textIn(es), en: textIn(en) };
};

const folioEvent =
  (schema: Json) =>
  ({ revision, json }: LoggedEvent): FolioEvent => {
    const { occurredAt, recordedAt, metadata } = json;
    const type = textIn(json['type']);
    const { actor, role } = isJson(metadata) ? metadata : {};
    const { meaning } = isJson(schema[type]) ? schema[type] : {};
    return {
      ...{ revision, type, occurredAt: textIn(occurredAt), recordedAt: textIn(recordedAt) },
      ...{ actor: textIn(actor), role: textIn(role), meaning: toldIn(meaning) },
    };
  };

/** Rows of a CSV of RFC 4180 by the names of its first line. */
export const rowsOf = (text: string): readonly Readonly<Record<string, string>>[] => {
  const lines: string[][] = [];
  let row: string[] = [];
  for (const [, field = '', end] of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/g)) {
    if (row.length === 0 && field === '' && end === '') break;
    row.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end === ',') continue;
    lines.push(row);
    row = [];
  }
  const [names = [], ...rest] = lines;
  return rest.map((cells) => Object.fromEntries(names.map((name, place) => [name, cells[place] ?? ''])));
};

const readText = async ({ checking: { files } }: Passed, name: string): Promise<string | undefined> =>
  files.manifest.hashes.has(name) ? textOf(await files.read(name)) : undefined;

const readJson = async (passed: Passed, name: string): Promise<Json> => {
  const { files } = passed.checking;
  return (files.manifest.hashes.has(name) ? parseCanonical(await files.read(name), '\n') : undefined) ?? {};
};

/** `conectared@1` as its file is called. */
const policyFile = (policy: string): string =>
  `policies/${policy.replace(/@(\d+)$/, '-$1').replace(/[^A-Za-z0-9._-]/gu, '_')}.json`;

const nameIn = (policy: Json, clock: string): Told => {
  const clocks: readonly unknown[] = Array.isArray(policy['clocks']) ? policy['clocks'] : [];
  const found = clocks.find((each) => isJson(each) && each['id'] === clock);
  return toldIn(isJson(found) ? found['name'] : undefined);
};

const clocksOf = async (passed: Passed, folio: string): Promise<readonly FolioClock[]> => {
  const text = (await readText(passed, 'csv/clocks.csv')) ?? '';
  const [header = '', ...lines] = text.split('\r\n');
  // A folio has no quotation marks: only the lines of this one are read.
  const own = lines.filter((line) => line.startsWith(`${folio},`));
  const clocks: FolioClock[] = [];
  for (const row of rowsOf([header, ...own].join('\r\n'))) {
    const cell = (name: string): string => row[name] ?? '';
    const [clock, policy] = [cell('clock'), cell('policy')];
    clocks.push({
      ...{ clock, policy, state: cell('state'), calendar: cell('calendar') },
      ...{ startedAt: cell('started_at'), dueAt: cell('due_at'), endedAt: cell('ended_at') },
      name: nameIn(await readJson(passed, policyFile(policy)), clock),
    });
  }
  return clocks;
};

interface Found {
  readonly stream: string;
  readonly events: readonly LoggedEvent[];
  readonly leaf: Uint8Array;
}

const inFolioBundle = async ({ checking, scope }: Passed, folio: string): Promise<Found | undefined> => {
  if (scope.kind !== 'folio' || scope.folio !== folio) return undefined;
  const events: LoggedEvent[] = [];
  let leaf = new Uint8Array();
  for (let revision = 0; revision < scope.entries; revision += 1) {
    const bytes = await checking.files.read(`entries/${String(revision).padStart(6, '0')}.json`);
    const event = parseEvent(bytes);
    if (event !== undefined) events.push(event);
    leaf = Uint8Array.from(leafOf(checking.hashing, bytes));
  }
  return { stream: scope.stream, events, leaf };
};

const eventsOf = (bytes: Uint8Array, stream: string): readonly LoggedEvent[] =>
  (entriesOf(bytes) ?? []).flatMap((entry) => {
    const event = parseEvent(entry);
    return event?.stream === stream ? [event] : [];
  });

const inLog = async ({ checking, scope, requests }: Passed, folio: string): Promise<Found | undefined> => {
  const last = requests.folios.get(folio);
  if (last === undefined || scope.kind !== 'log') return undefined;
  const { stream, index, leaf } = last;
  const first = requests.streams.get(stream)?.first ?? scope.start;
  const events: LoggedEvent[] = [];
  for (const tile of tilesOf(0, checking.head.size, first))
    if (256 * tile.index <= index) {
      const bytes = await checking.files.read(tilePath({ ...tile, level: 'entries' }));
      events.push(...eventsOf(bytes, stream));
    }
  return { stream, events, leaf };
};

/** What a verified bundle says of a folio; `undefined` where it has none of that name. */
export const lookUp = async (passed: Passed, folio: string): Promise<FolioFile | undefined> => {
  const found = (await inFolioBundle(passed, folio)) ?? (await inLog(passed, folio));
  if (found === undefined) return undefined;
  const { stream, events, leaf } = found;
  const file = `proofs/${folio}.tlog-proof`;
  const { index, hashes } = await checkProof(passed.checking, file, leaf, () => true);
  return {
    ...{ folio, stream },
    events: events.map(folioEvent(await readJson(passed, 'schema/events.json'))),
    proof: { file, index, leaf: hexOf(leaf), hashes: hashes.map(hexOf) },
    clocks: await clocksOf(passed, folio),
    zone: textIn((await readJson(passed, 'provider.json'))['zone']),
    report: await readText(passed, `report/${folio}.html`),
  };
};
