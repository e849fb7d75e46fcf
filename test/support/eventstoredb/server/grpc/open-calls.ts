/** The kinds of call that stay open. */
export type CallKind = 'read' | 'subscription' | 'batchAppend';

/** How many calls of each kind are open, and how many there ever were. */
export interface OpenCalls {
  /** Counts a call as open until what is returned is called. */
  readonly opened: (kind: CallKind) => () => void;
  readonly open: () => Readonly<Record<CallKind, number>>;
  readonly total: () => Readonly<Record<CallKind, number>>;
}

export const createOpenCalls = (): OpenCalls => {
  const open = { read: 0, subscription: 0, batchAppend: 0 };
  const total = { ...open };
  return {
    opened: (kind) => {
      open[kind] += 1;
      total[kind] += 1;
      let isOpen = true;
      return () => {
        if (isOpen) open[kind] -= 1;
        isOpen = false;
      };
    },
    open: () => ({ ...open }),
    total: () => ({ ...total }),
  };
};
