import { noticeKinds } from '../../../queries/letters/notice-kinds.js';
import { languages } from '../../../domain/complaint/vocabulary.js';
import { done } from '../exit-status.js';
import { fault } from '../faults.js';
import { flag } from '../flags/flag.js';
import { choiceOption } from '../flags/option-values.js';
import type { Subcommand } from '../program/subcommand.js';
import { printJson } from '../session/session.js';
import { withQuejas } from '../session/with-quejas.js';
import { wrapped } from '../terminal/wrap.js';
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
  run: (session, { operand = '', options }) => {
    const kind = choiceOption(options, 'kind', kinds) ?? 'folio';
    const language = choiceOption(options, 'language', languages);
    const viewer = viewerOf(options);
    return withQuejas(session, 'read', async (quejas) => {
      const letter = await quejas.notice(operand, kind, viewer, { language });
      if (letter === undefined) throw fault('nothing-to-tell', { folio: operand, kind });
      const { subject, body } = letter;
      if (session.json) await printJson(session, { subject, body });
      else await session.out.write(`${wrapped(session.space, subject)}\n\n${wrapped(session.space, body)}\n`);
      return done;
    });
  },
};
