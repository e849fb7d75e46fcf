import { publicStatus } from '../domain/complaint/status.js';
import type { PersonalField } from '../domain/complaint/events.js';
import type { ComplaintState, FiledComplaint } from '../domain/complaint/state.js';
import type { Language } from '../domain/complaint/vocabulary.js';
import type { Instant } from '../domain/kernel/instant.js';
import {
  certificate,
  finalNotice,
  folioNotice,
  furtherNotice,
  visitNotice,
  type Letter,
  type ProviderWords,
  type Setting,
  type ToldEnding,
  type ToldRestoration,
  type ToldRuling,
} from '../domain/texts/index.js';
import { lastOf, standing, type OpenedEvent } from './opened-events.js';

/** Which text to render: the folio's, a visit's, the final word's, what else came of it, or the certificate of the case. */
export type NoticeKind = 'folio' | 'visit' | 'final' | 'further' | 'certificate';

/** What a notice is rendered from: the recorded facts, and what this reader may read. */
export interface NoticeMatter {
  readonly complaint: FiledComplaint;
  readonly events: readonly OpenedEvent[];
  readonly provider: ProviderWords;
  readonly language: Language;
  readonly now: Instant;
}

const endings: readonly string[] = ['NotAccepted', 'Withdrawn', 'Lapsed', 'MarkedDuplicate', 'Closed'];

const partName = (events: readonly OpenedEvent[], part: 'subscriber' | 'reporter') =>
  lastOf(events, 'Filed')?.said(`${part}.name`);

const setting = (matter: NoticeMatter, part: 'subscriber' | 'reporter' = 'subscriber'): Setting => {
  const name = partName(matter.events, part);
  return {
    provider: matter.provider,
    language: matter.language,
    to: { part, ...(name === undefined ? undefined : { name }) },
  };
};

const about = ({ complaint }: NoticeMatter) => ({
  folio: complaint.folio,
  kind: complaint.about.kind,
  receivedAt: complaint.filing.receivedAt,
});

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

const restorationTold = (matter: NoticeMatter, told: { revision: number }): ToldRestoration => {
  const notice = lastOf(matter.events, 'UserNotified', told.revision);
  const { restoration, offer } = notice?.data ?? { restoration: 'not-applicable' as const, offer: undefined };
  const repair = standing(
    lastOf(matter.events, 'Repaired', told.revision),
    lastOf(matter.events, 'RestorationCorrected', told.revision),
  );
  const restoredAt = repair?.data.restoredAt;
  switch (restoration) {
    case 'confirmed':
      return { kind: restoration, ...(restoredAt === undefined ? undefined : { restoredAt }) };
    case 'impossible':
      return { kind: restoration, reason: notice?.said('reason') ?? null, offer: offer ?? 'compensation' };
    case 'not-ours':
    case 'not-needed':
    case 'not-applicable':
      return { kind: restoration };
  }
};

type Told = NonNullable<ReturnType<typeof lastOf<'UserNotified'>>>;

const rulingTold = ({ complaint, events }: NoticeMatter, { data }: Told): ToldRuling => {
  const ruling = standing(
    lastOf(events, 'Ruled', data.ruling),
    lastOf(events, 'RulingCorrected', data.ruling),
  );
  const says = { basis: ruling?.data.basis ?? '', reasons: ruling?.said('reasons') ?? null };
  const { outcome, nextInstance = complaint.filing.terms.nextInstance } = data;
  return outcome === 'dismissed' ? { ...says, outcome, nextInstance } : { ...says, outcome };
};

const compensationTold = ({ events }: NoticeMatter, { data, revision }: Told) => {
  if (data.compensation === undefined) return undefined;
  const billingCutoff = lastOf(events, 'CompensationGranted', revision)?.data.billingCutoff;
  return { compensation: { ...data.compensation, ...(billingCutoff && { billingCutoff }) } };
};

