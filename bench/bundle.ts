import { join } from 'node:path';
import { conectared } from 'quejas';
import { openAudit } from 'quejas/audit';
import { writeHistoryFile } from './history-file.js';

/** A bundle of so many events in `FOLDER/bundle`, with its store beside it. */
export const writeBundle = async (folder: string, events: number): Promise<void> => {
  await writeHistoryFile(folder, events);
  const audit = await openAudit({
    ...{ store: `sqlite:${folder}/quejas.db`, keys: `file:${folder}/keys/keys.db`, provider: conectared },
  });
  const exported = await audit.export(join(folder, 'bundle'));
  await audit.close();
  if (!exported.ok) throw new Error(JSON.stringify(exported));
};
