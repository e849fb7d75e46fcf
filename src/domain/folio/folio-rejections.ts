import type { RefusalEntry } from '../kernel/refusal.js';

/** Why a text is no folio of this provider. */
export type FolioRejectionCode = 'folio-malformed' | 'folio-check-failed' | 'folio-other-provider';

/** What is said of a text that is no folio of this provider. */
export const folioRejections = {
  'folio-malformed': {
    kind: 'not-found',
    es: '«{text}» no tiene la forma de un folio: letras, número y un carácter de control, como {example}.',
    en: '"{text}" does not have the form of a folio: letters, number and a check character, like {example}.',
  },
  'folio-check-failed': {
    kind: 'not-found',
    es: 'El folio «{text}» tiene algún carácter equivocado; léalo otra vez.',
    en: 'Some character of the folio "{text}" is wrong; please read it again.',
  },
  'folio-other-provider': {
    kind: 'not-found',
    es: 'El folio {folio} es de otro proveedor ({prefix}).',
    en: 'The folio {folio} belongs to another provider ({prefix}).',
  },
} as const satisfies Readonly<Record<FolioRejectionCode, RefusalEntry>>;
