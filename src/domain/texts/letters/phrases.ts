import type { Channel, Kind } from '../../complaint/vocabulary.js';
import type { Bilingual, Labels } from '../language.js';
import { labelOf, sharedVocabulary } from '../labels/vocabulary.js';
import { inline } from '../plain-text.js';
import type { AboutRequest, Opened, Sending, Setting, Unreadable } from './setting.js';

/** The request, as one speaks of it to the person who made it. */
export const yourRequest: Labels<Kind> = {
  fault: { es: 'su reporte de falla', en: 'your fault report' },
  complaint: { es: 'su queja', en: 'your complaint' },
  clarification: { es: 'su solicitud de aclaración', en: 'your request for clarification' },
  inquiry: { es: 'su consulta', en: 'your inquiry' },
  suggestion: { es: 'su sugerencia', en: 'your suggestion' },
  cancellation: { es: 'su solicitud de cancelación', en: 'your cancellation request' },
  procedure: { es: 'su trámite', en: 'your procedure' },
};

const yourDoubt: Bilingual = { es: 'su duda', en: 'your doubt' };

/** The request as its letter calls it: a doubt is one (O-03), and a procedure has its name (O-06). */
export const requestOf = (
  { kind, subkind }: Pick<AboutRequest, 'kind' | 'subkind'>,
  { provider, language }: Pick<Setting, 'provider' | 'language'>,
): string => {
  const request = yourRequest[kind][language];
  if (kind === 'inquiry' && subkind === 'doubt') return yourDoubt[language];
  if (kind !== 'procedure' || subkind === undefined) return request;
  const name = labelOf(provider.vocabulary ?? sharedVocabulary, 'procedures', subkind, language);
  if (name === undefined) return request;
  return { es: `${request} de ${name}`, en: `${request} (${name})` }[language];
};

const authorities: Readonly<Record<string, { readonly name: string; readonly online: string }>> = {
  PROFECO: { name: 'Procuraduría Federal del Consumidor (PROFECO)', online: 'Concilianet' },
  CRT: { name: 'Comisión Reguladora de Telecomunicaciones (CRT)', online: '' },
};

const reached = {
  es: {
    phone: (one: boolean) => (one ? 'teléfono' : 'teléfonos'),
    and: ' y ',
    email: 'correo electrónico',
    web: 'en línea en',
    office: 'oficina',
  },
  en: {
    phone: (one: boolean) => (one ? 'phone' : 'phones'),
    and: ' and ',
    email: 'e-mail',
    web: 'online at',
    office: 'office',
  },
} as const;

/**
 * Where the user may turn to next, in full: its whole name, and how it is reached where it is the one of the
 * provider's terms (I-10).
 */
export const nextInstanceOf = (named: string, { provider, language }: Setting): string => {
  const words = reached[language];
  const known = Object.hasOwn(authorities, named) ? authorities[named] : undefined;
  const contacts = provider.nextInstance?.name === named ? provider.nextInstance.contacts : [];
  const at = (kind: (typeof contacts)[number]['kind']) =>
    contacts.filter((each) => each.kind === kind).map(({ value }) => inline(value));
  const ways = (['phone', 'email', 'web', 'office'] as const).flatMap((kind) => {
    const values = at(kind);
    if (values.length === 0) return [];
    const way = kind === 'phone' ? words.phone(values.length === 1) : words[kind];
    const online = kind === 'web' && known !== undefined && known.online !== '' ? known.online : undefined;
    const listed = values.join(words.and);
    return [online === undefined ? `${way} ${listed}` : `${way} ${online} (${listed})`];
  });
  return [known?.name ?? inline(named), ...ways].join(', ');
};

/** When a channel of the provider is attended, in words; `undefined` where its profile does not say. */
export const hoursOf = (channel: Channel, { provider, language }: Setting): string | undefined => {
  const point = provider.contactPoints.find((each) => each.channel === channel);
  return point?.hours === undefined ? undefined : inline(point.hours[language]);
};

/** The channel, as an adverb. */
export const byChannel: Labels<Channel> = {
  phone: { es: 'por teléfono', en: 'by phone' },
  email: { es: 'por correo electrónico', en: 'by e-mail' },
  web: { es: 'por nuestra página web', en: 'through our web page' },
  'in-person': { es: 'en persona', en: 'in person' },
  messaging: { es: 'por mensaje (WhatsApp)', en: 'by message (WhatsApp)' },
  post: { es: 'por correo postal', en: 'by post' },
  authority: { es: 'por medio de una autoridad', en: 'through an authority' },
  other: { es: 'por otro medio', en: 'by another channel' },
};

/** What stands in place of words that can no longer be read. */
export const erased: Bilingual = {
  es: '(texto suprimido para proteger datos personales)',
  en: '(text erased to protect personal data)',
};

/** Where no name was given. */
export const nameless: Bilingual = { es: 'sin nombre', en: 'no name given' };

/** What a reader may not see of what was said: nothing was erased. */
const withheldWords: Bilingual = {
  es: '(reservado a las partes y a quienes atienden la solicitud)',
  en: '(kept for the parties and those who attend to the request)',
};

/** What stands in place of words that are there, and cannot be read now: it never looks like erasure. */
export const unreadable: Readonly<Record<Unreadable['unreadable'], Bilingual>> = {
  'key-missing': {
    es: '(texto no disponible: falta la llave con que se selló)',
    en: '(text not available: the key it was sealed with is missing)',
  },
  'ciphertext-invalid': {
    es: '(texto no disponible: lo sellado está dañado)',
    en: '(text not available: what was sealed is damaged)',
  },
};

/** The words of a person as this reader reads them: said so where they were erased, or cannot or may not be read. */
export const readable = (said: Opened, language: Setting['language']): string => {
  if (typeof said === 'string') return said;
  if (said === null) return erased[language];
  return ('withheld' in said ? withheldWords : unreadable[said.unreadable])[language];
};

/** The user chose this channel for answers; one without a name of its own is not named. */
const asYouAsked = (channel: Channel): Bilingual =>
  channel === 'other'
    ? {
        es: 'Le respondemos por el medio que usted pidió.',
        en: 'We answer by the channel that you asked for.',
      }
    : {
        es: `Le respondemos ${byChannel[channel].es}, como usted lo pidió.`,
        en: `We answer ${byChannel[channel].en}, as you asked.`,
      };

/** The request came by this channel. */
const asYouCame = (channel: Channel): Bilingual => {
  switch (channel) {
    case 'other':
      return {
        es: 'Le respondemos por el mismo medio que usted usó.',
        en: 'We answer by the channel that you used.',
      };
    case 'authority':
      return {
        es: 'Le respondemos por medio de la autoridad a la que usted acudió.',
        en: 'We answer through the authority that you turned to.',
      };
    case 'in-person':
      return {
        es: 'Le respondemos en persona, como usted presentó su solicitud.',
        en: 'We answer in person, the way you came to us.',
      };
    default:
      return {
        es: `Le respondemos ${byChannel[channel].es}, el mismo medio que usted usó.`,
        en: `We answer ${byChannel[channel].en}, the way you used.`,
      };
  }
};

/** Why the answer comes this way: the user chose it, or filed by it (I-21); `undefined` where it is neither. */
export const whyThisWay = (
  { channel, filedBy, preferred }: Sending,
  { language }: Setting,
): string | undefined => {
  if (channel === preferred) return asYouAsked(channel)[language];
  return channel === filedBy && preferred === undefined ? asYouCame(channel)[language] : undefined;
};
