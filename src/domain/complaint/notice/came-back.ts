import type { Facets } from '../facets.js';
import type { ArrangedVisit, ComplaintState, FiledComplaint, Visit } from '../state.js';
import { nowUntold } from '../untold.js';
import { comeTo, isArranged } from '../visit/open.js';
import type { NoticeEvents, ToldByNotice } from './messages.js';

const noticesOf = (visit: Visit) => (isArranged(visit) ? (visit.notices ?? []) : []);

/** The visit that is known to its user by this notice alone. */
const visitToldBy = (notice: number, { facets, visits }: FiledComplaint): number | undefined => {
  const told = Object.entries(visits).find(([number, visit]) => {
    const notices = noticesOf(visit);
    const isOnly = notices.length === 1 && notices[0]?.notice === notice;
    return isOnly && facets.visits[Number(number)] === 'notified';
  });
  return told === undefined ? undefined : Number(told[0]);
};

/** What the user does not know yet, as the notice that told it came back; `undefined` where they were told otherwise. */
export const toTellAgain = (notice: number, complaint: FiledComplaint): ToldByNotice | undefined => {
  const { facets, unproven } = complaint;
  const { folio, about = [] } = unproven[notice] ?? {};
  const visit = visitToldBy(notice, complaint);
  // Of an end that is over there is nothing to tell any more.
  const still = about.filter((what) => what !== 'ending' || facets.ending !== 'open');
  const again: ToldByNotice = {
    ...(folio && { folio }),
    ...(still.length > 0 && { about: still }),
    ...(visit !== undefined && { visit }),
  };
  return Object.keys(again).length === 0 ? undefined : again;
};

/** How the facets change where a notice came back. */
export const toldInVain = (
  again: NoticeEvents['NotificationFailed']['again'],
  facets: Facets,
): Partial<Facets> => {
  if (again === undefined) return {};
  const { folio, about = [], visit } = again;
  const untold = about.reduce((so, what) => nowUntold({ ...facets, untold: so }, what).untold, facets.untold);
  return {
    untold,
    ...(folio && { folioTold: false }),
    ...(visit !== undefined && facets.visits[visit] === 'notified' && comeTo(facets, visit, 'scheduled')),
  };
};

/** What is proven delivered is not told again, whatever comes back later. */
export const proven = (
  notice: number,
  { unproven }: ComplaintState,
): Partial<Pick<ComplaintState, 'unproven'>> => {
  const { [notice]: known, ...left } = unproven;
  return known === undefined ? {} : { unproven: left };
};

const withoutNotice = (visit: ArrangedVisit, notice: number): ArrangedVisit => {
  const notices = noticesOf(visit).filter((each) => each.notice !== notice);
  const notifiedAt = notices
    .map((each) => each.notifiedAt)
    .toSorted()
    .at(0);
  const { notifiedAt: _before, ...rest } = visit;
  return {
    ...rest,
    notices,
    ...(notifiedAt !== undefined && { notifiedAt }),
    stage: notifiedAt === undefined && visit.stage === 'notified' ? 'scheduled' : visit.stage,
  };
};

/** What is left of what a notice told, once it came back. */
export const cameBack = (notice: number, state: ComplaintState): Partial<ComplaintState> => {
  const told = Object.entries(state.visits).find(([, visit]) =>
    noticesOf(visit).some((each) => each.notice === notice),
  );
  if (told === undefined) return proven(notice, state);
  const [number, visit] = told;
  return isArranged(visit)
    ? { visits: { ...state.visits, [number]: withoutNotice(visit, notice) } }
    : proven(notice, state);
};
