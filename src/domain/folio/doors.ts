import type { Decider } from '../kernel/decider.js';
import { atDoor, deciderAtDoor } from '../kernel/door.js';
import type { FolioCommands } from './commands.js';
import type { FolioContext } from './decide.js';
import type { FolioEvents } from './events.js';
import { formatFolio as formatFolioInside } from './format.js';
import { parseFolio as parseFolioInside } from './parse.js';
import { rejectionText as rejectionTextInside, type FolioBlockRejectionCode } from './rejections.js';
import type { FolioState } from './state.js';
import { folio as folioInside } from './decider.js';

/**
 * The folio of a number, grouped to be read out: `CR-000123-0`. `undefined` where the format has no folio for that
 * number: it is no whole number from 1 up, its prefix is none, or its check character is one that is never used.
 */
export const formatFolio = atDoor('formatFolio', formatFolioInside, { prefix: 'text', number: 'number' });

/**
 * Reads a folio as people type, say and copy it: any case, blanks or other hyphens between the groups or none, O for 0
 * and I for 1, with the direction marks of a chat. As typed it comes first, so that no other provider's folio is ever
 * bent into one of ours. What is no text is malformed.
 * `folio-malformed`, `folio-check-failed`, `folio-other-provider`.
 */
export const parseFolio = atDoor('parseFolio', parseFolioInside, { given: 'anything', prefix: 'text' });

/** What a refusal says, in both languages, with its details filled in. */
export const rejectionText = atDoor('rejectionText', rejectionTextInside, {
  rejection: ['code', 'details'],
});

/** The folio numbers of one provider; its stream's id is the provider's. */
export const folio: Decider<FolioCommands, FolioEvents, FolioState, FolioContext, FolioBlockRejectionCode> =
  deciderAtDoor(folioInside, ['now', 'prefix']);
