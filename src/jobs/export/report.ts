import type { PublishedVersions } from '../../application/calendars/published-versions.js';
import { csvTable } from '../../infrastructure/csv/index.js';
import type { EventStore, StoredEvent } from '../../application/ports/event-store.js';
import type { Cell, FileColumn } from '../../application/ports/table-file.js';
import { clockEvents } from '../../application/schema/clock-events.js';
import type { Language } from '../../domain/complaint/vocabulary.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { ProviderProfile } from '../../domain/provider/profile.js';
import { namedIn, readClocks, type Published } from '../../domain/sla/clocks/read-clocks.js';
import type { ClockReading } from '../../domain/sla/clocks/reading.js';
import {
  reportPages,
  type ReportedCase,
  type ReportedClock,
  type ReportedHead,
  type ReportedLine,
} from '../../domain/texts/audit-report/pages.js';
import { clockExplanation } from '../../domain/texts/deadlines/clock-text.js';
import { idInStream } from '../../application/identity/stream-name.js';
import { caseFromEvents } from '../../queries/case-from-events.js';
import { fullOf } from '../../queries/case-view.js';
import type { BundleFile } from './log-files.js';

/** A complaint's stream within a bundle: so many events of it are in the log. */
export interface ReportedStream {
  readonly stream: string;
  readonly folio: string;
  readonly entries: number;
}

/** What a report is made of. */
export interface ReportParts {
  /** The store, events in today's versions. */
  readonly store: Pick<EventStore, 'read'>;
  readonly versions: PublishedVersions;
  readonly provider: ProviderProfile;
  readonly language: Language;
  /** The instant that deadlines are told at: that of the last entry, so that the same log gives the same report. */
  readonly asOf: Instant;
  readonly head: ReportedHead;
}

const clockOf = (reading: ClockReading, published: Published, language: Language): ReportedClock => {
  const { clock, name, state, policy } = reading;
  if (reading.state === 'not-started')
    return {
      clock,
      name,
      state,
      policy,
      startedAt: null,
      dueAt: null,
      endedAt: null,
      calendar: null,
      explanation: [],
    };
  const { startedAt, calendar } = reading;
  const counted = calendar === null ? undefined : published.calendarOf(calendar);
  const explanation = clockExplanation(reading, counted, language);
  const { dueAt, endedAt } = reading.state === 'unanswered' ? { dueAt: null, endedAt: null } : reading;
  return { clock, name, state, policy, startedAt, dueAt, endedAt, calendar, explanation };
};

const casesOf = (parts: ReportParts) => {
  const { store, versions, language, asOf } = parts;
  return async ({ stream, folio, entries }: ReportedStream): Promise<ReportedCase | undefined> => {
    const events: readonly StoredEvent[] = await store.read(stream, { to: entries - 1 });
    const file = caseFromEvents(idInStream(stream), events, folio);
    if (file === undefined) return undefined;
    const told = clockEvents(events);
    const published = await versions.load(namedIn(told));
    const { clocks } = readClocks(told, published, asOf);
    const { kind, status, channel, area, receivedAt } = fullOf(file);
    return {
      ...{ folio, kind, status, channel, area, receivedAt },
      history: file.history,
      clocks: clocks.map((each) => clockOf(each, published, language)),
    };
  };
};

const columnsOf = (names: readonly string[]): readonly FileColumn[] =>
  names.map((name) => ({ name, type: 'text', nullable: true }));

/** A table that is held as it is written: its lines are small. */
const heldTable = (names: readonly string[]) => {
  const parts: Uint8Array[] = [];
  const table = csvTable(columnsOf(names), (bytes) => parts.push(bytes));
  return {
    add: (row: readonly Cell[]): void => table.add(row),
    end: (): Uint8Array => {
      table.finish();
      return Buffer.concat(parts);
    },
  };
};

const lineOf = ({ folio, kind, status, receivedAt, clocks }: ReportedCase): ReportedLine => {
  const count = (...states: readonly string[]): number =>
    clocks.filter(({ state }) => states.includes(state)).length;
  return {
    ...{ folio, kind, status, receivedAt },
    ...{ met: count('met'), missed: count('breached'), open: count('running', 'paused') },
  };
};

/**
 * The pages and tables of a bundle: one page a complaint, the list of them, complaints and deadlines as CSV. Each complaint
 * is read once, when its page is made; the list and the tables come after the last of them.
 */
export const reportFiles = async function* (
  parts: ReportParts,
  streams: readonly ReportedStream[],
): AsyncGenerator<BundleFile> {
  const { provider, language, asOf, head } = parts;
  const pages = reportPages({ provider: provider.name, zone: provider.zone, asOf, language });
  const caseOf = casesOf(parts);
  const complaints = heldTable([
    'folio',
    'stream',
    'kind',
    'status',
    'channel',
    'area',
    'received_at',
    'entries',
  ]);
  const deadlines = heldTable([
    ...['folio', 'clock', 'state', 'started_at', 'due_at', 'ended_at', 'policy', 'calendar'],
  ]);
  const lines: ReportedLine[] = [];
  for (const reported of streams) {
    const told = await caseOf(reported);
    if (told === undefined) continue;
    lines.push(lineOf(told));
    const { folio, kind, status, channel, area, receivedAt } = told;
    complaints.add([folio, reported.stream, kind, status, channel, area, receivedAt, reported.entries]);
    for (const { clock, state, startedAt, dueAt, endedAt, policy, calendar } of told.clocks)
      deadlines.add([folio, clock, state, startedAt, dueAt, endedAt, policy, calendar]);
    yield { name: `report/${folio}.html`, bytes: () => Buffer.from(pages.ofCase(told)) };
  }
  yield { name: 'report/index.html', bytes: () => Buffer.from(pages.index(lines, head)) };
  yield { name: 'csv/complaints.csv', bytes: () => complaints.end() };
  yield { name: 'csv/clocks.csv', bytes: () => deadlines.end() };
};
