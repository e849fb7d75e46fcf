import type { By } from '../../../application/commands/actors.js';
import type { Quejas } from '../../../composition/quejas.js';
import { inline } from '../../../domain/texts/plain-text.js';
import { queueHtml } from '../../../domain/texts/sheet/queue-html.js';
import type { SheetItem } from '../../../domain/texts/sheet/sheet-item.js';
import type { QueueItem } from '../../../queries/listed.js';
import type { Queue } from '../../../queries/queue-names.js';
import type { QueueOptions } from '../../../queries/queue-asked.js';
import { done, type ExitStatus } from '../exit-status.js';
import { pageWritten, writePage } from '../session/write-page.js';
import { printJson, say, type Session } from '../session/session.js';
import { printText } from '../session/print-text.js';

/** The sheet that is asked for. */
interface SheetAsked {
  readonly file: string;
  /** The queue, as the command line names it. */
  readonly whose: string;
  readonly queue: Queue;
  readonly viewer: By;
  readonly page: QueueOptions;
}

/** As many as are done in a day, where the command line asks for no other number. */
const usualLimit = 200;

/** Where the service of a case is, which the rows of a queue do not tell. */
const municipalityOf = async (quejas: Quejas, folio: string, viewer: By): Promise<string | null> => {
  const view = await quejas.show(folio, viewer);
  if (view?.view !== 'full') return null;
  const filed = view.history.find(({ type }) => type === 'Filed');
  const municipality = filed?.data['municipality'];
  return typeof municipality === 'string' ? municipality : null;
};

const onSheet = async (
  quejas: Quejas,
  items: readonly QueueItem[],
  viewer: By,
): Promise<readonly SheetItem[]> => {
  const told: SheetItem[] = [];
  for (const item of items)
    told.push({ ...item, municipality: await municipalityOf(quejas, item.folio, viewer) });
  return told;
};

/** Writes a queue as the sheet that the work of a day begins with. Throws `output-unwritable`. */
export const runSheet = async (
  session: Session,
  quejas: Quejas,
  { file, whose, queue, viewer, page: asked }: SheetAsked,
): Promise<ExitStatus> => {
  const found = await quejas.queue(queue, viewer, { ...asked, limit: asked.limit ?? usualLimit });
  const person = asked.holder ?? asked.technician;
  const clock = await session.clockIn(quejas.provider.zone);
  const html = queueHtml(
    {
      queue: whose,
      ...(person !== undefined && { person }),
      asOf: clock(),
      items: await onSheet(quejas, found.items, viewer),
      total: found.total,
    },
    quejas.provider,
    { language: session.language },
  );
  const page = await writePage(session, file, html);
  if (session.json) await printJson(session, { ...found, page });
  else await printText(session, `${inline(say(session, pageWritten, { page }))}\n`);
  return done;
};
