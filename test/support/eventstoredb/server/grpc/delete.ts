import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Expected } from '../log/event.js';
import type { WriteOutcome } from '../log/event-log.js';
import type { ServerContext } from './context.js';
import { expectedOf } from './expected.js';
import { streamName } from './messages.js';
import { refuse } from './refuse.js';
import { streamDeleted, wrongExpectedVersion } from './rpc-errors.js';
import type { RpcError } from './rpc-errors.js';

interface Deletion {
  readonly stream: string;
  readonly expected: Expected;
  readonly peer: string;
  readonly act: (stream: string, expected: Expected) => WriteOutcome;
}

type Outcome = { readonly error: RpcError } | { readonly commit: number; readonly prepare: number };

const carryOut = (
  context: ServerContext,
  { stream, expected, peer, act }: Deletion,
  done: (outcome: Outcome) => void,
): void => {
  const fault = context.faults.delete.strike(stream);
  if (fault !== undefined) {
    refuse(fault, { reset: () => context.resetConnection(peer), fail: (error) => done({ error }) });
    return;
  }
  const outcome = act(stream, expected);
  if (outcome.kind === 'gone') {
    done({ error: streamDeleted(stream) });
    return;
  }
  if (outcome.kind === 'conflict') {
    done({ error: wrongExpectedVersion(stream, expected, outcome.current) });
    return;
  }
  done(outcome.position ?? { commit: 0, prepare: 0 });
};

/** Hides a stream until something is appended to it again. */
export const softDelete =
  (context: ServerContext) =>
  (
    call: ServerUnaryCall<streams.DeleteReq, streams.DeleteResp>,
    reply: sendUnaryData<streams.DeleteResp>,
  ): void => {
    const options = call.request.getOptions() ?? new streams.DeleteReq.Options();
    const deletion = {
      stream: streamName(options.getStreamIdentifier()),
      expected: expectedOf(options, options.getRevision()),
      peer: call.getPeer(),
      act: context.log.softDelete,
    };
    carryOut(context, deletion, (outcome) => {
      if ('error' in outcome) {
        reply(outcome.error);
        return;
      }
      const place = new streams.DeleteResp.Position()
        .setCommitPosition(String(outcome.commit))
        .setPreparePosition(String(outcome.prepare));
      reply(null, new streams.DeleteResp().setPosition(place));
    });
  };

/** Ends a stream for ever. */
export const tombstone =
  (context: ServerContext) =>
  (
    call: ServerUnaryCall<streams.TombstoneReq, streams.TombstoneResp>,
    reply: sendUnaryData<streams.TombstoneResp>,
  ): void => {
    const options = call.request.getOptions() ?? new streams.TombstoneReq.Options();
    const deletion = {
      stream: streamName(options.getStreamIdentifier()),
      expected: expectedOf(options, options.getRevision()),
      peer: call.getPeer(),
      act: context.log.tombstone,
    };
    carryOut(context, deletion, (outcome) => {
      if ('error' in outcome) {
        reply(outcome.error);
        return;
      }
      const place = new streams.TombstoneResp.Position()
        .setCommitPosition(String(outcome.commit))
        .setPreparePosition(String(outcome.prepare));
      reply(null, new streams.TombstoneResp().setPosition(place));
    });
  };
