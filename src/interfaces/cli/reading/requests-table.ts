import type { ListedCase } from '../../../queries/listed.js';
import { channelLabels, kindLabels, statusLabels } from '../../../domain/texts/labels/requests.js';
import type { Session } from '../session/session.js';
import { renderTable } from '../terminal/table.js';
import { momentsFor } from './moments.js';
import { wordsFor } from './words.js';

const titles = {
  es: ['Folio', 'Tipo', 'Estado', 'Recibida', 'Medio'],
  en: ['Folio', 'Kind', 'Status', 'Received', 'Channel'],
} as const;

/** A person's requests for a person's eye. */
export const requestsTable = (
  { language, space }: Session,
  items: readonly ListedCase[],
  zone: string,
): Promise<string> => {
  const moment = momentsFor(zone, language);
  const word = wordsFor(language);
  return renderTable(
    space,
    titles[language].map((title, place) => ({ title, rank: place === 4 ? 1 : 0 })),
    items.map((item) => [
      item.folio,
      word(kindLabels, item.kind),
      word(statusLabels, item.status),
      moment(item.receivedAt),
      word(channelLabels, item.channel),
    ]),
  );
};
