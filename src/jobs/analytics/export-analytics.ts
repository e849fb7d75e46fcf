import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import {
  copyOfOption,
  mustBeFunction,
  mustBeInOrder,
  mustBeSignal,
  mustHave,
  mustKnow,
  namesOf,
  unsupported,
} from '../../application/errors/option-faults.js';
import type { Position } from '../../application/ports/event-store.js';
import type { Quejas } from '../../composition/quejas.js';
import { readInstant, type Instant, type Moment } from '../../domain/kernel/instant.js';
import type { ComplaintHistory } from '../../queries/histories.js';
import {
  analyticsFormats,
  outputsOf,
  type AnalyticsFile,
  type AnalyticsFormat,
  type Output,
} from './outputs.js';
import {
  dictionaryJson,
  dictionaryMarkdown,
  dictionaryName,
  filesOfDictionary,
  readableName,
  type DictionaryHead,
} from './dictionary.js';
import { pseudonymsOf } from './tables/pseudonyms.js';
import { stagedFolder, type StagedFolder } from './staged-folder.js';
import { tables } from './tables/index.js';
import { toldComplaint, type Telling } from './tables/told-complaint.js';

/** What to export for analysts, and as of when. */
export interface AnalyticsOptions {
  /** Default: all of them. */
  readonly formats?: readonly AnalyticsFormat[];
  /**
   * Events that happened from then on; the tables that have no events hold the complaints that one of them is of, whole.
   */
  readonly from?: Moment;
  /** Events that happened before then. */
  readonly to?: Moment;
  /** As it stood: what had happened by then. */
  readonly at?: Moment;
  /** As it was known: what was recorded by then. */
  readonly knownAt?: Moment;
  /** By which pseudonyms are made; the same one gives the same. Default: a new one for each export, kept nowhere. */
  readonly salt?: string;
  /** Tells the folio of each complaint too: by it a person may be found (default: false). */
  readonly folios?: boolean;
  /** Told after some complaints: how many events were read so far. */
  readonly onProgress?: (events: number) => void;
  /** Ends the export: nothing of it is kept. */
  readonly signal?: AbortSignal;
}

/** What was exported. */
export interface AnalyticsExport {
  /** The folder. */
  readonly dir: string;
  /** Its files. */
  readonly files: readonly AnalyticsFile[];
}

const optionNames = namesOf<AnalyticsOptions>({
  ...{ formats: true, from: true, to: true, at: true, knownAt: true, salt: true, folios: true },
  ...{ onProgress: true, signal: true },
});

const pageSize = 64;

const momentOf = (name: string, given: unknown): Instant | undefined => {
  if (given === undefined) return undefined;
  const at = readInstant(given);
  if (at === undefined) throw unsupported(name, given, 'ISO 8601');
  return at;
};

const saltOf = (given: unknown): string | Uint8Array => {
  if (given === undefined) return randomBytes(32);
  if (typeof given !== 'string' || given === '') throw unsupported('salt', given, 'text');
  return given;
};

const formatsOf = (asked: readonly AnalyticsFormat[] = analyticsFormats): readonly AnalyticsFormat[] => {
  const given = copyOfOption('formats', asked);
  const isList: boolean = Array.isArray(given);
  if (!isList) throw unsupported('formats', given, analyticsFormats.join(', '));
  const unknown = given.find((each) => !analyticsFormats.includes(each));
  if (unknown !== undefined || given.length === 0)
    throw unsupported('formats', unknown ?? '', analyticsFormats.join(', '));
  return analyticsFormats.filter((each) => given.includes(each));
};

interface Asked {
  readonly at: Instant | undefined;
  readonly knownAt: Instant | undefined;
}

/** What is asked for, looked at. Throws `option-invalid`. */
const readOptions = (given: AnalyticsOptions) => {
  const options = mustKnow('exportAnalytics', given, optionNames);
  const { from, to, at, knownAt, salt, onProgress = () => undefined, signal, folios = false } = options;
  mustBeFunction('onProgress', onProgress);
  mustBeSignal(signal);
  const span = { from: momentOf('from', from), to: momentOf('to', to) };
  mustBeInOrder(span.from, span.to);
  return {
    formats: formatsOf(options.formats),
    span,
    asked: { at: momentOf('at', at), knownAt: momentOf('knownAt', knownAt) },
    pseudonym: pseudonymsOf(saltOf(salt)),
    ...{ folios, onProgress, signal },
  };
};

