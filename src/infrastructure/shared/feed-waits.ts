/** Waits for a feed to come as far as its callers want. */
export interface FeedWaits {
  /** Ends when `isDone` holds. Callers that name the same condition share one promise, so abandoned waits do not pile up. */
  readonly until: (name: string, isDone: () => boolean) => Promise<void>;
  /** Looks at every condition again. */
  readonly look: () => void;
  /** Fails all who wait now. */
  readonly refuse: (error: unknown) => void;
  /** Fails all who wait, and every later wait whose condition does not hold. The first error stays. */
  readonly end: (error: unknown) => void;
}

interface Wait extends PromiseWithResolvers<undefined> {
  readonly isDone: () => boolean;
}

export const feedWaits = (): FeedWaits => {
  const waits = new Map<string, Wait>();
  let ending: { readonly error: unknown } | undefined;

  const refuse = (error: unknown): void => {
    const all = [...waits.values()];
    waits.clear();
    for (const { reject } of all) reject(error);
  };

  const added = (name: string, isDone: () => boolean): Wait => {
    const wait = { ...Promise.withResolvers<undefined>(), isDone };
    waits.set(name, wait);
    return wait;
  };

  return {
    until: (name, isDone) => {
      if (isDone()) return Promise.resolve();
      const { promise } = waits.get(name) ?? added(name, isDone);
      if (ending !== undefined) refuse(ending.error);
      return promise;
    },
    look: () => {
      for (const [name, { isDone, resolve }] of waits) {
        if (!isDone()) continue;
        waits.delete(name);
        resolve(undefined);
      }
    },
    refuse,
    end: (error) => {
      ending ??= { error };
      refuse(ending.error);
    },
  };
};
