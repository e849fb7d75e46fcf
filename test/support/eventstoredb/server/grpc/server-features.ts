import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type shared from '@eventstore/db-client/generated/shared_pb.js';
import type { ServerContext } from './context.js';
import { refuse } from './refuse.js';

const streamMethods = ['append', 'batchappend', 'delete', 'read', 'tombstone'];

const supported = (): features.SupportedMethods =>
  new features.SupportedMethods().setEventStoreServerVersion('23.10.6').setMethodsList(
    streamMethods.map((name) =>
      new features.SupportedMethod()
        .setServiceName('event_store.client.streams.streams')
        .setMethodName(name)
        .setFeaturesList(name === 'read' ? ['position', 'events'] : []),
    ),
  );

/** Which methods the server has. The first append of a client asks, and takes BatchAppend where it is named. */
export const serverFeatures =
  (context: ServerContext) =>
  (
    call: ServerUnaryCall<shared.Empty, features.SupportedMethods>,
    reply: sendUnaryData<features.SupportedMethods>,
  ): void => {
    const fault = context.faults.features.strike('');
    if (fault === undefined) reply(null, supported());
    else refuse(fault, { reset: () => context.resetConnection(call.getPeer()), fail: reply });
  };
