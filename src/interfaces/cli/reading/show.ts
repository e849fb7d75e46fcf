import type { CaseView } from '../../../queries/case-view.js';
import { flag } from '../flags/flag.js';
import { momentOption } from '../flags/option-values.js';
import { done } from '../exit-status.js';
import type { Subcommand } from '../program/subcommand.js';
import { printJson } from '../session/session.js';
import { withQuejas } from '../session/with-quejas.js';
import { lookingGroup } from './groups.js';
import { viewerFlags, viewerOf } from './viewer-flags.js';

const ordered = (shown: CaseView) => {
  const { folio, kind, status, view } = shown;
  if (shown.view === 'brief') return { folio, kind, status, view };
  const { history, folio: _folio, kind: _kind, status: _status, view: _view, ...facets } = shown;
  return { folio, kind, status, view, ...facets, history };
};

export const show: Subcommand = {
  name: 'show',
  aliases: [],
  group: lookingGroup,
  about: { es: 'Una solicitud: cómo está y su historia', en: 'One request: how it stands, and its history' },
  operand: {
    name: { es: 'folio', en: 'folio' },
    required: true,
    about: { es: 'El folio', en: 'The folio' },
  },
  flags: [
    flag(
      'at',
      'instant',
      'Como estaba entonces: lo que ya había ocurrido',
      'As it stood then: what had happened',
    ),
    flag('known-at', 'instant', 'Con lo que se sabía entonces', 'With what was known then'),
    ...viewerFlags,
  ],
  run: (session, { operand = '', options }) => {
    const at = momentOption(options, 'at');
    const knownAt = momentOption(options, 'knownAt');
    const viewer = viewerOf(options);
    return withQuejas(session, 'read', async (quejas) => {
      const { zone } = quejas.provider;
      const view = await quejas.show(operand, viewer, {
        ...(at === undefined ? {} : { at: await at(zone) }),
        ...(knownAt === undefined ? {} : { knownAt: await knownAt(zone) }),
      });
      if (view === undefined) {
        const { missingFolio } = await import('./missing-folio.js');
        throw await missingFolio(operand, quejas.provider);
      }
      if (session.json) await printJson(session, ordered(view));
      else {
        const { caseText } = await import('./case-text.js');
        await session.out.write(await caseText(session, view, quejas.provider));
      }
      return done;
    });
  },
};
