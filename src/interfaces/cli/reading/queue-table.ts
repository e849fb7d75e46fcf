import type { QueueItem } from '../../../queries/listed.js';
import { dutyLabels } from '../../../domain/texts/labels/duties.js';
import { kindLabels, severityLabels, statusLabels } from '../../../domain/texts/labels/requests.js';
import type { Session } from '../session/session.js';
import { renderTable } from '../terminal/table.js';
import { momentsFor } from './moments.js';
import { wordsFor } from './words.js';

const titles = {
  es: ['Folio', 'Tipo', 'Estado', 'Qué hacer', 'Desde', 'Vence', 'Gravedad', 'Lo tiene', 'Técnico', 'Área'],
  en: ['Folio', 'Kind', 'Status', 'What to do', 'Since', 'Due', 'Severity', 'Held by', 'Technician', 'Area'],
} as const;

const ranks = [0, 1, 2, 0, 0, 3, 4, 5, 6, 7];

/** A queue for a person's eye. */
export const queueTable = (
  { language, space }: Session,
  items: readonly QueueItem[],
  zone: string,
): Promise<string> => {
  const moment = momentsFor(space.isTTY, zone);
  const word = wordsFor(space.isTTY, language);
  return renderTable(
    space,
    titles[language].map((title, place) => ({ title, rank: ranks[place] ?? 0 })),
    items.map((item) => [
      item.folio,
      word(kindLabels, item.kind),
      word(statusLabels, item.status),
      item.reasons.map((reason) => word(dutyLabels, reason)).join(', '),
      moment(item.since),
      moment(item.dueAt),
      word(severityLabels, item.severity),
      item.holder ?? '',
      item.technician ?? '',
      item.area ?? '',
    ]),
  );
};
