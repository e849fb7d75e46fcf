import type { ServerDuplexStream } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type rpc from '@eventstore/db-client/generated/status_pb.js';
import type { NewEvent } from '../log/event.js';
import type { WriteOutcome } from '../log/event-log.js';
import {
  badRequestStatus,
  maximumAppendSizeStatus,
  streamDeletedStatus,
  timeoutStatus,
  wrongExpectedVersionStatus,
} from './batch-status.js';
import type { ServerContext } from './context.js';
import { expectedOf } from './expected.js';
import { strikeBatch } from './batch-faults.js';
import {
  allStreamPosition,
  protobufEmpty,
  revisionText,
  streamIdentifier,
  streamName,
  uuidText,
} from './messages.js';
import { dataSize, proposedEvent, whyMalformed } from './proposed-events.js';

type Call = ServerDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>;

/** One append as its chunks arrive. */
interface Pending {
  readonly first: streams.BatchAppendReq;
  readonly options: streams.BatchAppendReq.Options;
  readonly events: NewEvent[];
}

const success = (last: number, position: ReturnType<typeof allStreamPosition> | undefined) => {
  const done = new streams.BatchAppendResp.Success();
  if (last < 0) done.setNoStream(protobufEmpty());
  else done.setCurrentRevision(revisionText(last));
  if (position === undefined) done.setNoPosition(protobufEmpty());
  else done.setPosition(position);
  return done;
};

const isLate = (options: streams.BatchAppendReq.Options, now: number): boolean => {
  const deadline = options.getDeadline();
  return deadline !== undefined && deadline.toDate().getTime() <= now;
};

/** Every append of a client goes over one call of this kind, in chunks, and is answered by its correlation id. */
export const batchAppend =
  (context: ServerContext) =>
  (call: Call): void => {
    const pending = new Map<string, Pending>();
    const closed = context.calls.opened('batchAppend');
    call.on('close', closed);
    call.on('cancelled', closed);

    const answer = ({ first, options }: Pending): streams.BatchAppendResp =>
      new streams.BatchAppendResp()
        .setCorrelationId(first.getCorrelationId())
        .setStreamIdentifier(streamIdentifier(streamName(options.getStreamIdentifier())));
    const refuse = (append: Pending, why: rpc.Status): void => void call.write(answer(append).setError(why));

    const reply = (append: Pending, outcome: WriteOutcome): void => {
      const { options } = append;
      const expected = expectedOf(options, options.getStreamPosition());
      switch (outcome.kind) {
        case 'gone': {
          refuse(append, streamDeletedStatus(streamName(options.getStreamIdentifier())));
          return;
        }
        case 'conflict': {
          refuse(append, wrongExpectedVersionStatus(expected, outcome.current));
          return;
        }
        case 'written': {
          const place = outcome.position && allStreamPosition(outcome.position);
          return void call.write(answer(append).setSuccess(success(outcome.last, place)));
        }
      }
    };

    const commit = ({ options, events }: Pending): WriteOutcome =>
      context.log.append(
        streamName(options.getStreamIdentifier()),
        expectedOf(options, options.getStreamPosition()),
        events,
      );

    const finish = (append: Pending): void => {
      const name = streamName(append.options.getStreamIdentifier());
      const malformed = whyMalformed(name, append.events);
      if (malformed !== undefined) {
        refuse(append, badRequestStatus(malformed));
        return;
      }
      const fault = context.faults.append.strike(name);
      if (fault === undefined) {
        reply(append, commit(append));
        return;
      }
      strikeBatch(fault, {
        commit: () => commit(append),
        reply: (outcome) => reply(append, outcome),
        refuse: (why) => refuse(append, why),
        reset: () => context.resetConnection(call.getPeer()),
        fail: (error) => void call.emit('error', error),
      });
    };

    const receive = (chunk: streams.BatchAppendReq): void => {
      const id = uuidText(chunk.getCorrelationId());
      const options = chunk.getOptions();
      if (options !== undefined) pending.set(id, { first: chunk, options, events: [] });
      const append = pending.get(id);
      if (append === undefined) return;
      append.events.push(...chunk.getProposedMessagesList().map(proposedEvent));
      const tooBig = dataSize(append.events) > context.maxAppendSize;
      const late = isLate(append.options, context.now());
      if (tooBig || late || chunk.getIsFinal()) pending.delete(id);
      if (late) refuse(append, timeoutStatus());
      else if (tooBig) refuse(append, maximumAppendSizeStatus(context.maxAppendSize));
      else if (chunk.getIsFinal()) finish(append);
    };

    call.on('data', receive);
    call.on('end', () => call.end());
    call.on('error', closed);
  };
