export { checkCharacterOf, endsInItsCheckCharacter } from './check-character.js';
export {
  formatFolio,
  hasFolio,
  highestNumber,
  nextNumberWithFolio,
  prefixPattern,
  skippedNumbers,
} from './format.js';
export { parseFolio, type FolioParse, type ParsedFolio } from './parse.js';
export type { FolioRange } from './range.js';
export { voidReasons, type FolioEvent, type FolioEvents, type VoidReason } from './events.js';
export type { FolioCommand, FolioCommands } from './commands.js';
export { initialFolioState, type FolioState, type LiveBlock } from './state.js';
export type { FolioContext, FolioDecision } from './decide.js';
export type { FolioRejectionCode } from './folio-rejections.js';
export { rejections, rejectionText, type FolioBlockRejectionCode, type RejectionCode } from './rejections.js';
export { folio } from './decider.js';
