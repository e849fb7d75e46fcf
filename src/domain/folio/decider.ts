import type { Decider } from '../kernel/decider.js';
import type { FolioCommands } from './commands.js';
import { decide, type FolioContext } from './decide.js';
import type { FolioEvents } from './events.js';
import { evolve } from './evolve.js';
import type { FolioBlockRejectionCode } from './rejections.js';
import { initialFolioState, type FolioState } from './state.js';

/** The folio numbers of one provider; its stream's id is the provider's. */
export const folio: Decider<FolioCommands, FolioEvents, FolioState, FolioContext, FolioBlockRejectionCode> = {
  kind: 'folio',
  initial: initialFolioState,
  evolve,
  decide,
};
