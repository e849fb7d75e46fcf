import type { EventStore, Position } from '../../application/ports/event-store.js';
import type { Timers } from '../../application/ports/timers.js';
import type { RowsProgress } from './projections-at-work.js';

/** Milliseconds between two looks at how far rows are. */
const lookEvery = 200;

type Lagging = Pick<EventStore, 'lag'>;

/** How far rows at a position are, in what the store can count; `undefined` where that is nothing. */
export const progressAt = async (
  store: Lagging,
  position: Position | undefined,
): Promise<RowsProgress | undefined> => {
  const [left, all] = [await store.lag?.(position), await store.lag?.(undefined)];
  for (const unit of ['events', 'bytes'] as const) {
    const [missing, total] = [left?.[unit] ?? null, all?.[unit] ?? null];
    if (missing !== null && total !== null) return { done: Math.max(0, total - missing), total, unit };
  }
  return undefined;
};

/** Tells now and then how far some rows are, until it is ended. */
export const watchProgress = (
  { store, timers }: { readonly store: Lagging; readonly timers: Timers },
  tell: ((progress: RowsProgress) => void) | undefined,
  where: () => Promise<Position | undefined>,
): (() => void) => {
  if (tell === undefined || store.lag === undefined) return () => undefined;
  let ended = false;
  let cancel = (): void => undefined;
  const isEnded = (): boolean => ended;
  const look = async (): Promise<void> => {
    const progress = await progressAt(store, await where());
    if (progress !== undefined && !isEnded()) tell(progress);
  };
  const next = (): void => {
    cancel = timers.after(lookEvery, () => {
      void look()
        .catch(() => undefined)
        .finally(() => {
          if (!isEnded()) next();
        });
    });
  };
  next();
  return () => {
    ended = true;
    cancel();
  };
};
