import { resolve } from 'node:path';
import { inline } from '../../../domain/texts/plain-text.js';
import { done } from '../exit-status.js';
import { fault } from '../faults.js';
import { flag } from '../flags/flag.js';
import type { Operand, Subcommand } from '../program/subcommand.js';
import { storeGroup } from '../reading/groups.js';
import { fileOf, isOnServer, placesOf } from '../session/places.js';
import { printJson, say, type Session } from '../session/session.js';

export const copyOperand: Operand = {
  name: { es: 'archivo', en: 'file' },
  required: true,
  about: { es: 'El archivo de la copia', en: 'The file of the copy' },
};

export const replaceFlag = flag(
  'replace',
  'switch',
  'Reemplaza lo que ya hay ahí',
  'Replaces what is there already',
);

/**
 * The file of the store that a copy is made of, or put back to. Throws `not-for-this-store`, and
 * `server-keeps-its-own`.
 */
export const storeFile = (session: Session, access: 'create' | 'read'): string => {
  const { store } = placesOf(session, access);
  if (isOnServer(store)) throw fault('server-keeps-its-own');
  const path = fileOf(store);
  if (path === undefined) throw fault('not-for-this-store');
  return path;
};

/** A copy of the store never takes the place of its keys. Throws `copy-is-vault`. */
const mustSpareKeys = async (session: Session, target: string): Promise<void> => {
  const { copyIsVault } = await import('../../../application/errors/key-faults.js');
  const { isSameFile } = await import('../../../infrastructure/shared/file-place.js');
  const vault = fileOf(placesOf(session, 'create').keys);
  if (vault !== undefined && [vault, `${vault}.master`].some((file) => isSameFile(file, target)))
    throw copyIsVault(target);
};

/** Progress of a copy, told page by page. */
export const copyProgress = async (session: Session, label: string) => {
  const { progressOn } = await import('../terminal/progress.js');
  const bar = await progressOn(session, label);
  return {
    onProgress: ({ pages, remaining }: { readonly pages: number; readonly remaining: number }) =>
      bar.advance(pages - remaining, pages),
    end: bar.end,
  };
};

/** Makes a copy; where the place is taken, the way out is a flag. Throws `store-exists`, and what the store throws. */
export const copying = async <Result>(copy: Promise<Result>): Promise<Result> => {
  try {
    return await copy;
  } catch (error) {
    const { isStoreError } = await import('../../../application/errors/store-error.js');
    throw isStoreError(error) && error.code === 'store-exists'
      ? fault('store-exists', error.details, error)
      : error;
  }
};

export const backup: Subcommand = {
  name: 'backup',
  aliases: [],
  group: storeGroup,
  about: {
    es: 'Copia el almacén mientras se usa; las llaves no van en la copia',
    en: 'Copies the store while it is in use; the keys are not in the copy',
  },
  operand: copyOperand,
  flags: [replaceFlag],
  ifInterrupted: {
    es: 'No hay copia a medias con ese nombre; el mismo comando empieza de nuevo.',
    en: 'There is no half copy under that name; the same command begins again.',
  },
  run: async (session, { operand = '', options }) => {
    const target = resolve(session.cwd, operand);
    const path = storeFile(session, 'read');
    await mustSpareKeys(session, target);
    const { sqliteEventStore } = await import('../../../infrastructure/sqlite/index.js');
    const store = sqliteEventStore({ path, mustExist: true, readOnly: true });
    const progress = await copyProgress(session, say(session, { es: 'Copia', en: 'Copy' }));
    try {
      const made = await copying(
        store.backUp(target, {
          replace: options['replace'] === true,
          onProgress: progress.onProgress,
        }),
      );
      if (session.json)
        await printJson(session, {
          file: made.path,
          pages: made.pages,
          position: made.position ?? null,
        });
      else await session.out.write(`${inline(made.path)}\n`);
      return done;
    } finally {
      progress.end();
      await store.close();
    }
  },
};
