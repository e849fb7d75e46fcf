import type { Position } from './event-store.js';

/** How far each process has come, by its name; written after what it did was stored. */
export interface Checkpoints {
  /** `undefined` where nothing was ever written under this name. */
  readonly read: (name: string) => Promise<Position | undefined>;
  /** Keeps the position under this name. */
  readonly write: (name: string, position: Position) => Promise<void>;
}
