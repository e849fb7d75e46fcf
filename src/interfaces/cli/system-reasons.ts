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

/** A reason in words where it is a code of the file system; others stay as they are. */
export const systemReason = (reason: string): Bilingual => {
  const words = Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
  return words === undefined
    ? { es: reason, en: reason }
    : { es: `${words.es} (${reason})`, en: `${words.en} (${reason})` };
};
