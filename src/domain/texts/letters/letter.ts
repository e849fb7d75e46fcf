import { zoneInWords } from '../zone-words.js';
import { channelLabels } from '../labels/requests.js';
import { capitalised, harmless, inline } from '../plain-text.js';
import type { Addressee, ContactLine, Letter, Setting } from './setting.js';

const nameless = {
  es: {
    subscriber: 'Apreciable suscriptor:',
    reporter: 'Apreciable usuario:',
    representative: 'Apreciable representante:',
  },
  en: { subscriber: 'Dear subscriber,', reporter: 'Dear user,', representative: 'Dear representative,' },
} as const;

const greeting = ({ part, name }: Addressee, { language }: Setting): string => {
  const known = typeof name === 'string' ? inline(name) : '';
  if (known === '') return nameless[language][part];
  return { es: `Apreciable ${known}:`, en: `Dear ${known},` }[language];
};

const contactLine = (
  { channel, label = channelLabels[channel], at, hours }: ContactLine,
  { language }: Setting,
): string => {
  const when = hours === undefined ? '' : ` (${inline(hours[language])})`;
  return `- ${capitalised(inline(label[language]))}: ${inline(at)}${when}`;
};

/** What those who write to users are called where the profile has no word for them. */
export const desks = { es: 'Servicio al Cliente', en: 'Customer Service' } as const;

const signature = (setting: Setting): readonly string[] => {
  const { provider, language } = setting;
  const name = inline(provider.name);
  const desk = inline((provider.customerService ?? desks)[language]);
  const contact = { es: 'Estamos a sus órdenes en:', en: 'You can reach us at:' }[language];
  const lines = provider.contactPoints.map((point) => contactLine(point, setting));
  return [
    { es: `Atentamente,\n${desk}\n${name}`, en: `Yours sincerely,\n${desk}\n${name}` }[language],
    ...(lines.length === 0 ? [] : [[contact, ...lines].join('\n')]),
  ];
};

/** `Número de seguimiento: CTR-26-0000012-7`, in the provider's own word. */
export const numberLine = ({ provider, language }: Setting, folio: string): string =>
  `${capitalised(inline(provider.folioLabel[language]))}: ${inline(folio)}`;

/** `Recibimos su queja. Número de seguimiento: …` */
export const subjectLine = (setting: Setting, about: string, folio: string): string =>
  inline(`${capitalised(about)}. ${numberLine(setting, folio)}`);

/** Paragraphs, one blank line between two; what is `undefined` is left out. */
export const paragraphs = (...parts: readonly (string | undefined)[]): string =>
  harmless(parts.filter((part) => part !== undefined && part !== '').join('\n\n'));

const timeOfDay = { es: /\d\d:\d\d h\b/u, en: /\b\d\d:\d\d\b/u } as const;

/** Which clock the times of a letter are those of; nothing where it gives none. */
const zoneLine = (
  matter: readonly (string | undefined)[],
  { provider, language }: Setting,
): string | undefined => {
  if (!matter.some((part) => part !== undefined && timeOfDay[language].test(part))) return undefined;
  const zone = zoneInWords(provider.zone, language);
  return {
    es: `Las horas de este aviso corresponden a la ${zone}.`,
    en: `Times in this notice are ${zone}.`,
  }[language];
};

/** A whole letter: greeting, matter, signature, contact points. */
export const letter = (
  setting: Setting,
  subject: string,
  ...matter: readonly (string | undefined)[]
): Letter => ({
  subject,
  body: paragraphs(
    greeting(setting.to, setting),
    ...matter,
    zoneLine(matter, setting),
    ...signature(setting),
  ),
});
