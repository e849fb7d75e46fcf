import type { ServerDuplexStream } from '@grpc/grpc-js';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import type rpc from '@eventstore/db-client/generated/status_pb.js';
import { strikeBatch } from './batch-faults.js';
import { refusal, replyTo } from './batch-reply.js';
import { badRequestStatus, maximumAppendSizeStatus, timeoutStatus } from './batch-status.js';
import type { ServerContext } from './context.js';
import { uuidText } from './messages.js';
import { pendingAppend } from './pending-append.js';
import type { PendingAppend } from './pending-append.js';
import { dataSize, isMalformed, proposedEvent } from './proposed-events.js';

type Call = ServerDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>;

/** Every append of a client goes over one call of this kind, in chunks, and is answered by its correlation id. */
export const batchAppend =
  (context: ServerContext) =>
  (call: Call): void => {
    const pending = new Map<string, PendingAppend>();
    const closed = context.calls.opened('batchAppend');
    for (const event of ['close', 'cancelled', 'error']) call.on(event, closed);

    const send = (message: streams.BatchAppendResp): void => {
      if (!call.cancelled && !call.destroyed && !call.writableEnded) call.write(message);
    };
    const refuse = (append: PendingAppend, why: rpc.Status): void => send(refusal(append, why));

    const finish = (append: PendingAppend): void => {
      const { stream, expected, events } = append;
      const commit = () => context.log.append(stream, expected, events);
      const fault = context.faults.append.strike(stream);
      if (fault === undefined) {
        send(replyTo(append, commit()));
        return;
      }
      strikeBatch(fault, {
        commit,
        reply: (outcome) => send(replyTo(append, outcome)),
        refuse: (why) => refuse(append, why),
        reset: () => context.resetConnection(call.getPeer()),
        fail: (error) => void call.emit('error', error),
        end: () => call.end(),
      });
    };

    const giveUpInTime = (id: string, append: PendingAppend): void => {
      const timer = setTimeout(() => {
        if (pending.delete(id)) refuse(append, timeoutStatus());
      }, append.deadline - context.now());
      timer.unref();
    };

    const begin = (id: string, chunk: streams.BatchAppendReq): PendingAppend | undefined => {
      const options = chunk.getOptions();
      if (options === undefined) return pending.get(id);
      const append = pendingAppend(chunk, options, context.now());
      if (append.stream === '' || append.deadline <= context.now()) {
        refuse(append, append.stream === '' ? badRequestStatus('No stream.') : timeoutStatus());
        return undefined;
      }
      pending.set(id, append);
      return append;
    };

    const receive = (chunk: streams.BatchAppendReq): void => {
      const id = uuidText(chunk.getCorrelationId());
      const append = begin(id, chunk);
      if (append === undefined) return;
      const events = chunk.getProposedMessagesList().map(proposedEvent);
      if (events.some(isMalformed)) {
        // As the real server does: it forgets that it answered, and answers again once the append's time is over.
        giveUpInTime(id, append);
        refuse(append, badRequestStatus('No event.'));
        return;
      }
      append.events.push(...events);
      const isTooBig = dataSize(append.events) > context.maxAppendSize;
      if (isTooBig) refuse(append, maximumAppendSizeStatus(context.maxAppendSize));
      if (isTooBig || chunk.getIsFinal()) pending.delete(id);
      else giveUpInTime(id, append);
      if (!isTooBig && chunk.getIsFinal()) finish(append);
    };

    call.on('data', receive);
    call.on('end', () => call.end());
  };
