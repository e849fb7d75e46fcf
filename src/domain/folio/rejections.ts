import type { Rejection } from '../kernel/decision.js';
import type { RefusalTable } from '../kernel/refusal.js';
import { fillInBoth, type RejectionText } from '../kernel/rejection-text.js';
import { folioRejections, type FolioRejectionCode } from './folio-rejections.js';

const blockRejections = {
  'folio-block-size-invalid': {
    kind: 'invalid',
    es: 'Un bloque de folios tiene de 1 a {most} números, no {size}.',
    en: 'A block of folios has 1 to {most} numbers, not {size}.',
  },
  'folio-lease-invalid': {
    kind: 'invalid',
    es: 'El plazo de un bloque va de 1 a {most} milisegundos, no {lease}.',
    en: 'A block is lent for 1 to {most} milliseconds, not {lease}.',
  },
  'folio-numbers-exhausted': {
    kind: 'unavailable',
    es: 'Ya no quedan números de folio después del {next}.',
    en: 'No folio numbers are left after {next}.',
  },
  'folio-block-not-live': {
    kind: 'not-found',
    es: 'El bloque {block} no está en uso: nunca se reservó, se devolvió o quedó nulo.',
    en: 'Block {block} is not in use: it was never reserved, or was returned or voided.',
  },
  'folio-block-of-another-holder': {
    kind: 'forbidden',
    es: 'El bloque {block} lo tiene otro proceso.',
    en: 'Block {block} is held by another process.',
  },
  'folio-rest-invalid': {
    kind: 'invalid',
    es: 'El resto del bloque {block} empieza entre {from} y {to}, no en {rest}.',
    en: 'The rest of block {block} starts between {from} and {to}, not at {rest}.',
  },
  'folio-lease-running': {
    kind: 'rule',
    es: 'El bloque {block} está prestado hasta {expiresAt}; antes no puede anularse.',
    en: 'Block {block} is lent until {expiresAt}; it cannot be voided before.',
  },
  'folio-numbers-not-ahead': {
    kind: 'rule',
    es: 'Antes del {upTo} ningún número está por darse: no hay nada que anular.',
    en: 'No number below {upTo} is still to be given: there is nothing to void.',
  },
} as const satisfies RefusalTable;

/** Every refusal about folios and their blocks. The codes are stable: hosts may rely on them. */
export const rejections = { ...folioRejections, ...blockRejections } as const;

/** Every reason for which a folio or a command on its blocks is refused. */
export type RejectionCode = keyof typeof rejections;
/** Every reason for which a command on blocks of numbers is refused. */
export type FolioBlockRejectionCode = Exclude<RejectionCode, FolioRejectionCode>;

/** What a refusal says, in both languages, with its details filled in. */
export const rejectionText = ({ code, details }: Rejection<RejectionCode>): RejectionText =>
  fillInBoth(rejections[code], details);
