import type { Channel, Kind } from '../../complaint/vocabulary.js';
import type { Bilingual, Labels } from '../language.js';
import type { Sending, Setting } from './setting.js';

/** The request, as one speaks of it to the person who made it. */
export const yourRequest: Labels<Kind> = {
  fault: { es: 'su reporte de falla', en: 'your fault report' },
  complaint: { es: 'su queja', en: 'your complaint' },
  clarification: { es: 'su aclaración', en: 'your clarification' },
  inquiry: { es: 'su consulta', en: 'your inquiry' },
  suggestion: { es: 'su sugerencia', en: 'your suggestion' },
  cancellation: { es: 'su solicitud de cancelación', en: 'your cancellation request' },
  procedure: { es: 'su trámite', en: 'your procedure' },
};

/** The channel, as an adverb. */
export const byChannel: Labels<Channel> = {
  phone: { es: 'por teléfono', en: 'by phone' },
  email: { es: 'por correo electrónico', en: 'by e-mail' },
  web: { es: 'por nuestra página web', en: 'through our web page' },
  'in-person': { es: 'en persona', en: 'in person' },
  messaging: { es: 'por mensajería', en: 'by message' },
  post: { es: 'por correo postal', en: 'by post' },
  authority: { es: 'por medio de una autoridad', en: 'through an authority' },
  other: { es: 'por otro medio', en: 'by another channel' },
};

/** What stands in place of words that can no longer be read. */
export const erased: Bilingual = {
  es: '(texto suprimido para proteger datos personales)',
  en: '(text erased to protect personal data)',
};

/** Why the answer comes this way: the user chose it, or filed by it (I-21); `undefined` where it is neither. */
export const whyThisWay = (
  { channel, filedBy, preferred }: Sending,
  { language }: Setting,
): string | undefined => {
  const by = byChannel[channel][language];
  if (channel === preferred)
    return { es: `Le respondemos ${by}, como usted lo pidió.`, en: `We answer ${by}, as you asked.` }[
      language
    ];
  if (channel !== filedBy || preferred !== undefined) return undefined;
  return {
    es: `Le respondemos ${by}, el mismo medio que usted usó.`,
    en: `We answer ${by}, the way you used.`,
  }[language];
};
