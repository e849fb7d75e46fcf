import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { inline } from '../../../domain/texts/plain-text.js';
import { done } from '../exit-status.js';
import { fault } from '../faults.js';
import type { Subcommand } from '../program/subcommand.js';
import { storeGroup } from '../reading/groups.js';
import { note, printJson, say } from '../session/session.js';
import { copyOperand, copyProgress, replaceFlag, storeFile } from './back-up.js';

export const restore: Subcommand = {
  name: 'restore',
  aliases: [],
  group: storeGroup,
  about: {
    es: 'Pone una copia en el lugar del almacén, que nadie debe tener abierto',
    en: 'Puts a copy in the place of the store, which nobody may have open',
  },
  operand: copyOperand,
  flags: [replaceFlag],
  run: async (session, { operand = '', options }) => {
    const from = resolve(session.cwd, operand);
    if (!existsSync(from)) throw fault('input-unreadable', { file: operand, reason: 'ENOENT' });
    const to = storeFile(session, 'create');
    const { restore: putBack } = await import('../../sqlite/index.js');
    const progress = await copyProgress(session, say(session, { es: 'Restauración', en: 'Restoring' }));
    try {
      const restored = await putBack(from, to, {
        replace: options['replace'] === true,
        onProgress: progress.onProgress,
      });
      const { path, events, position = null, replaced = null } = restored;
      if (session.json) await printJson(session, { store: path, events, position, replaced });
      else await session.out.write(`${inline(path)}\n`);
      if (!session.json && replaced !== null)
        await note(
          session,
          {
            es: 'Lo que había quedó en {replaced}. Los folios que se dieron después de la copia están sólo ahí y se volverán a dar: revíselo antes de registrar.',
            en: 'What was there is in {replaced} now. Folios given after the copy are only there and will be given again: look there before you file.',
          },
          { replaced },
        );
      return done;
    } finally {
      progress.end();
    }
  },
};
