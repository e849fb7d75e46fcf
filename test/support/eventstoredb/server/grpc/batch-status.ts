import any from 'google-protobuf/google/protobuf/any_pb.js';
import type { Message } from 'google-protobuf';
import code from '@eventstore/db-client/generated/code_pb.js';
import rpc from '@eventstore/db-client/generated/status_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { Expected } from '../log/event.js';
import { protobufEmpty, streamIdentifier } from './messages.js';

const packed = (status: code.Code, message: string, name: string, details: Message): rpc.Status => {
  const wrapped = new any.Any();
  wrapped.pack(details.serializeBinary(), name);
  return new rpc.Status().setCode(status).setMessage(message).setDetails(wrapped);
};

const emptyName = 'google.protobuf.Empty';

export const notReadyStatus = (): rpc.Status =>
  packed(code.Code.OK, 'Server Is Not Ready', emptyName, protobufEmpty());

export const busyStatus = (): rpc.Status =>
  packed(code.Code.OK, 'Server Is Busy', emptyName, protobufEmpty());

export const badRequestStatus = (why: string): rpc.Status =>
  packed(
    code.Code.INVALID_ARGUMENT,
    'BadRequest',
    'event_store.client.BadRequest',
    new shared.BadRequest().setMessage(why),
  );

export const accessDeniedStatus = (): rpc.Status =>
  packed(
    code.Code.PERMISSION_DENIED,
    'Access Denied',
    'event_store.client.AccessDenied',
    new shared.AccessDenied(),
  );

export const timeoutStatus = (): rpc.Status =>
  packed(code.Code.DEADLINE_EXCEEDED, 'Timeout', 'event_store.client.Timeout', new shared.Timeout());

export const streamDeletedStatus = (stream: string): rpc.Status =>
  packed(
    code.Code.FAILED_PRECONDITION,
    'StreamDeleted',
    'event_store.client.StreamDeleted',
    new shared.StreamDeleted().setStreamIdentifier(streamIdentifier(stream)),
  );

export const maximumAppendSizeStatus = (limit: number): rpc.Status =>
  packed(
    code.Code.INVALID_ARGUMENT,
    'MaximumAppendSizeExceeded',
    'event_store.client.MaximumAppendSizeExceeded',
    new shared.MaximumAppendSizeExceeded().setMaxappendsize(limit),
  );

const wrongVersion = (expected: Expected, current: number): shared.WrongExpectedVersion => {
  const details = new shared.WrongExpectedVersion();
  if (current >= 0) details.setCurrentStreamRevision(String(current));
  else details.setCurrentNoStream(protobufEmpty());
  if (typeof expected === 'number') return details.setExpectedStreamPosition(String(expected));
  if (expected === 'any') return details.setExpectedAny(protobufEmpty());
  if (expected === 'stream-exists') return details.setExpectedStreamExists(protobufEmpty());
  return details.setExpectedNoStream(protobufEmpty());
};

export const wrongExpectedVersionStatus = (expected: Expected, current: number): rpc.Status =>
  packed(
    code.Code.ALREADY_EXISTS,
    'WrongExpectedVersion',
    'event_store.client.WrongExpectedVersion',
    wrongVersion(expected, current),
  );
