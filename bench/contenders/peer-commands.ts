import type { Contender } from '../entry.js';
import { peerConnection } from './peer-connection.js';
import { sqlitePeer } from './peer-library.js';
import { peerMix } from './peer-mix.js';

/** emmett-sqlite: the mix through its command handler. */
export const run = async (contender: Contender, folder: string): Promise<number> => {
  const peer = await sqlitePeer();
  const fileName = `${folder}/peer.db`;
  const connection = peerConnection(fileName);
  const store = peer.getSQLiteEventStore({
    fileName,
    schema: { autoMigration: 'None' },
    connectionOptions: { singleton: true, connection },
  });
  connection.database.exec(store.schema.sql());
  const rate = await peerMix(peer, store, contender);
  connection.close();
  return rate;
};
