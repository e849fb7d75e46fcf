import streams from '@eventstore/db-client/generated/streams_pb.js';
import type rpc from '@eventstore/db-client/generated/status_pb.js';
import type { Position } from '../log/event.js';
import type { WriteOutcome } from '../log/event-log.js';
import { streamDeletedStatus, wrongExpectedVersionStatus } from './batch-status.js';
import { allStreamPosition, protobufEmpty, revisionText, streamIdentifier } from './messages.js';
import type { PendingAppend } from './pending-append.js';

const answer = ({ first, stream }: PendingAppend): streams.BatchAppendResp =>
  new streams.BatchAppendResp()
    .setCorrelationId(first.getCorrelationId())
    .setStreamIdentifier(streamIdentifier(stream));

const success = (last: number, position: Position | undefined): streams.BatchAppendResp.Success => {
  const done = new streams.BatchAppendResp.Success();
  if (last < 0) done.setNoStream(protobufEmpty());
  else done.setCurrentRevision(revisionText(last));
  if (position === undefined) done.setNoPosition(protobufEmpty());
  else done.setPosition(allStreamPosition(position));
  return done;
};

export const refusal = (append: PendingAppend, why: rpc.Status): streams.BatchAppendResp =>
  answer(append).setError(why);

export const replyTo = (append: PendingAppend, outcome: WriteOutcome): streams.BatchAppendResp => {
  switch (outcome.kind) {
    case 'gone':
      return refusal(append, streamDeletedStatus(append.stream));
    case 'conflict':
      return refusal(append, wrongExpectedVersionStatus(append.expected, outcome.current));
    case 'written':
      return answer(append).setSuccess(success(outcome.last, outcome.position));
  }
};
