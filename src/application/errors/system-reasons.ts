import { codeOf } from './code-of.js';
import type { RejectionText } from '../../domain/kernel/rejection-text.js';

/** What the file system says by a code, in words. */
const reasons: Readonly<Record<string, RejectionText>> = {
  ENOENT: { es: 'no existe', en: 'it does not exist' },
  EEXIST: { es: 'ahí ya hay otra cosa', en: 'something else is there' },
  EISDIR: { es: 'es una carpeta', en: 'it is a folder' },
  ERR_FS_EISDIR: { es: 'es una carpeta', en: 'it is a folder' },
  ENOTDIR: { es: 'una parte de la ruta no es una carpeta', en: 'a part of the path is no folder' },
  ELOOP: { es: 'los enlaces llevan de uno a otro sin fin', en: 'links lead from one to another without end' },
  ENAMETOOLONG: { es: 'el nombre es demasiado largo', en: 'the name is too long' },
  EACCES: { es: 'no hay permiso', en: 'permission is denied' },
  EPERM: { es: 'no hay permiso', en: 'permission is denied' },
  EROFS: { es: 'ahí sólo se puede leer', en: 'it is read-only there' },
  ENOSPC: { es: 'no queda espacio en el disco', en: 'no space is left on the disk' },
  EDQUOT: { es: 'no queda espacio en el disco', en: 'no space is left on the disk' },
  EMFILE: { es: 'hay demasiados archivos abiertos', en: 'too many files are open' },
};

/** What the file system says by a code, in words with the code behind them, to be searched for; others stay as they are. */
export const systemReason = (reason: string): RejectionText => {
  const words = Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
  return words === undefined
    ? { es: reason, en: reason }
    : { es: `${words.es} (${reason})`, en: `${words.en} (${reason})` };
};

/** Whether words are known of a code. */
export const isSystemReason = (code: string | undefined): code is string =>
  code !== undefined && Object.hasOwn(reasons, code);

/** The code of what the file system threw, where words are known of it. */
export const systemCodeOf = (error: unknown): string | undefined => {
  const code = codeOf(error);
  return isSystemReason(code) ? code : undefined;
};
