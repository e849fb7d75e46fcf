import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import type shared from '@eventstore/db-client/generated/shared_pb.js';
import { uuid } from './messages.js';

const instance = '6f1c1c0e-2f5d-4d0a-9a53-0d2f6c1f3b11';

/** A cluster of one, which leads; it is asked for where a connection string names several hosts or says `+discover`. */
export const gossipRead =
  (port: () => number) =>
  (
    _call: ServerUnaryCall<shared.Empty, gossip.ClusterInfo>,
    reply: sendUnaryData<gossip.ClusterInfo>,
  ): void => {
    const member = new gossip.MemberInfo()
      .setInstanceId(uuid(instance))
      .setState(gossip.MemberInfo.VNodeState.LEADER)
      .setIsAlive(true)
      .setHttpEndPoint(new gossip.EndPoint().setAddress('127.0.0.1').setPort(port()));
    reply(null, new gossip.ClusterInfo().setMembersList([member]));
  };
