import type { Contender } from '../entry.js';
import { onServer } from '../eventstoredb/server.js';
import { serverPeer } from './peer-library.js';
import { peerMix } from './peer-mix.js';

/** emmett-esdb: the mix through its command handler, on the client it was made for. */
export const run = (contender: Contender): Promise<number> =>
  onServer(async ({ url, namespace }) => {
    const peer = await serverPeer();
    const client = peer.EventStoreDBClient.connectionString(url);
    const rate = await peerMix(peer, peer.getEventStoreDBEventStore(client), contender, namespace);
    await client.dispose();
    return rate;
  });
