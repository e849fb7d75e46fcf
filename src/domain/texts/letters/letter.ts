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
  const known = inline(name ?? '');
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

const signature = (setting: Setting): readonly string[] => {
  const { provider, language } = setting;
  const name = inline(provider.name);
  const contact = { es: 'Estamos a sus órdenes en:', en: 'You can reach us at:' }[language];
  const lines = provider.contactPoints.map((point) => contactLine(point, setting));
  return [
    { es: `Atentamente,\nServicio al Cliente\n${name}`, en: `Yours sincerely,\nCustomer Service\n${name}` }[
      language
    ],
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

/** A whole letter: greeting, matter, signature, contact points. */
export const letter = (
  setting: Setting,
  subject: string,
  ...matter: readonly (string | undefined)[]
): Letter => ({
  subject,
  body: paragraphs(greeting(setting.to, setting), ...matter, ...signature(setting)),
});
