import { systemReason } from '../../application/errors/system-reasons.js';
import { codedError, type CodedError } from '../../application/errors/coded-error.js';

/** Something that no export wrote lies in the folder. Nothing was changed there. */
export const folderTaken = (dir: string, name: string): CodedError =>
  codedError(
    'folder-taken',
    {
      es: `En «${dir}» hay algo que no es de una exportación (${name}): indique otra carpeta.`,
      en: `There is something in "${dir}" that is no part of an export (${name}): name another folder.`,
    },
    { dir, name },
  );

/** The folder cannot be made or written to. */
export const folderUnwritable = (dir: string, reason: string, cause: unknown): CodedError =>
  codedError(
    'folder-unwritable',
    {
      es: `No se puede escribir en «${dir}»: ${systemReason(reason).es}.`,
      en: `Cannot write to "${dir}": ${systemReason(reason).en}.`,
    },
    { dir, reason },
    cause,
  );
