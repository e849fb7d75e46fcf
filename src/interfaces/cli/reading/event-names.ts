import { isEventType, schemas, type EventType } from '../../../application/schema/catalogue.js';
import type { ComplaintEventType } from '../../../domain/complaint/events.js';
import { eventLabels } from '../../../domain/texts/labels/events.js';
import type { Bilingual } from '../../../domain/texts/language.js';

/** What is stored beside the complaints, as a history would say it. */
const besideComplaints: Readonly<Record<Exclude<EventType, ComplaintEventType>, Bilingual>> = {
  FolioBlockReserved: { es: 'Se apartó un bloque de folios', en: 'A block of folios was reserved' },
  FolioBlockReturned: { es: 'Se devolvió el resto de un bloque', en: 'The rest of a block was returned' },
  FolioBlockVoided: { es: 'Se anularon folios de un bloque', en: 'Folios of a block were voided' },
  CalendarPublished: { es: 'Se publicó un calendario', en: 'A calendar was published' },
  PolicyPublished: { es: 'Se publicaron reglas de plazos', en: 'Rules of deadlines were published' },
  VaultBound: { es: 'Se enlazó el llavero', en: 'The key vault was bound' },
  LossAccepted: { es: 'Se dio por perdido lo que falta', en: 'What is missing was accepted as lost' },
};

/** Every type of event that a store may hold, with its name. */
export const eventNames: Readonly<Record<EventType, Bilingual>> = { ...eventLabels, ...besideComplaints };

export const eventTypes: readonly EventType[] = Object.keys(schemas).filter(isEventType).sort();
