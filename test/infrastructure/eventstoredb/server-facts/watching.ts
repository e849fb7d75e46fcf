import type { BareSubscription, Place, Recorded, Resolved } from './bare-client.js';
import { saidError } from './said-errors.js';
import type { SaidError } from './said-errors.js';

/** One thing that a subscription told. */
export type Told =
  | { readonly kind: 'event'; readonly event: Recorded }
  | { readonly kind: 'checkpoint'; readonly place: Place }
  | { readonly kind: 'error'; readonly error: SaidError }
  | { readonly kind: 'confirmation' | 'caughtUp' | 'fellBehind' | 'end' | 'close' };

/** A subscription that is watched, with everything it told so far, in order. */
export interface Watched {
  readonly told: readonly Told[];
  readonly events: () => readonly Recorded[];
  readonly kinds: () => readonly string[];
  /** Resolves once what was told fulfils a condition. */
  readonly until: (isDone: (watched: Watched) => boolean) => Promise<void>;
  /** Resolves once it told of something of that kind. */
  readonly untilTold: (kind: Told['kind']) => Promise<void>;
  readonly untilEvents: (count: number) => Promise<void>;
  readonly leave: () => Promise<void>;
}

const isResolved = (value: unknown): value is Resolved => typeof value === 'object' && value !== null;

/** Watches a subscription, which is made with a listener for checkpoints. */
export const watch = (
  subscribe: (onCheckpoint: (subscription: unknown, place: Place) => Promise<void>) => BareSubscription,
): Watched => {
  const told: Told[] = [];
  const waiting = new Set<() => void>();
  const tell = (what: Told): void => {
    told.push(what);
    for (const look of waiting) look();
  };
  const subscription = subscribe((_, place) => {
    tell({ kind: 'checkpoint', place });
    return Promise.resolve();
  });
  for (const kind of ['confirmation', 'caughtUp', 'fellBehind', 'end', 'close'] as const)
    subscription.on(kind, () => tell({ kind }));
  subscription.on('error', (error) => tell({ kind: 'error', error: saidError(error) }));
  subscription.on('data', (value) => {
    if (isResolved(value) && value.event !== undefined) tell({ kind: 'event', event: value.event });
  });
  const watched: Watched = {
    told,
    events: () => told.flatMap((each) => (each.kind === 'event' ? [each.event] : [])),
    kinds: () => told.map(({ kind }) => kind),
    until: (isDone) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!isDone(watched)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    untilTold: (wanted) => watched.until(({ told: all }) => all.some(({ kind }) => kind === wanted)),
    untilEvents: (count) => watched.until(({ events }) => events().length >= count),
    leave: () => subscription.unsubscribe(),
  };
  return watched;
};
