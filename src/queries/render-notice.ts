import { publicStatus } from '../domain/complaint/status.js';
import type { PersonalField } from '../domain/complaint/events.js';
import type { ComplaintState } from '../domain/complaint/state.js';
import { isOpen } from '../domain/complaint/visit/open.js';
import { certificate, folioNotice, visitNotice, type Letter } from '../domain/texts/index.js';
import { finalWord } from './letters/final-word.js';
import { furtherWord } from './letters/further-word.js';
import { about, setting, type NoticeMatter } from './letters/matter.js';
import { lastOf, type OpenedEvent } from './opened-events.js';

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

type Arranged = OpenedEvent<'VisitScheduled' | 'VisitRescheduled'>;

const isArrangement = (event: OpenedEvent): event is Arranged =>
  event.type === 'VisitScheduled' || event.type === 'VisitRescheduled';

/** The visit that the user may expect, as it was arranged last; of several, the one arranged last. */
const visit = (matter: NoticeMatter): Letter | undefined => {
  const { complaint, events, now } = matter;
  const expected = (number: number) => {
    const one = complaint.facets.ending === 'open' ? complaint.visits[number] : undefined;
    return one !== undefined && isOpen(one) && now < one.window.to ? one : undefined;
  };
  const arranged = events.filter(isArrangement);
  const told = arranged.findLast(({ data }) => expected(data.visit) !== undefined);
  const one = told && expected(told.data.visit);
  if (one === undefined) return undefined;
  const [address] = arranged.flatMap((event) =>
    event.type === 'VisitScheduled' && event.data.visit === told?.data.visit ? [event.said('address')] : [],
  );
  return visitNotice(setting(matter, filedBy(complaint)), {
    ...about(matter),
    window: one.window,
    purpose: one.purpose,
    rescheduled: told?.type === 'VisitRescheduled',
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
