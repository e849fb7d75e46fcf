import type { Language } from '../../complaint/vocabulary.js';
import type { ProviderProfile } from '../../provider/profile.js';
import { counted } from '../counted.js';
import type { Bilingual } from '../language.js';
import { inline } from '../plain-text.js';

interface Rules {
  readonly visit: (what: string, hours: number | undefined) => string;
  readonly reopening: (days: number | null) => string;
  readonly lapse: (days: number) => string;
  readonly reach: (attempts: number) => string;
}

/** Up to when a matter may be reopened; of no days the day of its end itself is left. */
const reopenedIn: Bilingual<(days: number) => string> = {
  es: (days) =>
    days === 0
      ? 'el mismo día de'
      : `en ${days === 1 ? 'el día natural que sigue' : `los ${days} días naturales que siguen`} a`,
  en: (days) =>
    days === 0 ? 'on the day of' : `within ${counted(days, 'calendar day', 'calendar days')} of`,
};

const rules: Bilingual<Rules> = {
  es: {
    visit: (what, hours) =>
      `Cuando un asunto, de la clase que sea, requiere ${what}, la cita se coordina con el usuario y se le notifica de antemano${hours === undefined ? '' : `; la espera que se le pide no pasa de ${counted(hours, 'hora', 'horas')}`}.`,
    reopening: (days) =>
      days === null
        ? 'Si no queda conforme, el usuario puede pedir que su asunto se reabra, sin límite de tiempo.'
        : `Si no queda conforme, el usuario puede pedir que su asunto se reabra ${reopenedIn.es(days)} su término.`,
    lapse: (days) =>
      `Si se le pide información o acceso y no contesta en ${counted(days, 'día natural', 'días naturales')}, su asunto puede concluir por falta de respuesta.`,
    reach: (attempts) =>
      `Antes de cerrar un asunto porque no se le localizó, la respuesta final se intenta al menos en ${counted(attempts, 'día', 'días distintos')}.`,
  },
  en: {
    visit: (what, hours) =>
      `Where a matter of whatever kind takes ${what}, the appointment is arranged with the user, who is told beforehand${hours === undefined ? '' : `; they are not asked to wait for more than ${counted(hours, 'hour', 'hours')}`}.`,
    reopening: (days) =>
      days === null
        ? 'A user who is not content may ask for the matter to be reopened at any time.'
        : `A user who is not content may ask for the matter to be reopened ${reopenedIn.en(days)} its end.`,
    lapse: (days) =>
      `A user who is asked for information or access and does not answer within ${counted(days, 'calendar day', 'calendar days')} may see the matter end for lack of an answer.`,
    reach: (attempts) =>
      `Before a matter is closed because the user was not reached, the final word is tried on at least ${counted(attempts, 'day', 'different days')}.`,
  },
};

/** What holds besides the steps: visits, reopening, lapse, and trying to reach the user. */
export const rulesOf = ({ notices, policy }: ProviderProfile, language: Language): readonly string[] => {
  const said = rules[language];
  const { visitWindowHours, reopeningDays, lapseDays, reachAttempts } = policy;
  const visit = notices.find(({ notice }) => notice === 'visit')?.contents[0];
  return [
    ...(visit === undefined ? [] : [said.visit(inline(visit.wording[language]), visitWindowHours)]),
    said.reopening(reopeningDays),
    ...(lapseDays === undefined ? [] : [said.lapse(lapseDays)]),
    ...(reachAttempts === undefined ? [] : [said.reach(reachAttempts)]),
  ];
};
