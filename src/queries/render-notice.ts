import { publicStatus } from '../domain/complaint/status.js';
import type { PersonalField } from '../domain/complaint/events.js';
import { certificate } from '../domain/texts/certificate/certificate.js';
import { folioNotice } from '../domain/texts/letters/folio-notice.js';
import { confirmationWord, informationWord } from './letters/asked-word.js';
import { answerWord, cancellationWord, finalWord } from './letters/final-word.js';
import {
  agreementWord,
  conciliationWord,
  endingWord,
  furtherWord,
  furtherWordOf,
} from './letters/further-word.js';
import { withdrawnBy } from './letters/withdrawn-by.js';
import { about, filedBy, setting, type NoticeMatter, type Rendered } from './letters/matter.js';
import type { NoticeKind } from './letters/notice-kinds.js';
import { cancelledVisitWord, missedVisitWord, movedVisitWord, visitWord } from './letters/visit-word.js';
import { lastOf } from './opened-events.js';

const folio = (matter: NoticeMatter): Rendered => {
  const told = lastOf(matter.events, 'FolioCommunicated');
  const then = matter.asOf(told?.revision ?? 1);
  const { channel, outOfHours } = then.complaint.filing;
  return {
    letter: folioNotice(setting(then, filedBy(then.complaint)), { ...about(then), channel, outOfHours }),
    ...(told && { notice: told.revision }),
  };
};

/** Who asked for what, as far as this reader may read it. */
const requestTold = ({ complaint: { filing }, events }: NoticeMatter) => {
  const said = (field: PersonalField<'Filed'>) => lastOf(events, 'Filed')?.said(field);
  const [subscriber, reporter, description, remedySought] = [
    said('subscriber.name'),
    said('reporter.name'),
    said('description'),
    said('remedySought'),
  ];
  return {
    noSubscriber: filing.report !== undefined,
    reported: filing.reporter !== undefined,
    ...(subscriber !== undefined && { subscriber }),
    ...(filing.reporter !== undefined && { reporter }),
    ...(description !== undefined && { description }),
    ...(remedySought !== undefined && { remedySought }),
  };
};

const proof = (matter: NoticeMatter): Rendered => {
  const { complaint, events, now } = matter;
  const { filing } = complaint;
  const letter = certificate(setting(matter), {
    ...about(matter),
    subject: complaint.about.subject,
    ...(complaint.about.defect && { defect: complaint.about.defect }),
    channel: filing.channel,
    status: publicStatus(complaint.facets),
    standing: complaint.facets,
    ...(filing.contract === undefined ? undefined : { contract: filing.contract }),
    ...requestTold(matter),
    history: events.map((event) => {
      const said = event.type === 'Filed' ? undefined : event.words;
      return event.type === 'Withdrawn'
        ? { ...event, said, by: withdrawnBy(event, matter) }
        : { ...event, said };
    }),
    issuedAt: now,
  });
  return { letter };
};

/** The texts a person receives about their request, from what was recorded of it (O-17, O-24..O-26, O-30). */
export const notices: Readonly<Record<NoticeKind, (matter: NoticeMatter) => Rendered | undefined>> = {
  folio,
  visit: visitWord,
  'visit-moved': movedVisitWord,
  'visit-cancelled': cancelledVisitWord,
  'visit-missed': missedVisitWord,
  information: informationWord,
  confirmation: confirmationWord,
  final: finalWord,
  answer: answerWord,
  cancellation: cancellationWord,
  refusal: endingWord('not-accepted'),
  lapse: endingWord('lapsed'),
  duplicate: endingWord('duplicate'),
  withdrawal: endingWord('withdrawn'),
  'not-reached': endingWord('not-reached'),
  report: endingWord('report-concluded'),
  compensation: furtherWordOf('compensation'),
  conciliation: conciliationWord,
  agreement: agreementWord,
  resolution: furtherWordOf('resolution'),
  penalty: furtherWordOf('penalty'),
  arco: furtherWordOf('arco'),
  'next-instance': furtherWordOf('next-instance'),
  reopening: furtherWordOf('reopening'),
  further: furtherWord,
  certificate: proof,
};
