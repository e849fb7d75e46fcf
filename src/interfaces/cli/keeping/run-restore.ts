import { resolve } from 'node:path';
import { inline } from '../../../domain/texts/plain-text.js';
import { whyUnreadable } from '../../../infrastructure/shared/file-place.js';
import type { Restored } from '../../../jobs/restore/index.js';
import { done, type ExitStatus } from '../exit-status.js';
import { fault } from '../faults.js';
import type { Given } from '../program/subcommand.js';
import { note, printJson, say, type Session } from '../session/session.js';
import { copying, copyProgress, storeFile } from './copying.js';

const folios = {
  again: {
    es: 'Lo que había quedó en {replaced} y no se puede leer. Los folios que se dieron después de la copia se volverán a dar: recupérelos antes de registrar.',
    en: 'What was there is in {replaced} now and cannot be read. Folios given after the copy will be given again: recover them before you file.',
  },
  voided: {
    es: 'Lo que había quedó en {replaced}. Las solicitudes posteriores a la copia están sólo ahí; sus folios no se volverán a dar.',
    en: 'What was there is in {replaced} now. Requests that came after the copy are only there; their folios will not be given again.',
  },
  none: {
    es: 'Lo que había quedó en {replaced}. Después de la copia no se dio ningún folio.',
    en: 'What was there is in {replaced} now. No folio was given after the copy.',
  },
} as const;

const tellRestored = async (session: Session, restored: Restored): Promise<void> => {
  const { path, events, position = null, replaced = null, voided = null } = restored;
  if (session.json) return printJson(session, { store: path, events, position, replaced, voided });
  await session.out.write(`${inline(path)}\n`);
  if (replaced === null) return;
  const told = voided === null ? folios.again : voided.length === 0 ? folios.none : folios.voided;
  await note(session, told, { replaced });
};

export const runRestore = async (session: Session, { operand = '', options }: Given): Promise<ExitStatus> => {
  const from = resolve(session.cwd, operand);
  const reason = whyUnreadable(from);
  if (reason !== undefined) throw fault('input-unreadable', { file: operand, reason });
  const to = storeFile(session, 'create');
  const clock = await session.clockIn();
  const { restore: putBack } = await import('../../../jobs/restore/restore.js');
  const progress = await copyProgress(session, say(session, { es: 'Restauración', en: 'Restoring' }));
  try {
    const restored = await copying(
      putBack(from, to, {
        replace: options['replace'] === true,
        onProgress: progress.onProgress,
        clock,
      }),
    );
    await tellRestored(session, restored);
    return done;
  } finally {
    progress.end();
  }
};