const final = (matter: NoticeMatter): Letter | undefined => {
  const { complaint, events } = matter;
  const told = lastOf(events, 'UserNotified');
  if (told === undefined) return undefined;
  const explanation = lastOf(events, 'CauseVerified', told.data.cause)?.said('forUser');
  const replaced =
    told.data.replaces === undefined ? undefined : lastOf(events, 'UserNotified', told.data.replaces);
  const { preferredChannel, channel, terms } = complaint.filing;
  return finalNotice(setting(matter, told.data.recipient), {
    ...about(matter),
    causes: told.data.causes,
    ...(explanation === undefined ? undefined : { explanation }),
    ruling: rulingTold(matter, told),
    restoration: restorationTold(matter, told),
    ...compensationTold(matter, told),
    ...(told.data.undueCharge && { undueCharge: told.data.undueCharge }),
    sending: {
      channel: told.data.channel,
      filedBy: channel,
      ...(preferredChannel && { preferred: preferredChannel }),
    },
    reopeningDays: terms.reopeningDays,
    ...(replaced && { replaces: { sentAt: replaced.data.sentAt } }),
  });
};

/** How it ended before the user was told of it, where the final word did not tell that. */
const endingTold = ({ events }: NoticeMatter, { revision }: { revision: number }): ToldEnding | undefined => {
  const ended = events
    .filter((event) => event.revision < revision)
    .findLast(({ type }) => endings.includes(type));
  switch (ended?.type) {
    case 'Withdrawn':
      return { kind: 'withdrawn' };
    case 'Lapsed':
      return { kind: 'lapsed', reason: ended.data.reason };
    case 'MarkedDuplicate':
      return { kind: 'duplicate', ...(ended.data.of === '' ? undefined : { of: ended.data.of }) };
    case 'NotAccepted':
      return {
        kind: 'not-accepted',
        reason: ended.data.reason,
        explanation: ended.said('explanation') ?? null,
      };
    case 'Closed':
      return ended.data.reason === 'not-reached' ? { kind: 'not-reached' } : undefined;
    default:
      return undefined;
  }
};

type ToldMore = NonNullable<ReturnType<typeof lastOf<'FurtherNoticeGiven'>>>;

const agreementTold = ({ events }: NoticeMatter, { data, revision }: ToldMore) => {
  const made = data.about.includes('agreement')
    ? lastOf(events, 'ConciliationRecorded', revision)
    : undefined;
  return made && { agreement: made.said('agreement') ?? null };
};

const resolutionTold = ({ events }: NoticeMatter, { data, revision }: ToldMore) => {
  const done = data.about.includes('resolution')
    ? lastOf(events, 'ResolutionCarriedOut', revision)
    : undefined;
  return done && { resolution: { reference: done.data.reference, done: done.said('done') ?? null } };
};

/** What the user was told last beside the final word, as it was recorded until then. */
const further = (matter: NoticeMatter): Letter | undefined => {
  const told = lastOf(matter.events, 'FurtherNoticeGiven');
  if (told === undefined) return undefined;
  const { about: tells, channel, compensation, undueCharge } = told.data;
  const ending = tells.includes('ending') ? endingTold(matter, told) : undefined;
  const { preferredChannel, channel: filedBy, terms } = matter.complaint.filing;
  return furtherNotice(setting(matter), {
    ...about(matter),
    ...(ending && { ending }),
    ...(compensation && { compensation }),
    ...(undueCharge && { undueCharge }),
    ...agreementTold(matter, told),
    ...resolutionTold(matter, told),
    nextInstance: terms.nextInstance,
    reopeningDays: terms.reopeningDays,
    sending: { channel, filedBy, ...(preferredChannel && { preferred: preferredChannel }) },
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
export const notices = { folio, visit, final, further, certificate: proof } as const satisfies Readonly<
  Record<NoticeKind, (matter: NoticeMatter) => Letter | undefined>
>;

const isNoticeKind = (name: string): name is NoticeKind => Object.hasOwn(notices, name);

/** Every text there is. */
export const noticeKinds: readonly NoticeKind[] = Object.keys(notices).filter(isNoticeKind);
