import type { Projector } from '../application/ports/projector.js';
import type { ReadModelStore } from '../application/ports/read-model-store.js';
import { storeError } from '../application/errors/store-error.js';
import type { Quejas } from './quejas.js';

interface LifeParts {
  readonly rows?: ReadModelStore;
  readonly projector?: Projector;
  /** What was opened for this and ends with it, in this order. */
  readonly opened: readonly { readonly close: () => Promise<void> }[];
}

/** What runs, and how it ends. Where rows are written with the events nothing ever runs. */
export const composeLife = (
  { rows, projector, opened }: LifeParts,
  giveBack: () => Promise<void>,
): Pick<Quejas, 'start' | 'stop' | 'health' | 'close'> => {
  let closing: Promise<void> | undefined;

  const closeAll = async (): Promise<void> => {
    try {
      await giveBack();
    } finally {
      await projector?.stop();
      for (const part of opened) await part.close();
    }
  };

  const kept = rows === undefined ? 'none' : 'inline';
  return {
    start: async () => {
      if (closing !== undefined) throw storeError('store-closed');
      await projector?.start();
    },
    stop: async () => projector?.stop(),
    health: () => ({
      rows: projector === undefined ? kept : 'projected',
      projectors: projector === undefined ? [] : [projector.health()],
    }),
    close: () => (closing ??= closeAll()),
  };
};
