import { nearestOf } from '../../../application/errors/nearest.js';
import { isEventType, schemas, type EventType } from '../../../application/schema/catalogue.js';
import type { Language } from '../../../domain/complaint/vocabulary.js';
import type { ComplaintEventType } from '../../../domain/complaint/events.js';
import { eventLabels } from '../../../domain/texts/labels/events.js';
import type { Bilingual } from '../../../domain/texts/language.js';
import { plainWord, readWord } from '../../../domain/texts/words/read-word.js';
import { fault } from '../faults.js';

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

/** So many of the nearest are named: all of them would fill a screen. */
const mostNamed = 4;

/** A word of a name that says something: shorter ones join others. */
const tellingLength = 5;

/** The types whose names share a word with what was typed, else the one whose code or name is nearest. */
const nearTo = (text: string): readonly EventType[] => {
  const parts = plainWord(text)
    .split(' ')
    .filter((part) => part.length >= tellingLength);
  const sharing = eventTypes.filter((type) => {
    const names = Object.values(eventNames[type]).flatMap((name) => plainWord(name).split(' '));
    return parts.some((part) => names.some((name) => name.startsWith(part) || part === `${name}s`));
  });
  if (sharing.length > 0) return sharing.slice(0, mostNamed);
  const code = nearestOf(text, eventTypes);
  return code !== undefined && isEventType(code) ? [code] : [];
};

const listed: Bilingual = { es: 'los de quejas words events', en: 'those of quejas words events' };

/** The type that is meant by its code or by what it is called. Throws `choice-invalid`. */
export const eventTypeMeant = (text: string): EventType => {
  const type = readWord(eventTypes, eventNames, text);
  if (type !== undefined) return type;
  const told = (language: Language) => ({
    allowed: [...nearTo(text).map((each) => eventNames[each][language]), listed[language]],
  });
  throw fault('choice-invalid', { name: '--type', value: text, allowed: eventTypes }, undefined, {
    es: told('es'),
    en: told('en'),
  });
};
