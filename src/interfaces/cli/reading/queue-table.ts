import type { QueueItem } from '../../../queries/listed.js';
import { minuteMs } from '../../../domain/kernel/durations.js';
import { durationText } from '../../../domain/texts/deadlines/explanation.js';
import { dutyLabels } from '../../../domain/texts/labels/duties.js';
import { kindLabels, severityLabels, statusLabels } from '../../../domain/texts/labels/requests.js';
import type { ProviderProfile } from '../../../domain/provider/profile.js';
import type { Session } from '../session/session.js';
import { renderTable } from '../terminal/table.js';
import { deadlinesFor, momentsFor } from './moments.js';
import { wordsFor } from './words.js';

const titles = {
  es: [
    'Folio',
    'Tipo',
    'Estado',
    'Qué hacer',
    'Desde',
    'Vence',
    'Resta',
    'Gravedad',
    'Lo tiene',
    'Técnico',
    'Área',
  ],
  en: [
    'Folio',
    'Kind',
    'Status',
    'What to do',
    'Since',
    'Due',
    'Left',
    'Severity',
    'Held by',
    'Technician',
    'Area',
  ],
} as const;

/** A queue is in the order of its deadlines: a narrow terminal keeps them to the last. */
const ranks = [0, 2, 3, 0, 1, 0, 0, 4, 5, 6, 7];

const states = {
  breached: { es: 'vencida', en: 'overdue' },
  paused: { es: 'en pausa', en: 'paused' },
} as const;

/** What is left of the first deadline, in words. */
const leftText = ({ deadline, remainingMs }: QueueItem, language: Session['language']): string => {
  if (deadline === null || remainingMs === null) return '';
  const left = durationText(Math.floor(remainingMs / minuteMs) * minuteMs);
  switch (deadline) {
    case 'running':
      return left;
    case 'breached':
      return states.breached[language];
    case 'paused':
      return `${states.paused[language]} (${left})`;
  }
};

/** A queue for a person's eye. */
export const queueTable = (
  { language, space }: Session,
  items: readonly QueueItem[],
  { zone, areas }: Pick<ProviderProfile, 'zone' | 'areas'>,
): Promise<string> => {
  const moment = momentsFor(zone, language);
  const deadline = deadlinesFor(zone, language);
  const word = wordsFor(language);
  const areaLabels = Object.fromEntries(areas.map(({ id, label }) => [id, label]));
  return renderTable(
    space,
    titles[language].map((title, place) => ({
      title,
      rank: ranks[place] ?? 0,
    })),
    items.map((item) => [
      item.folio,
      word(kindLabels, item.kind),
      word(statusLabels, item.status),
      item.reasons.map((reason) => word(dutyLabels, reason)).join(', '),
      moment(item.since),
      deadline(item.dueAt, item.dueDay),
      leftText(item, language),
      word(severityLabels, item.severity),
      item.holder ?? '',
      item.technician ?? '',
      word(areaLabels, item.area),
    ]),
  );
};
