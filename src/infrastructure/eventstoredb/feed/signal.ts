/** Wakes the one who waits for it. What is raised while nobody waits is not lost. */
export interface Signal {
  readonly raise: () => void;
  readonly raised: () => Promise<void>;
}

export const signal = (): Signal => {
  let isRaised = false;
  let wake: (() => void) | undefined;

  return {
    raise: () => {
      isRaised = true;
      wake?.();
    },
    raised: () =>
      new Promise((resolve) => {
        wake = () => {
          isRaised = false;
          wake = undefined;
          resolve();
        };
        if (isRaised) wake();
      }),
  };
};
