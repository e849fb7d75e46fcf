import streams from '@eventstore/db-client/generated/streams_pb.js';
import { everyEvent, testOf } from '../log/filter.js';
import type { EventTest } from '../log/filter.js';
import type { Position } from '../log/event.js';
import { streamName } from './messages.js';

/** From where a stream or `$all` is read. */
export type From<Place> = 'start' | 'end' | Place;

/** Events are looked at in windows of this many; one checkpoint is due after so many. */
export interface Windows {
  readonly window: number;
  readonly checkpointEvery: number;
}

export interface StreamQuery {
  readonly of: 'stream';
  readonly name: string;
  readonly from: From<number>;
}

export interface AllQuery {
  readonly of: 'all';
  readonly from: From<Position>;
  readonly passes: EventTest;
  /** Only where there is a filter. */
  readonly windows: Windows | undefined;
}

/** What a call of Read asks for. */
export interface ReadRequest {
  readonly query: StreamQuery | AllQuery;
  readonly backwards: boolean;
  /** How many events at most; undefined for a subscription. */
  readonly count: number | undefined;
}

const defaultWindow = 32;

const streamQuery = (options: streams.ReadReq.Options.StreamOptions): StreamQuery => {
  const from = options.hasEnd() ? 'end' : options.hasStart() ? 'start' : Number(options.getRevision());
  return { of: 'stream', name: streamName(options.getStreamIdentifier()), from };
};

const placeIn = (options: streams.ReadReq.Options.AllOptions): From<Position> => {
  const place = options.getPosition();
  if (place === undefined) return options.hasEnd() ? 'end' : 'start';
  return { commit: Number(place.getCommitPosition()), prepare: Number(place.getPreparePosition()) };
};

const filterIn = (options: streams.ReadReq.Options.FilterOptions): EventTest => {
  const byType = options.getEventType();
  const expression = byType ?? options.getStreamIdentifier();
  if (expression === undefined) return everyEvent;
  return testOf({
    on: byType === undefined ? 'stream' : 'type',
    prefixes: expression.getPrefixList(),
    regex: expression.getRegex(),
  });
};

const windowsIn = (options: streams.ReadReq.Options.FilterOptions): Windows => {
  const window = options.hasMax() ? Math.max(1, options.getMax()) : defaultWindow;
  return { window, checkpointEvery: window * options.getCheckpointintervalmultiplier() };
};

export const readRequest = (request: streams.ReadReq): ReadRequest => {
  const options = request.getOptions() ?? new streams.ReadReq.Options();
  const stream = options.getStream();
  const filter = options.getFilter();
  const all = options.getAll() ?? new streams.ReadReq.Options.AllOptions();
  return {
    query:
      stream === undefined
        ? {
            of: 'all',
            from: placeIn(all),
            passes: filter === undefined ? everyEvent : filterIn(filter),
            windows: filter && windowsIn(filter),
          }
        : streamQuery(stream),
    backwards: options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS,
    count: options.hasCount() ? Number(options.getCount()) : undefined,
  };
};