/** All complaints, a page at a time; signals reach the process between two of them. */
async function* pagesOf(
  quejas: Pick<Quejas, 'histories'>,
  asked: Asked,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ readonly items: readonly ComplaintHistory[]; readonly asOf: Instant }> {
  let [after, asOf]: [Position | undefined, Instant | undefined] = [undefined, undefined];
  for (;;) {
    await setImmediate();
    signal?.throwIfAborted();
    const page = await quejas.histories({
      ...{ limit: pageSize, ...asked },
      ...(after !== undefined && { after }),
      ...(asOf !== undefined && { asOf }),
    });
    asOf = page.asOf;
    yield page;
    if (page.caughtUp || page.next === undefined) return;
    after = page.next;
  }
}

type Asking = ReturnType<typeof readOptions>;

/** Writes every complaint; gives the instant that clocks were read at. */
const writeComplaints = async (
  quejas: Pick<Quejas, 'histories'>,
  { asked, onProgress, signal, ...how }: Asking,
  outputs: readonly Output[],
): Promise<Instant | null> => {
  let [asOf, events]: [Instant | null, number] = [null, 0];
  for await (const page of pagesOf(quejas, asked, signal)) {
    asOf = page.asOf;
    const telling: Telling = { ...how, asOf };
    for (const history of page.items) {
      const told = toldComplaint(history, telling);
      if (told !== undefined) outputs.forEach(({ add }) => add(told));
      events += history.events.length;
    }
    onProgress(events);
  }
  return asOf;
};

/** Writes what the export says of itself, for people and for machines. */
const writeDictionary = (folder: StagedFolder, head: DictionaryHead): readonly AnalyticsFile[] => {
  const rows = tables.reduce((sum, { columns }) => sum + columns.length, 0);
  const written = (name: string, text: string): AnalyticsFile => {
    const file = folder.begin(name);
    file.write(Buffer.from(text));
    return { name, rows, ...file.end() };
  };
  const files = [...head.files, readableName, dictionaryName];
  return [
    written(readableName, dictionaryMarkdown(tables)),
    written(dictionaryName, dictionaryJson({ ...head, files }, tables)),
  ];
};

/**
 * Writes tables and event logs for analysts into a folder: no personal value, people and contracts by pseudonyms. All
 * complaints are read one after another, and a page of them is held at a time. The same events, instant and salt give the
 * same bytes. The files take their names once all are written; what an earlier export left in the folder is taken away
 * then. Throws `option-invalid`, `folder-taken`, `folder-unwritable`, what the store throws, and the signal's reason.
 */
export const exportAnalytics = async (
  quejas: Pick<Quejas, 'histories' | 'provider'>,
  dir: string,
  options: AnalyticsOptions = {},
): Promise<AnalyticsExport> => {
  mustHave('exportAnalytics', quejas, { histories: 'function', provider: 'object' });
  if (typeof dir !== 'string' || dir === '') throw unsupported('dir', dir, 'path');
  const asking = readOptions(options);
  const folder = stagedFolder(dir, dictionaryName, (read) => filesOfDictionary(read(dictionaryName)));
  try {
    const outputs = await outputsOf(asking.formats, folder);
    const asOf = await writeComplaints(quejas, asking, outputs);
    asking.signal?.throwIfAborted();
    const written = outputs.flatMap(({ finish }) => finish());
    const {
      asked: { at = null, knownAt = null },
      span: { from = null, to = null },
    } = asking;
    const about = { provider: quejas.provider.id, asOf, at, knownAt, from, to };
    const described = writeDictionary(folder, { ...about, files: written.map(({ name }) => name) });
    folder.keep();
    return { dir, files: [...written, ...described] };
  } catch (error) {
    folder.discard();
    throw error;
  }
};
