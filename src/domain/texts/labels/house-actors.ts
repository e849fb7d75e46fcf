import type { Language } from '../../complaint/vocabulary.js';
import type { Bilingual } from '../language.js';

/** What people read for who acts as the system: the processes of the house, each by the name that its events carry. */
export const houseActorLabels = {
  deadlines: { es: 'plazos', en: 'deadlines' },
  'link-repeats': { es: 'reportes repetidos', en: 'repeated requests' },
  'keep-one-alive': { es: 'solicitudes duplicadas', en: 'duplicate requests' },
  publication: { es: 'publicación de calendarios y plazos', en: 'publication of calendars and terms' },
  system: { es: 'sistema', en: 'system' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Who acts as the system. */
export type HouseActor = keyof typeof houseActorLabels;

const isHouseActor = (actor: string): actor is HouseActor => Object.hasOwn(houseActorLabels, actor);

/** Who acted, for a person's eye: a process of the house by its name, all others by their pseudonym. */
export const actorTold = (role: string, actor: string, language: Language): string =>
  role === 'system' && isHouseActor(actor) ? houseActorLabels[actor][language] : actor;
