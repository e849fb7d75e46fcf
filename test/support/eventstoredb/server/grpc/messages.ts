import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { LoggedEvent, Position } from '../log/event.js';

const greatest = '9223372036854775807';
const ticksPerMillisecond = 10_000n;

/** A revision as the protocol writes it. */
export const revisionText = (revision: number): string =>
  Number.isFinite(revision) ? String(revision) : greatest;

export const none = (): shared.Empty => new shared.Empty();

export const protobufEmpty = (): empty.Empty => new empty.Empty();

export const uuid = (text: string): shared.UUID => new shared.UUID().setString(text);

/** A UUID however the client wrote it. */
export const uuidText = (id: shared.UUID | undefined): string => {
  if (id === undefined) return '';
  const bits = id.getStructured();
  if (bits === undefined) return id.getString();
  const hex = (half: string) => BigInt.asUintN(64, BigInt(half)).toString(16).padStart(16, '0');
  const all = hex(bits.getMostSignificantBits()) + hex(bits.getLeastSignificantBits());
  return all.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

export const streamIdentifier = (name: string): shared.StreamIdentifier =>
  new shared.StreamIdentifier().setStreamName(Buffer.from(name, 'utf8'));

export const streamName = (identifier: shared.StreamIdentifier | undefined): string =>
  identifier === undefined ? '' : Buffer.from(identifier.getStreamName_asU8()).toString('utf8');

export const allStreamPosition = ({ commit, prepare }: Position): shared.AllStreamPosition =>
  new shared.AllStreamPosition().setCommitPosition(String(commit)).setPreparePosition(String(prepare));

const recorded = (event: LoggedEvent): streams.ReadResp.ReadEvent.RecordedEvent => {
  const message = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(uuid(event.id))
    .setStreamIdentifier(streamIdentifier(event.stream))
    .setStreamRevision(revisionText(event.revision))
    .setCommitPosition(String(event.position.commit))
    .setPreparePosition(String(event.position.prepare))
    .setData(event.data)
    .setCustomMetadata(event.metadata);
  message
    .getMetadataMap()
    .set('type', event.type)
    .set('content-type', event.contentType)
    .set('created', String(BigInt(event.created) * ticksPerMillisecond));
  return message;
};

export const eventMessage = (event: LoggedEvent): streams.ReadResp =>
  new streams.ReadResp().setEvent(
    new streams.ReadResp.ReadEvent()
      .setEvent(recorded(event))
      .setCommitPosition(String(event.position.commit)),
  );

export const confirmationMessage = (id: string): streams.ReadResp =>
  new streams.ReadResp().setConfirmation(
    new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(id),
  );

export const caughtUpMessage = (): streams.ReadResp =>
  new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());

export const checkpointMessage = ({ commit, prepare }: Position): streams.ReadResp =>
  new streams.ReadResp().setCheckpoint(
    new streams.ReadResp.Checkpoint().setCommitPosition(String(commit)).setPreparePosition(String(prepare)),
  );

export const streamNotFoundMessage = (name: string): streams.ReadResp =>
  new streams.ReadResp().setStreamNotFound(
    new streams.ReadResp.StreamNotFound().setStreamIdentifier(streamIdentifier(name)),
  );
