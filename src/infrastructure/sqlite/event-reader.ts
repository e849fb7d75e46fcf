import type {
  EventStore,
  Page,
  Position,
  ReadAllOptions,
  ReadStreamOptions,
  StoredEvent,
  StreamName,
} from '../../application/ports/event-store.js';
import { storeError } from '../../application/errors/store-error.js';
import { decodeBody } from '../../application/schema/wire.js';
import { isAsOf } from '../../application/schema/as-of.js';
import { checkReadAll, checkReadStream } from '../shared/read-check.js';
import { numberOf, positionOf } from '../shared/position.js';
import {
  cellsOf,
  cellNumber,
  prepareRows,
  single,
  cellText,
  type Database,
  type Statement,
} from '../shared/sqlite-driver.js';
import { checksumOf } from './checksum.js';
import { hasChecksums } from './migrate.js';

/** Reads events, each call as of one moment. */
export interface EventReader {
  readonly read: (stream: StreamName, options?: ReadStreamOptions) => readonly StoredEvent[];
  readonly readAll: (options: ReadAllOptions) => Page;
  readonly head: () => Position | undefined;
}

/** The most places that one page with a filter looks at, so that a rare type does not hold up the process. */
const window = 10_000;

const filtersOf = ({ types, prefixes }: ReadAllOptions): readonly string[] => [
  ...(types === undefined ? [] : [`events.type IN (${types.map(() => '?').join(', ')})`]),
  ...(prefixes === undefined
    ? []
    : [`(${['FALSE', ...prefixes.map(() => 'substr(streams.name, 1, length(?)) = ?')].join(' OR ')})`]),
];

/**
 * The event of a row. Throws `event-damaged` where the row is not as it was written, before anything in it is believed: a
 * file of an older version, which is only read, has no checksums yet.
 */
export const eventOf = (row: unknown, stream: StreamName): StoredEvent => {
  const [place, cell, kind, text, checksum] = cellsOf(row);
  const [revision, type, body] = [cellNumber(cell), cellText(kind), cellText(text)];
  const position = positionOf(cellNumber(place));
  if (checksum !== null && checksum !== checksumOf(stream, revision, type, body))
    throw storeError('event-damaged', { stream, revision, position, type });
  const event = decodeBody(body);
  if (event.type !== type) throw storeError('event-damaged', { stream, revision, position, type });
  return Object.assign(event, { stream, revision, position });
};

/** The columns of an event, as `eventOf` takes them. */
export const eventColumns = (database: Database): string =>
  `events.position, events.revision, events.type, events.body, ${hasChecksums(database) ? 'events.checksum' : 'NULL'}`;

export const eventReader = (database: Database): EventReader => {
  const columns = eventColumns(database);
  const ofStream = prepareRows(
    database,
    `SELECT ${columns} FROM events
     WHERE stream = (SELECT id FROM streams WHERE name = ?) AND revision BETWEEN ? AND ? ORDER BY revision`,
  );
  const last = prepareRows(database, 'SELECT max(position) FROM events');
  const pages = new Map<string, Statement>();

  const pageStatement = (options: ReadAllOptions): Statement => {
    const where = ['events.position > ? AND events.position <= ?', ...filtersOf(options)].join(' AND ');
    const known = pages.get(where);
    if (known !== undefined) return known;
    const statement = prepareRows(
      database,
      `SELECT ${columns}, streams.name
       FROM events CROSS JOIN streams ON streams.id = events.stream
       WHERE ${where} ORDER BY events.position LIMIT ?`,
    );
    if (pages.size < 100) pages.set(where, statement);
    return statement;
  };

  const headPlace = (): number => {
    const place = single(last);
    return place === null ? 0 : cellNumber(place);
  };

  const read: EventReader['read'] = (stream, options = {}) => {
    checkReadStream(options);
    const { from = 0, to = Number.MAX_SAFE_INTEGER } = options;
    const events = ofStream.all(stream, from, to).map((row) => eventOf(row, stream));
    if (events.some(({ revision }, index) => revision !== from + index))
      throw storeError('store-corrupt', { reason: 'revisions-missing', stream });
    return options.at === undefined && options.knownAt === undefined
      ? events
      : events.filter((event) => isAsOf(event, options));
  };

  const readAll: EventReader['readAll'] = (options) => {
    checkReadAll(options);
    const { limit, types, prefixes } = options;
    const after = numberOf(options.after);
    const head = headPlace();
    const upTo = types === undefined && prefixes === undefined ? head : Math.min(head, after + window);
    const values = [...(types ?? []), ...(prefixes ?? []).flatMap((prefix) => [prefix, prefix])];
    const rows = pageStatement(options).all(after, upTo, ...values, limit);
    const events = rows.map((row) => eventOf(row, cellText(cellsOf(row)[5])));
    const seen = events.length < limit ? Math.max(after, upTo) : numberOf(events.at(-1)?.position);
    return { events, next: seen === 0 ? undefined : positionOf(seen), caughtUp: seen >= head };
  };

  const head: EventReader['head'] = () => {
    const place = headPlace();
    return place === 0 ? undefined : positionOf(place);
  };

  return { read, readAll, head } satisfies Record<
    keyof Pick<EventStore, 'read' | 'readAll' | 'head'>,
    unknown
  >;
};
