import { asCustomerService, type By } from '../application/commands/actors.js';
import { idInStream, prefixOf, streamName } from '../application/identity/stream-name.js';
import type { Clock } from '../application/ports/clock.js';
import type { EventStore, Position, StoredEvent } from '../application/ports/event-store.js';
import type { Codec } from '../application/schema/codec.js';
import type { Recipient } from '../domain/complaint/notice/messages.js';
import { channelFor } from '../domain/complaint/notice/channel-for.js';
import type { notices as sentToUsers } from '../domain/complaint/rests-on.js';
import { isOpen } from '../domain/complaint/visit/open.js';
import type { Channel, Language } from '../domain/complaint/vocabulary.js';
import type { Instant } from '../domain/kernel/instant.js';
import type { Letter, ProviderWords } from '../domain/texts/index.js';
import { finalWords } from './letters/final-word.js';
import { filedBy, heldBy, setting, type NoticeMatter, type Rendered } from './letters/matter.js';
import { matterOf } from './letters/stored-matter.js';
import { provenBy } from './letters/proven-delivery.js';
import { notifiedVisitWord } from './letters/visit-word.js';
import { lastOf, type OpenedEvent } from './opened-events.js';
import type { NoticeKind } from './letters/notice-kinds.js';
import { notices } from './render-notice.js';

/** Whom a letter goes to. */
export interface NoticeAddressee {
  /** The subscriber, the user who reported it, or who acts for one of them. */
  readonly part: Recipient;
  /** Absent where none was given, was erased, or may not be read. */
  readonly name?: string;
  /** The same. */
  readonly phone?: string;
  /** The same. */
  readonly email?: string;
}

/** A letter that is to leave the house. */
export interface DueNotice {
  /** The same for the same letter however often it is asked for: by it a mailer drops doubles. */
  readonly key: string;
  /** The request it is about. */
  readonly folio: string;
  /** What `recordDelivery` and `recordDeliveryFailure` name it by. */
  readonly notice: number;
  /** Which letter it is. */
  readonly kind: NoticeKind;
  /** By which channel the user is to be reached (I-21). */
  readonly channel: Channel;
  /** Whom it goes to. */
  readonly to: NoticeAddressee;
  /** What it is written in. */
  readonly language: Language;
  /** When what it tells was recorded to be told. */
  readonly occurredAt: Instant;
  /** One line, fit for a mail's subject. */
  readonly subject: string;
  /** Plain text, paragraphs apart by an empty line. */
  readonly body: string;
}

/** A page of the letters that are due. */
export interface DueNotices {
  /** In the order in which they became due. */
  readonly items: readonly DueNotice[];
  /** Ask for the next page after this; `undefined` where nothing was read yet. */
  readonly next: Position | undefined;
  /** True where nothing more is due now. */
  readonly caughtUp: boolean;
}

/** Which letters are asked for. */
export interface DueNoticesAsked {
  readonly after?: Position | undefined;
  /** How many events are looked at for a page. */
  readonly limit: number;
  readonly channels?: readonly Channel[] | undefined;
}

interface NoticesParts {
  readonly store: EventStore;
  readonly codec: Codec;
  readonly clock: Clock;
  readonly words: ProviderWords;
  readonly namespace: string;
  readonly provider: string;
}

/** Which letter each event sends: one of each that a delivery may be proved of. */
const sentBy = {
  FolioCommunicated: 'folio',
  AcknowledgementSent: 'folio',
  VisitNotified: 'visit',
  VisitCancelled: 'visit-cancelled',
  VisitFailed: 'visit-missed',
  InformationRequested: 'information',
  RestorationConfirmationRequested: 'confirmation',
  UserNotified: 'final',
  AnswerProvided: 'answer',
  CancellationExecuted: 'cancellation',
  CancellationCorrected: 'cancellation',
  FurtherNoticeGiven: 'further',
  CertificateIssued: 'certificate',
} as const satisfies Readonly<Record<(typeof sentToUsers)[number], NoticeKind>>;

type Sender = OpenedEvent<keyof typeof sentBy>;

const isSender = (event: OpenedEvent): event is Sender => Object.hasOwn(sentBy, event.type);

const isFinalWord = ({ type }: OpenedEvent): boolean => finalWords.some((word) => word === type);

/** Whether the letter was answered for: it arrived, or it came back and is told anew by another one. */
const isAnswered = ({ revision }: Sender, events: readonly OpenedEvent[]): boolean =>
  events.some(
    (event) =>
      (event.type === 'NotificationDelivered' && provenBy(event, events) === revision) ||
      (event.type === 'NotificationFailed' && event.data.notice === revision),
  );

/** The window that a notice told of stands still. */
const isExpected = (event: OpenedEvent<'VisitNotified'>, { complaint, events, now }: NoticeMatter) => {
  const { visit: number } = event.data;
  const visit = complaint.visits[number];
  const moved = events.some(
    ({ type, data, revision }) =>
      type === 'VisitRescheduled' && data.visit === number && revision > event.revision,
  );
  return visit !== undefined && isOpen(visit) && !moved && now < visit.window.to;
};

