import type { FaultRule, LoopbackServer } from '../../support/eventstoredb/server/loopback-server.js';
import type { Chance } from './chance.js';

type FaultOn<On extends FaultRule['on']> = Extract<FaultRule, { readonly on: On }>['fault'];
type Trick = (server: LoopbackServer, chance: Chance) => Promise<void>;

/** Lets one thing go wrong, now or with the next subscription or look at the end. */
export type Mischief = (server: LoopbackServer) => Promise<void>;

const onLook =
  (fault: FaultOn<'read'>): Trick =>
  (server) =>
    server.fault({ on: 'read', stream: '$all', fault });

const onSubscription =
  (faultOf: (chance: Chance) => FaultOn<'subscribe'>): Trick =>
  async (server, chance) => {
    await server.fault({ on: 'subscribe', fault: faultOf(chance) });
    // Otherwise it waits for the next subscription, whenever that is.
    if (chance.below(4) > 0) await server.dropConnections();
  };

const afterSome =
  (kind: 'end' | 'silent' | 'slow-consumer' | 'reset-later' | 'repeat-event') =>
  (chance: Chance): FaultOn<'subscribe'> => ({ kind, afterEvents: chance.below(4) });

const tricks: readonly Trick[] = [
  (server) => server.restart(),
  (server) => server.dropConnections(),
  onLook({ kind: 'no-reply' }),
  onLook({ kind: 'late-reply', ms: 500 }),
  onLook({ kind: 'reset' }),
  onLook({ kind: 'timeout' }),
  onSubscription(afterSome('end')),
  onSubscription(afterSome('silent')),
  onSubscription(afterSome('silent')),
  onSubscription(afterSome('slow-consumer')),
  onSubscription(afterSome('reset-later')),
  onSubscription(afterSome('repeat-event')),
  onSubscription(() => ({ kind: 'no-caught-up' })),
  onSubscription(() => ({ kind: 'repeat-checkpoints' })),
  onSubscription(() => ({ kind: 'old-checkpoints' })),
  onSubscription(() => ({ kind: 'not-ready' })),
  onSubscription(() => ({ kind: 'access-denied' })),
  onSubscription(() => ({ kind: 'reset' })),
  onSubscription(() => ({ kind: 'no-reply' })),
];

/** One trick after another: each comes up before any comes again. */
export const mischiefFrom = (chance: Chance): Mischief => {
  let left: readonly Trick[] = [];
  return async (server) => {
    if (left.length === 0) left = tricks;
    const at = chance.below(left.length);
    const trick = left[at];
    left = left.filter((_, index) => index !== at);
    await trick?.(server, chance);
  };
};
