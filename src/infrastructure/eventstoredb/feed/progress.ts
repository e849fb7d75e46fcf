import type { Position } from '../../../application/ports/event-store.js';

/** How far a feed has handled what it follows, and who waits for it. */
export interface Progress {
  readonly position: () => Position | undefined;
  readonly handled: (position: Position) => void;
  readonly metEnd: () => void;
  readonly reached: (position: Position) => Promise<void>;
  readonly caughtUp: () => Promise<void>;
  /** Who waits learns of the error, and so do those who come, until this is called with none. */
  readonly refuse: (error: Error | undefined) => void;
  /** Nothing more will be handled. What this was called with first stays. */
  readonly end: (error: unknown) => void;
}

interface Waiter {
  readonly isDone: () => boolean;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

export const progressAfter = (after: Position | undefined): Progress => {
  let position = after;
  let hasMetEnd = false;
  let refusal: { readonly error: unknown } | undefined;
  let ending: { readonly error: unknown } | undefined;
  let waiters: readonly Waiter[] = [];

  const letGo = (): void => {
    for (const waiter of waiters) if (waiter.isDone()) waiter.resolve();
    waiters = waiters.filter((waiter) => !waiter.isDone());
  };

  const disappoint = (error: unknown): void => {
    const all = waiters;
    waiters = [];
    for (const { reject } of all) reject(error);
  };

  const until = (isDone: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const waiter: Waiter = { isDone, resolve, reject };
      const why = ending ?? refusal;
      if (isDone()) resolve();
      else if (why === undefined) waiters = [...waiters, waiter];
      else waiter.reject(why.error);
    });

  return {
    position: () => position,
    handled: (to) => {
      if (position !== undefined && to <= position) return;
      position = to;
      if (waiters.length > 0) letGo();
    },
    metEnd: () => {
      hasMetEnd = true;
      letGo();
    },
    reached: (wanted) => until(() => position !== undefined && position >= wanted),
    caughtUp: () => until(() => hasMetEnd),
    refuse: (error) => {
      refusal = error && { error };
      if (error !== undefined) disappoint(error);
    },
    end: (error) => {
      ending ??= { error };
      disappoint(ending.error);
    },
  };
};
