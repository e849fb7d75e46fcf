import { isOpen } from '../../domain/complaint/visit/open.js';
import { visitNotice } from '../../domain/texts/letters/visit-notice.js';
import { visitOffNotice, type VisitOffNotice } from '../../domain/texts/letters/visit-off-notice.js';
import { lastOf, type OpenedEvent } from '../opened-events.js';
import { about, filedBy, setting, type NoticeMatter, type Rendered } from './matter.js';

type Arranged = OpenedEvent<'VisitScheduled' | 'VisitRescheduled'>;

const isArrangement = (event: OpenedEvent): event is Arranged =>
  event.type === 'VisitScheduled' || event.type === 'VisitRescheduled';

/** The arrangements of a visit, the last one that stands at the end. */
const arrangementsOf = (visit: number, events: readonly OpenedEvent[]): readonly Arranged[] =>
  events.filter(isArrangement).filter(({ data }) => data.visit === visit);

/** The name of who comes, where one was given with the arrangement that names them. */
const visitorIn = (arranged: readonly Arranged[]) => {
  const { visitor } = arranged.at(-1)?.data ?? {};
  return arranged
    .filter(({ data }) => data.visitor === visitor)
    .map((event) => event.said('visitor.name'))
    .findLast((name) => name !== undefined);
};

/** The notice of a window, where the user was told of it. */
const noticeOf = (visit: number, since: number, events: readonly OpenedEvent[]): number | undefined => {
  const told = lastOf(
    events.filter((event) => event.type === 'VisitNotified' && event.data.visit === visit),
    'VisitNotified',
  );
  return told !== undefined && told.revision > since ? told.revision : undefined;
};

/** The visit of this number, as it is arranged. */
const arrangedVisit = (matter: NoticeMatter, number: number): Rendered | undefined => {
  const { complaint, events } = matter;
  const arranged = arrangementsOf(number, events);
  const last = arranged.at(-1);
  const visit = complaint.visits[number];
  if (last === undefined || visit === undefined || !isOpen(visit)) return undefined;
  const address = arranged
    .map((event) => (event.type === 'VisitScheduled' ? event.said('address') : undefined))
    .findLast((said) => said !== undefined);
  const visitor = visitorIn(arranged);
  const notice = noticeOf(number, last.revision, events);
  return {
    letter: visitNotice(setting(matter, filedBy(complaint)), {
      ...about(matter),
      window: visit.window,
      purpose: visit.purpose,
      rescheduled: last.type === 'VisitRescheduled',
      ...(address !== undefined && { address }),
      ...(visitor !== undefined && { visitor }),
    }),
    ...(notice !== undefined && { notice }),
  };
};

/** The visit that the user may expect, as it was arranged last; of several, the one arranged last. */
export const visitWord = (matter: NoticeMatter): Rendered | undefined => {
  const { complaint, events, now } = matter;
  const expected = (number: number) => {
    const one = complaint.facets.ending === 'open' ? complaint.visits[number] : undefined;
    return one !== undefined && isOpen(one) && now < one.window.to;
  };
  const last = events.filter(isArrangement).findLast(({ data }) => expected(data.visit));
  return last === undefined ? undefined : arrangedVisit(matter, last.data.visit);
};

/** The new window of a visit that was moved; nothing where the visit stands as it was arranged first. */
export const movedVisitWord = (matter: NoticeMatter): Rendered | undefined => {
  const last = matter.events
    .filter(isArrangement)
    .findLast(
      ({ type, data }) => type === 'VisitRescheduled' && matter.complaint.visits[data.visit] !== undefined,
    );
  if (last === undefined) return undefined;
  const standing = arrangementsOf(last.data.visit, matter.events).at(-1);
  return standing === last ? arrangedVisit(matter, last.data.visit) : undefined;
};

/** The visit that a notice told of, as it was arranged then. */
export const notifiedVisitWord = (matter: NoticeMatter, notice: number): Rendered | undefined => {
  const told = lastOf(matter.events, 'VisitNotified', notice);
  return told === undefined ? undefined : arrangedVisit(matter, told.data.visit);
};

type Off = OpenedEvent<'VisitCancelled' | 'VisitFailed'>;

/** A visit that was called off or failed after it was arranged: one that was only asked for had no window. */
const offWord = (matter: NoticeMatter, off: Off | undefined): Rendered | undefined => {
  if (off === undefined) return undefined;
  const { window } = arrangementsOf(off.data.visit, matter.events).at(-1)?.data ?? {};
  if (window === undefined) return undefined;
  const why: VisitOffNotice['why'] =
    off.type === 'VisitFailed' ? off.data.reason : `cancelled-by-${off.data.by}`;
  const { lapseDays = 10 } = matter.complaint.filing.terms;
  return {
    letter: visitOffNotice(setting(matter, filedBy(matter.complaint)), {
      ...about(matter),
      window,
      why,
      ...(off.type === 'VisitFailed' && off.data.unannounced !== true && { lapseDays }),
    }),
    notice: off.revision,
  };
};

const thenOf = (matter: NoticeMatter, off: Off | undefined): Rendered | undefined =>
  off === undefined ? undefined : offWord(matter.asOf(off.revision), off);

/** The visit that was called off last. */
export const cancelledVisitWord = (matter: NoticeMatter): Rendered | undefined =>
  thenOf(matter, lastOf(matter.events, 'VisitCancelled'));

/** The visit that did not take place last. */
export const missedVisitWord = (matter: NoticeMatter): Rendered | undefined =>
  thenOf(matter, lastOf(matter.events, 'VisitFailed'));
