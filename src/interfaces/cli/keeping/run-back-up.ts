import { resolve } from 'node:path';
import { inline } from '../../../domain/texts/plain-text.js';
import { done, type ExitStatus } from '../exit-status.js';
import type { Given } from '../program/subcommand.js';
import { fileOf, placesOf } from '../session/places.js';
import { printJson, say, type Session } from '../session/session.js';
import { copying, copyProgress, storeFile } from './copying.js';

/** A copy of the store never takes the place of its keys. Throws `copy-is-vault`. */
const mustSpareKeys = async (session: Session, target: string): Promise<void> => {
  const { copyIsVault } = await import('../../../application/errors/key-faults.js');
  const { isSameFile } = await import('../../../infrastructure/shared/file-place.js');
  const vault = fileOf(placesOf(session, 'create').keys);
  if (vault !== undefined && [vault, `${vault}.master`].some((file) => isSameFile(file, target)))
    throw copyIsVault(target);
};

export const runBackUp = async (session: Session, { operand = '', options }: Given): Promise<ExitStatus> => {
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
};
