import type { sendUnaryData, ServerReadableStream } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Expected, NewEvent, Position } from '../log/event.js';
import type { WriteOutcome } from '../log/event-log.js';
import type { ServerContext } from './context.js';
import { expectedOf } from './expected.js';
import { none, revisionText, streamName } from './messages.js';
import { dataSize, proposedEvent, isMalformed } from './proposed-events.js';
import { handlerThrew, maximumAppendSizeExceeded, streamDeleted, timedOut } from './rpc-errors.js';
import { refuse } from './refuse.js';

const place = ({ commit, prepare }: Position): streams.AppendResp.Position =>
  new streams.AppendResp.Position().setCommitPosition(String(commit)).setPreparePosition(String(prepare));

const success = (last: number, position: Position | undefined): streams.AppendResp => {
  const done = new streams.AppendResp.Success();
  if (last < 0) done.setNoStream(none());
  else done.setCurrentRevision(revisionText(last));
  if (position === undefined) done.setNoPosition(none());
  else done.setPosition(place(position));
  return new streams.AppendResp().setSuccess(done);
};

const conflict = (expected: Expected, current: number): streams.AppendResp => {
  const why = new streams.AppendResp.WrongExpectedVersion();
  if (current < 0) why.setCurrentNoStream(none());
  else why.setCurrentRevision(revisionText(current));
  if (typeof expected === 'number') why.setExpectedRevision(String(expected));
  else if (expected === 'any') why.setExpectedAny(none());
  else if (expected === 'stream-exists') why.setExpectedStreamExists(none());
  else why.setExpectedNoStream(none());
  return new streams.AppendResp().setWrongExpectedVersion(why);
};

/**
 * An append with credentials of its own comes as one call; a conflict is a field of its answer. A call that is cut before
 * its client said that it is whole writes nothing, as with the real server.
 */
export const append =
  (context: ServerContext) =>
  (
    call: ServerReadableStream<streams.AppendReq, streams.AppendResp>,
    reply: sendUnaryData<streams.AppendResp>,
  ): void => {
    let options = new streams.AppendReq.Options();
    const events: NewEvent[] = [];
    const name = () => streamName(options.getStreamIdentifier());

    const commit = () => context.log.append(name(), expectedOf(options, options.getRevision()), events);
    const respond = (outcome: WriteOutcome): void => {
      if (outcome.kind === 'gone') reply(streamDeleted(name()));
      else if (outcome.kind === 'written') reply(null, success(outcome.last, outcome.position));
      else reply(null, conflict(expectedOf(options, options.getRevision()), outcome.current));
    };

    const finish = (): void => {
      if (name() === '' || events.some(isMalformed)) {
        reply(handlerThrew());
        return;
      }
      if (dataSize(events) > context.maxAppendSize) {
        reply(maximumAppendSizeExceeded(context.maxAppendSize));
        return;
      }
      const fault = context.faults.append.strike(name());
      if (fault === undefined) {
        respond(commit());
        return;
      }
      if ('committed' in fault && fault.committed) commit();
      if (fault.kind === 'timeout') {
        reply(timedOut());
        return;
      }
      // A call with one answer cannot end well without it.
      if (fault.kind === 'end') {
        reply(handlerThrew());
        return;
      }
      if (fault.kind === 'late-reply') {
        const outcome = commit();
        return void setTimeout(() => respond(outcome), fault.ms).unref();
      }
      refuse(fault, { reset: () => context.resetConnection(call.getPeer()), fail: reply });
    };

    call.on('data', (part: streams.AppendReq) => {
      options = part.getOptions() ?? options;
      const message = part.getProposedMessage();
      if (message !== undefined) events.push(proposedEvent(message));
    });
    // A call that is cut ends too, and is known as cancelled only after that.
    call.on('end', () => {
      setImmediate(() => {
        if (!call.cancelled) finish();
      });
    });
  };
