import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Expected, NewEvent } from '../log/event.js';
import { expectedOf } from './expected.js';
import { streamName } from './messages.js';

/** How long, in milliseconds, an append may take at most, whatever deadline its client allows. */
const writeTimeout = 2_000;

/** One append of a batch call, as its chunks arrive. */
export interface PendingAppend {
  readonly first: streams.BatchAppendReq;
  readonly stream: string;
  readonly expected: Expected;
  readonly events: NewEvent[];
  /** Milliseconds since 1970 after which it is given up. */
  readonly deadline: number;
}

export const pendingAppend = (
  first: streams.BatchAppendReq,
  options: streams.BatchAppendReq.Options,
  now: number,
): PendingAppend => ({
  first,
  stream: streamName(options.getStreamIdentifier()),
  expected: expectedOf(options, options.getStreamPosition()),
  events: [],
  deadline: Math.min(options.getDeadline()?.toDate().getTime() ?? Infinity, now + writeTimeout),
});
