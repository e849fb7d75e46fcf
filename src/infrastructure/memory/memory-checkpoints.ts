import type { Checkpoints } from '../../application/ports/checkpoints.js';
import type { Position } from '../../application/ports/event-store.js';

/** Checkpoints that last as long as this process: what they are about is then gone too, or seen again. */
export const memoryCheckpoints = (): Checkpoints => {
  const positions = new Map<string, Position>();
  return {
    read: (name) => Promise.resolve(positions.get(name)),
    write: (name, position) => {
      positions.set(name, position);
      return Promise.resolve();
    },
  };
};
