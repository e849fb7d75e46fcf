import type { Bilingual } from '../../domain/texts/language.js';

/** What the file system says by a code, in words; the code stands behind them, to be searched for. */
const reasons: Readonly<Record<string, Bilingual>> = {
  ENOENT: { es: 'no existe', en: 'it does not exist' },
  EISDIR: { es: 'es una carpeta', en: 'it is a folder' },
  ENOTDIR: { es: 'una parte de la ruta no es una carpeta', en: 'a part of the path is no folder' },
  EACCES: { es: 'no hay permiso', en: 'permission is denied' },
  EPERM: { es: 'no hay permiso', en: 'permission is denied' },
  EROFS: { es: 'ahí sólo se puede leer', en: 'it is read-only there' },
  ENOSPC: { es: 'no queda espacio en el disco', en: 'no space is left on the disk' },
  EMFILE: { es: 'hay demasiados archivos abiertos', en: 'too many files are open' },
};

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
export const systemReason = (reason: string): Bilingual => {
  const own = Object.hasOwn(ownReasons, reason) ? ownReasons[reason] : undefined;
  if (own !== undefined) return own;
  const words = Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
  return words === undefined
    ? { es: reason, en: reason }
    : { es: `${words.es} (${reason})`, en: `${words.en} (${reason})` };
};