/** Whether it still tells what is so: a letter that another one took the place of is sent no more. */
const holds = (event: Sender, matter: NoticeMatter): boolean => {
  const { complaint, events } = matter;
  switch (event.type) {
    case 'VisitNotified':
      return isExpected(event, matter);
    case 'InformationRequested':
      return complaint.requests.open.includes(event.data.request);
    case 'RestorationConfirmationRequested':
      return complaint.facets.restoration === 'requested';
    default:
      return (
        !isFinalWord(event) || !events.some((later) => isFinalWord(later) && later.revision > event.revision)
      );
  }
};

const renderedOf = (event: Sender, matter: NoticeMatter): Rendered | undefined => {
  const then = { ...matter.asOf(event.revision), now: event.occurredAt };
  return event.type === 'VisitNotified'
    ? notifiedVisitWord(then, event.revision)
    : notices[sentBy[event.type]](then);
};

const partOf = (event: Sender, { complaint }: NoticeMatter): Recipient => {
  if (event.type === 'UserNotified') return event.data.recipient;
  const isOfTheHolder =
    event.type === 'FurtherNoticeGiven' || event.type === 'CertificateIssued' || isFinalWord(event);
  return isOfTheHolder ? heldBy(complaint) : filedBy(complaint);
};

const text = (said: unknown): string | undefined =>
  typeof said === 'string' && said.trim() !== '' ? said : undefined;

const addresseeOf = (event: Sender, matter: NoticeMatter): NoticeAddressee => {
  const part = partOf(event, matter);
  const source =
    part === 'representative'
      ? lastOf(matter.events, 'RepresentativeAccredited', event.revision)
      : lastOf(matter.events, 'Filed');
  const said = (what: 'phone' | 'email') => {
    if (source?.type === 'RepresentativeAccredited') return text(source.said(`representative.${what}`));
    return source === undefined || part === 'representative'
      ? undefined
      : text(source.said(`${part}.${what}`));
  };
  const representative = event.type === 'UserNotified' ? event.data.representative : undefined;
  const name = text(setting(matter, part, representative).to.name);
  const [phone, email] = [said('phone'), said('email')];
  return { part, ...(name && { name }), ...(phone && { phone }), ...(email && { email }) };
};

const channelOf = ({ data }: Sender, { complaint }: NoticeMatter): Channel =>
  'channel' in data ? data.channel : channelFor(undefined, complaint);

const noticeOf = (event: Sender, letter: Letter, matter: NoticeMatter, id: string): DueNotice => ({
  key: id,
  folio: matter.complaint.folio,
  notice: event.revision,
  kind: sentBy[event.type],
  channel: channelOf(event, matter),
  to: addresseeOf(event, matter),
  language: matter.language,
  occurredAt: event.occurredAt,
  ...letter,
});

/** The house's own mailer, where the host names no one else. */
const mailer = asCustomerService('mailer');

/**
 * The letters that are to leave the house, in the order in which they became due: each is sent by an event, is due until
 * its delivery or its failure is recorded, and keeps its key. Read from the store alone.
 */
export const createDueNotices = ({ store, codec, clock, words, namespace, provider }: NoticesParts) => {
  const prefixes = [prefixOf(namespace, 'complaint')];
  const types = Object.keys(sentBy);

  const matterIn = async (complaint: string, viewer: By): Promise<NoticeMatter | undefined> => {
    const events = await store.read(streamName(namespace, 'complaint', complaint));
    return matterOf(events, viewer, { codec, words, language: undefined, now: clock() });
  };

  const dueIn = (stored: StoredEvent, matter: NoticeMatter | undefined): DueNotice | undefined => {
    const event = matter?.events.find(({ revision }) => revision === stored.revision);
    if (matter === undefined || event === undefined || !isSender(event)) return undefined;
    if (matter.complaint.filing.report === 'anonymous') return undefined;
    if (isAnswered(event, matter.events) || !holds(event, matter)) return undefined;
    const rendered = renderedOf(event, matter);
    return rendered && noticeOf(event, rendered.letter, matter, stored.id);
  };

  return async ({ after, limit, channels }: DueNoticesAsked, viewer: By = mailer): Promise<DueNotices> => {
    const page = await store.readAll({ after, limit, prefixes, types });
    // A complaint that sent several letters of a page is read and opened once.
    const matters = new Map<string, NoticeMatter | undefined>();
    const items: DueNotice[] = [];
    for (const event of page.events.filter(({ metadata }) => metadata.provider === provider)) {
      const complaint = idInStream(event.stream);
      if (!matters.has(complaint)) matters.set(complaint, await matterIn(complaint, viewer));
      const due = dueIn(event, matters.get(complaint));
      if (due !== undefined && (channels?.includes(due.channel) ?? true)) items.push(due);
    }
    return { items, next: page.next, caughtUp: page.caughtUp };
  };
};
