import { canonicalize } from 'json-canonicalize';
import { calendarIn, policyIn } from '../../application/calendars/published-versions.js';
import { isJsonObject } from '../../application/schema/json-object.js';
import { personalFieldsOf, schemas } from '../../application/schema/catalogue.js';
import type { StoredEvent } from '../../application/ports/event-store.js';
import { instantOf, isInstant, type Instant } from '../../domain/kernel/instant.js';
import type { ProviderProfile } from '../../domain/provider/profile.js';
import { isFileName } from '../bundle/names.js';
import type { BundleFile } from './log-files.js';
import type { ReportedStream } from './report.js';
import { verifyPage } from './verify-page.js';
import { verifyPy } from './verify-py.js';

/** What the entries of a log say of what goes beside them. */
export interface LogContent {
  /** Complaints that have an entry from the start on, in the order of their filings. */
  readonly streams: readonly ReportedStream[];
  /** Calendars and policies that were published in the log. */
  readonly published: readonly BundleFile[];
  /** When the last of the entries was recorded. */
  readonly asOf: Instant;
}

interface Seen {
  entries: number;
  folio: string | undefined;
  isInside: boolean;
}

const isStored = (value: unknown): value is StoredEvent =>
  isJsonObject(value) && 'stream' in value && 'type' in value && isJsonObject(value['data']);

const plainName = (text: string): string => text.replace(/[^A-Za-z0-9._-]/gu, '_');

const publishedFile = (folder: string, id: string, version: number, content: object): BundleFile => {
  const name = `${folder}/${plainName(id)}-${String(version)}.json`;
  return { name, bytes: () => Buffer.from(`${canonicalize(content)}\n`) };
};

const publishedIn = (event: StoredEvent): readonly BundleFile[] => {
  if (event.type === 'CalendarPublished') {
    const { id, version } = calendarIn(event);
    const { calendar } = event.data;
    return isJsonObject(calendar) ? [publishedFile('calendars', id, version, calendar)] : [];
  }
  if (event.type !== 'PolicyPublished') return [];
  const { id, version } = policyIn(event);
  const { policy } = event.data;
  return isJsonObject(policy) ? [publishedFile('policies', id, version, policy)] : [];
};

/** Finds what goes beside the entries of a log. */
export interface ContentSurvey {
  /** Takes the value of each entry in its order, also of those that come before the bundle's. */
  readonly take: (value: unknown, isInside: boolean) => void;
  /** What was found. */
  readonly content: () => LogContent;
}

/** Finds, entry by entry, what goes beside the entries of a log. */
export const contentSurvey = (): ContentSurvey => {
  const streams = new Map<string, Seen>();
  const published = new Map<string, BundleFile>();
  let asOf = instantOf(0);
  return {
    take: (event, isInside) => {
      if (!isStored(event)) return;
      const { stream, type, data, recordedAt } = event;
      const seen = streams.get(stream) ?? { entries: 0, folio: undefined, isInside: false };
      streams.set(stream, seen);
      seen.entries += 1;
      seen.isInside ||= isInside;
      const { folio } = data;
      if (type === 'FolioAssigned' && typeof folio === 'string') seen.folio = folio;
      if (isInstant(recordedAt) && recordedAt > asOf) asOf = recordedAt;
      for (const file of publishedIn(event)) published.set(file.name, file);
    },
    content: () => ({
      streams: [...streams].flatMap(([stream, { entries, folio, isInside }]) =>
        isInside && folio !== undefined && isFileName(folio) ? [{ stream, folio, entries }] : [],
      ),
      published: [...published.values()],
      asOf,
    }),
  };
};

const jsonFile = (name: string, value: object): BundleFile => ({
  name,
  bytes: () => Buffer.from(`${canonicalize(value)}\n`),
});

/** What each event means and carries, and which of its values are sealed, as this version writes them. */
const schemaFile = (): BundleFile =>
  jsonFile(
    'schema/events.json',
    Object.fromEntries(
      Object.entries(schemas).map(([type, { version, meaning, fields }]) => [
        type,
        { version, meaning, fields, sealed: personalFieldsOf(type) },
      ]),
    ),
  );

/** What goes with every bundle: the provider's profile, what the events mean, and the other readers. */
export const fixedFiles = (provider: ProviderProfile): readonly BundleFile[] => [
  jsonFile('provider.json', provider),
  schemaFile(),
  { name: 'verify.html', bytes: () => Buffer.from(verifyPage) },
  { name: 'verify.py', bytes: () => Buffer.from(verifyPy) },
];
