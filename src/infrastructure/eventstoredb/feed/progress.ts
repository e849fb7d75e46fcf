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

interface Wait extends PromiseWithResolvers<undefined> {
  readonly isDone: () => boolean;
}

export const progressAfter = (after: Position | undefined): Progress => {
  let position = after;
  let hasMetEnd = false;
  let refusal: { readonly error: unknown } | undefined;
  let ending: { readonly error: unknown } | undefined;
  /** One wait for all who wait for the same: nobody says here that he has left, and many leave and come again. */
  const waits = new Map<string, Wait>();

  const letGo = (): void => {
    for (const [what, { isDone, resolve }] of waits) {
      if (!isDone()) continue;
      waits.delete(what);
      resolve(undefined);
    }
  };

  const disappoint = (error: unknown): void => {
    const all = [...waits.values()];
    waits.clear();
    for (const { reject } of all) reject(error);
  };

  const begin = (what: string, isDone: () => boolean): Wait => {
    const wait: Wait = { ...Promise.withResolvers<undefined>(), isDone };
    waits.set(what, wait);
    return wait;
  };

  const until = (what: string, isDone: () => boolean): Promise<void> => {
    if (isDone()) return Promise.resolve();
    const wait = waits.get(what) ?? begin(what, isDone);
    const why = ending ?? refusal;
    if (why !== undefined) disappoint(why.error);
    return wait.promise;
  };

  return {
    position: () => position,
    handled: (to) => {
      if (position !== undefined && to <= position) return;
      position = to;
      letGo();
    },
    metEnd: () => {
      hasMetEnd = true;
      letGo();
    },
    reached: (wanted) => until(wanted, () => position !== undefined && position >= wanted),
    caughtUp: () => until('end', () => hasMetEnd),
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
