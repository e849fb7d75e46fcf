import type { Contender } from '../entries.js';
import {
  benchClock,
  by,
  commandOf,
  commandsEach,
  contactMade,
  openStreams,
  rateOf,
  streamOf,
} from '../workload.js';
import { peerConnection } from './peer-connection.js';
import { peerLibrary, type PeerEvent } from './peer-library.js';

/** emmett-sqlite: load, decide and append through its command handler, the same events as ours, no rows. */
export const run = async ({ atOnce, count }: Contender, folder: string): Promise<number> => {
  const { CommandHandler, getSQLiteEventStore } = await peerLibrary();
  const fileName = `${folder}/peer.db`;
  const connection = peerConnection(fileName);
  const store = getSQLiteEventStore({
    fileName,
    schema: { autoMigration: 'None' },
    connectionOptions: { singleton: true, connection },
  });
  connection.database.exec(store.schema.sql());

  const clock = benchClock();
  const eventOf = (type: string, commandId: string, data: object): PeerEvent => {
    const at = clock();
    const caused = { commandId, correlationId: commandId, causationId: commandId };
    const who = { actor: by.actor, role: by.role, provider: 'conectared' };
    const when = { occurredAt: at, zone: 'America/Mexico_City', recordedAt: at };
    return { type, data, metadata: { version: 1, ...when, ...caused, ...who, index: 0, commandSize: 1 } };
  };
  const handle = CommandHandler({
    initialState: () => ({ filed: false, contacts: 0 }),
    evolve: (state, { type }) =>
      type === 'Filed' ? { ...state, filed: true } : { ...state, contacts: state.contacts + 1 },
  });
  const nameOf = (stream: number) => `complaint-${String(stream)}`;

  const filed = { kind: 'fault', subject: 'service', channel: 'phone', severity: 'normal' };
  const streams = Math.ceil(count / commandsEach / openStreams) * openStreams;
  await rateOf(streams, 64, async (n) => {
    const commandId = `file-${String(n)}`;
    await handle(store, nameOf(n), () => [
      eventOf('Filed', commandId, filed),
      eventOf('FolioAssigned', commandId, { folio: String(n) }),
    ]);
  });

  const rate = await rateOf(count, atOnce, async (n) => {
    await handle(store, nameOf(streamOf(n)), ({ filed: isFiled }) => {
      if (!isFiled) throw new Error('no such complaint');
      return eventOf('ContactMade', commandOf(n), contactMade);
    });
  });
  connection.close();
  return rate;
};
