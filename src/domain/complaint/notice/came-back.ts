import type { Facets } from '../facets.js';
import type { ArrangedVisit, ComplaintState, FiledComplaint, Visit } from '../state.js';
import { moneyAgain, proven } from '../unproven.js';
import { nowUntold } from '../untold.js';
import { comeTo, isArranged } from '../visit/open.js';
import type { NoticeEvents, ToldByNotice } from './messages.js';

const noticesOf = (visit: Visit | undefined) =>
  visit !== undefined && isArranged(visit) ? (visit.notices ?? []) : [];

/** True where the user is still to come, and knows it by this notice alone. */
const isToldBy = (notice: number, visit: number, { facets, visits }: FiledComplaint): boolean =>
  facets.visits[visit] === 'notified' && noticesOf(visits[visit]).every((each) => each.notice === notice);

/**
 * What the user does not know yet, as the notice that told it came back; `undefined` where it was proven delivered, a
 * later notice said it again, or there is nothing to tell of it any more.
 */
export const toTellAgain = (notice: number, complaint: FiledComplaint): ToldByNotice | undefined => {
  const { folio, about = [], visit } = complaint.unproven[notice] ?? {};
  const again: ToldByNotice = {
    ...(folio && { folio }),
    ...(about.length > 0 && { about }),
    ...(visit !== undefined && isToldBy(notice, visit, complaint) && { visit }),
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
  const number = state.unproven[notice]?.visit;
  const visit = number === undefined ? undefined : state.visits[number];
  return {
    ...proven(notice, state),
    ...moneyAgain(notice, state),
    ...(number !== undefined &&
      visit !== undefined &&
      isArranged(visit) && { visits: { ...state.visits, [number]: withoutNotice(visit, notice) } }),
  };
};
