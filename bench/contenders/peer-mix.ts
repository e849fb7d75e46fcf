import type { Contender } from '../entry.js';
import { inTurn } from '../in-turn.js';
import { operationsOf, rateOf, steadyRate } from '../pace.js';
import { benchClock, by, commandOf, commandsEach, contactMade, openStreams, streamOf } from '../workload.js';
import type { PeerEvent, PeerLibrary } from './peer-library.js';

/** The mix through the peer's command handler: load, decide and append, the same events as ours, no rows. */
export const peerMix = async <Store>(
  { CommandHandler }: Pick<PeerLibrary<Store>, 'CommandHandler'>,
  store: Store,
  pace: Pick<Contender, 'atOnce' | 'count' | 'warmUp'>,
  namespace = '',
): Promise<number> => {
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
  const nameOf = (stream: number) => `${namespace}complaint-${String(stream)}`;

  const filed = { kind: 'fault', subject: 'service', channel: 'phone', severity: 'normal' };
  const streams = Math.ceil(operationsOf(pace) / commandsEach / openStreams) * openStreams;
  await rateOf({ count: streams, atOnce: 64 }, async (n) => {
    const commandId = `file-${String(n)}`;
    await handle(store, nameOf(n), () => [
      eventOf('Filed', commandId, filed),
      eventOf('FolioAssigned', commandId, { folio: String(n) }),
    ]);
  });

  // It answers a conflict with a pause of 100 ms: two of the mix that meet on a stream would cost it dear.
  const alone = inTurn();
  return steadyRate(pace, (n) => {
    const name = nameOf(streamOf(n));
    return alone(name, async () => {
      await handle(store, name, ({ filed: isFiled }) => {
        if (!isFiled) throw new Error('no such complaint');
        return eventOf('ContactMade', commandOf(n), contactMade);
      });
    });
  });
};
