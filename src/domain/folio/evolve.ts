import type { FolioEvent } from './events.js';
import { without, withRange } from './range.js';
import type { FolioState } from './state.js';

const withoutBlock = (state: FolioState, block: number) => state.live.filter((each) => each.block !== block);

/** How an event changes what we know of the numbers. Total: any event may come at any point. */
export const evolve = (state: FolioState, event: FolioEvent): FolioState => {
  switch (event.type) {
    case 'FolioBlockReserved': {
      const { block, from, to } = event.data;
      return {
        next: Math.max(state.next, to),
        blocks: Math.max(state.blocks, block),
        live: [...withoutBlock(state, block), event.data],
        free: without(state.free, { from, to }),
      };
    }
    case 'FolioBlockReturned': {
      const { block, from, to } = event.data;
      return { ...state, live: withoutBlock(state, block), free: withRange(state.free, { from, to }) };
    }
    case 'FolioBlockVoided':
      return { ...state, live: withoutBlock(state, event.data.block) };
  }
};
