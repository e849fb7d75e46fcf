import type { EventStore } from '../ports/event-store.js';
import type { FolioRegister, FolioRegisterApart } from '../ports/folio-register.js';
import { prefixOf } from '../identity/stream-name.js';
import { feedConsumer, type FeedConsumer, type FeedConsumerParts } from '../processes/feed-consumer.js';

/** A register beside a store that keeps none, and what keeps it in step while that is started. */
export interface RegisterBeside {
  readonly register: FolioRegister;
  readonly consumer: FeedConsumer;
}

/**
 * Uses a register that lies apart only once it is known to have been made from this store: where its last event is not
 * there it is made anew. It is fed by `FolioAssigned` alone.
 */
export const registerBeside = (
  apart: FolioRegisterApart,
  parts: Pick<FeedConsumerParts, 'feed' | 'timers' | 'logger'> & {
    readonly store: EventStore;
    readonly namespace: string;
  },
): RegisterBeside => {
  let checked: Promise<void> | undefined;

  const check = async (): Promise<void> => {
    const last = (await apart.place())?.last;
    if (last === undefined) return;
    const { id, stream, revision } = last;
    const [found] = await parts.store.read(stream, { from: revision, to: revision });
    if (found?.id !== id) await apart.beginAnew();
  };

  const ours = async (): Promise<void> => {
    checked ??= check();
    try {
      await checked;
    } catch (fault) {
      checked = undefined;
      throw fault;
    }
  };

  return {
    register: {
      find: async (scope, folio) => {
        await ours();
        return apart.find(scope, folio);
      },
    },
    consumer: feedConsumer({
      ...parts,
      name: 'folio-register',
      prefixes: [prefixOf(parts.namespace, 'complaint')],
      types: ['FolioAssigned'],
      checkpoint: async () => {
        await ours();
        return (await apart.place())?.position;
      },
      consume: ({ events, position }) => apart.add(events, position),
    }),
  };
};
