import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:http2';
import type { ClientHttp2Session, ClientHttp2Stream } from 'node:http2';
import { expect, it } from '@jest/globals';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { idsIn } from '../asking.js';
import type { LoopbackFixture } from '../loopback-fixture.js';

const appendTo = (stream: string): streams.AppendReq =>
  new streams.AppendReq().setOptions(
    new streams.AppendReq.Options()
      .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream)))
      .setAny(new shared.Empty()),
  );

const event = (): streams.AppendReq => {
  const message = new streams.AppendReq.ProposedMessage()
    .setId(new shared.UUID().setString(randomUUID()))
    .setData(Buffer.from('{}'));
  message.getMetadataMap().set('type', 'Noted').set('content-type', 'application/json');
  return new streams.AppendReq().setProposedMessage(message);
};

/** A message as gRPC frames it: no compression, its length, its bytes. */
const framed = (part: streams.AppendReq): Buffer => {
  const message = part.serializeBinary();
  const head = Buffer.alloc(5);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
};

const headers = {
  ':method': 'POST',
  ':path': '/event_store.client.streams.Streams/Append',
  'content-type': 'application/grpc',
  te: 'trailers',
};

/** What becomes of an append that comes as a call of its own, and is cut before all of it came. */
export const cutAppendFacts = ({ server, withClient, stream }: LoopbackFixture): void => {
  const cuts = {
    // `cancel` of a gRPC call can tell the end of the stream before it resets it, and the append is then whole.
    'is reset': (call: ClientHttp2Stream) => {
      call.destroy();
      return Promise.resolve();
    },
    'loses its connection': () => server().dropConnections(),
  };

  it.each(Object.entries(cuts))('an append that %s after some of its events is not there', async (_, cut) => {
    const name = stream();
    const session = connect(`http://127.0.0.1:${String(server().port)}`);
    session.on('error', () => undefined);
    const answered = (of: ClientHttp2Session) =>
      new Promise<void>((resolve, reject) => {
        of.ping((error) => (error === null ? resolve() : reject(error)));
      });
    try {
      await once(session, 'connect');
      const call = session.request(headers);
      const closed = new Promise((resolve) => call.once('close', resolve));
      call.on('error', () => undefined);
      for (const part of [appendTo(name), event(), event()]) call.write(framed(part));
      // A call on the same connection that is answered later tells that the parts have come.
      await answered(session);
      await cut(call);
      await closed;
      await withClient(async (reader) => {
        expect(await idsIn(reader, name)).toEqual([]);
      });
    } finally {
      session.destroy();
    }
  });
};
