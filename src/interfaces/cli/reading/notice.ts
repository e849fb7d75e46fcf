import { noticeKinds } from '../../../queries/letters/notice-kinds.js';
import { channels, languages } from '../../../domain/complaint/vocabulary.js';
import { flag } from '../flags/flag.js';
import { choiceMeant, choiceOption, textOf, textsOf } from '../flags/option-values.js';
import type { Subcommand } from '../program/subcommand.js';
import { lookingGroup } from './groups.js';
import { viewerFlags, viewerOf } from './viewer-flags.js';

const kinds = noticeKinds;

export const notice: Subcommand = {
  name: 'notice',
  aliases: [],
  group: lookingGroup,
  about: { es: 'El texto de un aviso para el usuario', en: 'The text of a notice for the user' },
  operand: {
    name: { es: 'folio', en: 'folio' },
    required: true,
    about: { es: 'El folio', en: 'The folio' },
  },
  flags: [
    flag('kind', kinds, 'Qué aviso (si falta: folio)', 'Which notice (default: folio)'),
    flag(
      'language',
      languages,
      'En qué idioma (si falta: el de la solicitud)',
      'In which language (default: that of the request)',
    ),
    ...viewerFlags,
  ],
  run: async (session, { operand = '', options }) => {
    const kind = choiceOption(options, 'kind', kinds) ?? 'folio';
    const language = choiceOption(options, 'language', languages);
    const viewer = viewerOf(options);
    const { runNotice } = await import('./run-notice.js');
    return runNotice(session, { folio: operand, kind, language, viewer });
  },
};

export const notices: Subcommand = {
  name: 'notices',
  aliases: [],
  group: lookingGroup,
  about: {
    es: 'Las cartas que faltan por enviar; con --json, una por renglón, para el programa que las envía',
    en: 'The letters that are still to be sent; with --json one a line, for the program that sends them',
  },
  flags: [
    flag('after', 'text', 'Desde dónde seguir: «next» de una carta', 'Where to go on: "next" of a letter'),
    flag('channel', { anyOf: channels }, 'Sólo las de este medio', 'Only those of this channel'),
    ...viewerFlags,
  ],
  run: async (session, { options }) => {
    const asked = textsOf(options, 'channel').map((channel) => choiceMeant('channel', channel, channels));
    const viewer = viewerOf(options);
    const { runNotices } = await import('./run-notices.js');
    return runNotices(session, { after: textOf(options, 'after'), channels: asked, viewer });
  },
};
