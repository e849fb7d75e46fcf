import type { Facets } from '../facets.js';
import type { ArrangedVisit, ComplaintState, Visit } from '../state.js';
import type { OpenVisitStage, Visitors } from './open-visits.js';

/** True of a visit that was arranged once. */
export const isArranged = (visit: Visit): visit is ArrangedVisit => visit.visitor !== undefined;

/** True of a visit that the user may still expect. */
export const isOpen = (visit: Visit): visit is ArrangedVisit =>
  isArranged(visit) && (visit.stage === 'scheduled' || visit.stage === 'notified');

/** The visits that have come to one of these stages and no further, by their numbers. */
export const openVisitsIn = (
  { visits }: Pick<Facets, 'visits'>,
  ...stages: readonly OpenVisitStage[]
): readonly number[] =>
  Object.entries(visits)
    .filter(([, stage]) => stages.includes(stage))
    .map(([number]) => Number(number));

/** The visits to be made: the user was told of them; of an anonymous report, where there is no one to tell, all that are arranged. */
export const visitsToMake = (facets: Pick<Facets, 'visits' | 'report'>): readonly number[] =>
  facets.report === 'anonymous'
    ? openVisitsIn(facets, 'scheduled', 'notified')
    : openVisitsIn(facets, 'notified');

/** The visitors without that of one visit, which is over or called off. */
export const withoutVisitor = ({ visitors }: { readonly visitors: Visitors }, visit: number) => ({
  visitors: Object.fromEntries(Object.entries(visitors).filter(([number]) => Number(number) !== visit)),
});

/** The number of the next visit: none is given twice. */
export const nextVisit = ({ visits }: ComplaintState): number =>
  1 + Math.max(0, ...Object.keys(visits).map(Number));

/** One visit has come to this stage. */
export const comeTo = ({ visits }: Facets, visit: number, stage: OpenVisitStage): Pick<Facets, 'visits'> => ({
  visits: { ...visits, [visit]: stage },
});

/** One visit is over or called off. */
export const over = ({ visits }: Facets, visit: number): Pick<Facets, 'visits'> => ({
  visits: Object.fromEntries(Object.entries(visits).filter(([number]) => Number(number) !== visit)),
});
