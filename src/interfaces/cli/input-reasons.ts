import { systemReason } from '../../application/errors/system-reasons.js';
import type { Bilingual } from '../../domain/texts/language.js';

/** What is wrong with an input, in words alone. */
const ownReasons: Readonly<Record<string, Bilingual>> = {
  'no-file': { es: 'no es un archivo ni una carpeta', en: 'it is neither a file nor a folder' },
  'no-plain-file': {
    es: 'es una tubería o un dispositivo: guárdelo antes en un archivo',
    en: 'it is a pipe or a device: save it in a file first',
  },
  'no-writer': { es: 'ningún proceso escribe en esa tubería', en: 'no process writes into that pipe' },
  'utf-16': { es: 'está en UTF-16, guárdelo en UTF-8', en: 'it is in UTF-16, save it as UTF-8' },
  'no-utf-8': { es: 'está en otra codificación', en: 'it is in another encoding' },
  binary: { es: 'es un archivo binario', en: 'it is a binary file' },
  empty: { es: 'está vacío', en: 'it is empty' },
  'no-json': { es: 'no es JSON', en: 'it is no JSON' },
  'no-object': { es: 'es JSON, pero no un objeto', en: 'it is JSON, and no object' },
};

/** A reason in words where it is one of ours, or a code of the file system; others stay as they are. */
export const inputReason = (reason: string): Bilingual => {
  const own = Object.hasOwn(ownReasons, reason) ? ownReasons[reason] : undefined;
  return own ?? systemReason(reason);
};
