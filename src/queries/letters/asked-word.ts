import { confirmationNotice, informationNotice } from '../../domain/texts/letters/question-notice.js';
import { asCorrected, lastOf } from '../opened-events.js';
import { about, filedBy, setting, type NoticeMatter, type Rendered } from './matter.js';

/** What the user was asked for last. */
export const informationWord = (matter: NoticeMatter): Rendered | undefined => {
  const asked = lastOf(matter.events, 'InformationRequested');
  if (asked === undefined) return undefined;
  const then = matter.asOf(asked.revision);
  const { lapseDays = 10 } = then.complaint.filing.terms;
  return {
    letter: informationNotice(setting(then, filedBy(then.complaint)), {
      ...about(then),
      question: asked.said('question') ?? null,
      lapseDays,
    }),
    notice: asked.revision,
  };
};

/** The user was asked to confirm that the service is back. */
export const confirmationWord = (matter: NoticeMatter): Rendered | undefined => {
  const asked = lastOf(matter.events, 'RestorationConfirmationRequested');
  if (asked === undefined) return undefined;
  const then = matter.asOf(asked.revision);
  const { events, complaint } = then;
  const restoredAt = asCorrected(lastOf(events, 'Repaired'), lastOf(events, 'RestorationCorrected'))?.data
    .restoredAt;
  return {
    letter: confirmationNotice(setting(then, filedBy(complaint)), {
      ...about(then),
      ...(restoredAt !== undefined && { restoredAt }),
    }),
    notice: asked.revision,
  };
};
