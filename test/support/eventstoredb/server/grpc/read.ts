import { subscribe } from '../subscription/subscribe.js';
import type { LoggedEvent } from '../log/event.js';
import type { EventLog } from '../log/event-log.js';
import { isMissing, readAll, readStream } from '../log/read.js';
import type { ServerContext } from './context.js';
import { eventMessage, streamNotFoundMessage } from './messages.js';
import { createOutlet } from './outlet.js';
import type { Outlet, ReadCall } from './outlet.js';
import { readRequest } from './read-request.js';
import type { ReadRequest } from './read-request.js';
import { refuse } from './refuse.js';
import { deadlineExceeded, streamDeleted, timedOut, unreadable } from './rpc-errors.js';

const sendAll = async (events: Iterable<LoggedEvent>, count: number, outlet: Outlet): Promise<void> => {
  let left = count;
  for (const event of events) {
    if (left <= 0 || !outlet.isOpen()) break;
    left -= 1;
    if (!outlet.send(eventMessage(event))) await outlet.ready();
  }
  outlet.end();
};

const answer = async (context: ServerContext, request: ReadRequest, outlet: Outlet): Promise<void> => {
  const { query, backwards, count = 0 } = request;
  if (query.of === 'all')
    return sendAll(readAll(context.log.all, query.from, backwards, query.passes), count, outlet);
  const state = context.log.stream(query.name);
  if (state.tombstoned) {
    outlet.fail(streamDeleted(query.name));
    return;
  }
  if (!isMissing(state)) return sendAll(readStream(state, query.from, backwards), count, outlet);
  outlet.send(streamNotFoundMessage(query.name));
  outlet.end();
};

/** Whether the server cannot read what is asked: no events at all, a stream from its end on, a place where nothing is. */
const isUnreadable = ({ query, backwards, count }: ReadRequest, log: EventLog): boolean => {
  if (count === 0) return true;
  if (query.of === 'stream') return query.from === 'end' && !backwards;
  return typeof query.from === 'object' && !log.isBoundary(query.from.commit);
};

const readOnce = (context: ServerContext, call: ReadCall, request: ReadRequest): void => {
  const outlet = createOutlet(call);
  outlet.onClosed(context.calls.opened('read'));
  const { query } = request;
  const proceed = (): void => {
    if (isUnreadable(request, context.log)) outlet.fail(unreadable(query.of === 'all' ? 'All' : 'Stream'));
    else void answer(context, request, outlet);
  };
  const fault = context.faults.read.strike(query.of === 'all' ? '$all' : query.name);
  if (fault === undefined) proceed();
  else if (fault.kind === 'late-reply') setTimeout(proceed, fault.ms).unref();
  else if (fault.kind === 'timeout') outlet.fail(timedOut());
  else if (fault.kind === 'deadline-exceeded') outlet.fail(deadlineExceeded());
  else refuse(fault, { reset: () => context.resetConnection(call.getPeer()), fail: outlet.fail });
};

/** Reads a stream or `$all`, once or for ever. */
export const read =
  (context: ServerContext) =>
  (call: ReadCall): void => {
    const request = readRequest(call.request);
    if (request.count === undefined) subscribe(context, call, request.query);
    else readOnce(context, call, request);
  };
