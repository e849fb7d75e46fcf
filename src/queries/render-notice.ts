import { publicStatus } from '../domain/complaint/status.js';
import type { PersonalField } from '../domain/complaint/events.js';
import type { ComplaintState } from '../domain/complaint/state.js';
import { certificate, folioNotice, visitNotice, type Letter } from '../domain/texts/index.js';
import { finalWord } from './letters/final-word.js';
import { furtherWord } from './letters/further-word.js';
import { about, setting, type NoticeMatter } from './letters/matter.js';
import { lastOf } from './opened-events.js';

/**
 * Which text to render: the folio's, a visit's, the final word's (notice, answer or cancellation), what else came of it,
 * or the certificate of the case.
 */
export type NoticeKind = 'folio' | 'visit' | 'final' | 'further' | 'certificate';

const filedBy = ({ filing }: ComplaintState): 'subscriber' | 'reporter' =>
  filing?.reporter === undefined ? 'subscriber' : 'reporter';

const folio = (matter: NoticeMatter): Letter => {
  const { channel, outOfHours } = matter.complaint.filing;
  return folioNotice(setting(matter, filedBy(matter.complaint)), { ...about(matter), channel, outOfHours });
};

const visit = (matter: NoticeMatter): Letter | undefined => {
  const scheduled = lastOf(matter.events, 'VisitScheduled');
  if (scheduled === undefined) return undefined;
  const moved = lastOf(matter.events, 'VisitRescheduled');
  const same = moved?.data.visit === scheduled.data.visit ? moved : undefined;
  const address = scheduled.said('address');
  return visitNotice(setting(matter, filedBy(matter.complaint)), {
    ...about(matter),
    window: (same ?? scheduled).data.window,
    purpose: scheduled.data.purpose,
    rescheduled: same !== undefined,
    ...(address === undefined ? undefined : { address }),
  });
};

/** Who asked for what, as far as this reader may read it. */
const requestTold = ({ complaint: { filing }, events }: NoticeMatter) => {
  const said = (field: PersonalField<'Filed'>) => lastOf(events, 'Filed')?.said(field) ?? null;
  return {
    subscriber: said('subscriber.name'),
    ...(filing.reporter === undefined ? undefined : { reporter: said('reporter.name') }),
    description: said('description'),
  };
};

const proof = (matter: NoticeMatter): Letter => {
  const { complaint, events, now } = matter;
  const { filing } = complaint;
  return certificate(setting(matter), {
    ...about(matter),
    subject: complaint.about.subject,
    ...(complaint.about.defect && { defect: complaint.about.defect }),
    channel: filing.channel,
    status: publicStatus(complaint.facets),
    ...(filing.contract === undefined ? undefined : { contract: filing.contract }),
    ...requestTold(matter),
    history: events.map((event) => {
      const said = event.type === 'Filed' ? undefined : event.words;
      return { ...event, said };
    }),
    issuedAt: now,
  });
};

/** The texts a person receives about their request, from what was recorded of it (O-17, O-24..O-26, O-30). */
export const notices = {
  folio,
  visit,
  final: finalWord,
  further: furtherWord,
  certificate: proof,
} as const satisfies Readonly<Record<NoticeKind, (matter: NoticeMatter) => Letter | undefined>>;

const isNoticeKind = (name: string): name is NoticeKind => Object.hasOwn(notices, name);

/** Every text there is. */
export const noticeKinds: readonly NoticeKind[] = Object.keys(notices).filter(isNoticeKind);
