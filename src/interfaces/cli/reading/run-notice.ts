import type { By } from '../../../application/commands/actors.js';
import type { Language } from '../../../domain/complaint/vocabulary.js';
import { letterLabels } from '../../../domain/texts/labels/choices.js';
import type { NoticeKind } from '../../../queries/letters/notice-kinds.js';
import { done, type ExitStatus } from '../exit-status.js';
import { fault } from '../faults.js';
import { printJson, type Session } from '../session/session.js';
import { withQuejas } from '../session/with-quejas.js';
import { wrapped } from '../terminal/wrap.js';
import { missingFolio } from './missing-folio.js';

interface NoticeAsked {
  readonly folio: string;
  readonly kind: NoticeKind;
  readonly language: Language | undefined;
  readonly viewer: By;
}

export const runNotice = (
  session: Session,
  { folio, kind, language, viewer }: NoticeAsked,
): Promise<ExitStatus> =>
  withQuejas(session, 'read', async (quejas) => {
    const letter = await quejas.notice(folio, kind, viewer, { language });
    if (letter === undefined) {
      if ((await quejas.show(folio, viewer)) === undefined) throw await missingFolio(folio, quejas.provider);
      throw fault('nothing-to-tell', { folio, kind }, undefined, {
        es: { kind: letterLabels[kind].es },
        en: { kind: letterLabels[kind].en },
      });
    }
    const { subject, body } = letter;
    if (session.json) await printJson(session, { subject, body });
    else await session.out.write(`${wrapped(session.space, subject)}\n\n${wrapped(session.space, body)}\n`);
    return done;
  });
