import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { credentials } from '@grpc/grpc-js';
import { ServerFeaturesClient } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
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

/** What becomes of an append that comes as a call of its own, and is cut before all of it came. */
export const cutAppendFacts = ({ server, withClient, stream }: LoopbackFixture): void => {
  const cuts = {
    'is cancelled': (call: { readonly cancel: () => void }) => {
      call.cancel();
      return Promise.resolve();
    },
    'loses its connection': () => server().dropConnections(),
  };

  it.each(Object.entries(cuts))('an append that %s after some of its events is not there', async (_, cut) => {
    const name = stream();
    const address = `127.0.0.1:${String(server().port)}`;
    const client = new StreamsClient(address, credentials.createInsecure());
    const sameConnection = { channelOverride: client.getChannel() };
    const features = new ServerFeaturesClient(address, credentials.createInsecure(), sameConnection);
    const answered = () =>
      new Promise((resolve) => features.getSupportedMethods(new shared.Empty(), resolve));
    try {
      const cutOff = new Promise((resolve) => {
        const call = client.append(resolve);
        call.on('error', () => undefined);
        for (const part of [appendTo(name), event(), event()]) call.write(part);
        // A call on the same connection that is answered later tells that the parts have come.
        void answered().then(() => cut(call));
      });
      expect(await cutOff).toMatchObject({ code: expect.any(Number) });
      await answered();
      await withClient(async (reader) => {
        expect(await idsIn(reader, name)).toEqual([]);
      });
    } finally {
      client.close();
    }
  });
};
