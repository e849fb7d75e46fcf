import { accept, reject } from '../../kernel/decision.js';
import { laterOf } from '../../kernel/instant.js';
import { binds, onceResolved, openedAgain, resolutionKept } from '../authority/resolved.js';
import { proceedingKey, proceedingOf } from '../authority/proceedings.js';
import type { CaseCard } from '../card.js';
import type { Evolvers } from '../evolver.js';
import { afterTheClock, firstOf } from '../guards.js';
import { onRecord } from '../on-record.js';
import type { ArrangedVisit, FiledComplaint, Resolution } from '../state.js';
import { notNotified } from '../visit/conditions.js';
import { userCaused } from '../visit/failures.js';
import { isArranged } from '../visit/open.js';
import type { FailedVisit } from '../visit/open-visits.js';
import type { Corrections } from './decisions.js';
import type { CorrectionCommands, CorrectionEvents } from './messages.js';
import { sealedFor, unexplained } from './told-anew.js';

type Came = NonNullable<ArrangedVisit['came']>;

/** When it began and ended truly, with what stands of the first reading. */
const truly = (
  { outcome, startedAt, endedAt }: CorrectionCommands['correctVisit'],
  came: Came,
): Pick<Came, 'outcome' | 'startedAt' | 'endedAt'> => {
  const ended = endedAt ?? came.endedAt;
  return outcome === 'completed'
    ? { outcome, startedAt: startedAt ?? came.startedAt ?? ended, endedAt: ended }
    : { outcome, endedAt: ended, ...(startedAt !== undefined && { startedAt }) };
};

const timesDoNotFit = (
  visit: number,
  { outcome, startedAt, endedAt }: Pick<Came, 'outcome' | 'startedAt' | 'endedAt'>,
  { window: { from } }: ArrangedVisit,
) => {
  const fits =
    outcome === 'completed'
      ? startedAt !== undefined && startedAt <= endedAt
      : startedAt === undefined && !(userCaused(outcome) && endedAt < from);
  return fits ? null : reject('visit-times-do-not-fit', { visit, from });
};

/** True where the user did not know of the visit when it took place or was tried; the provider who did not come tells of none. */
const isUnannounced = (
  number: number,
  { outcome, startedAt, endedAt }: Pick<Came, 'outcome' | 'startedAt' | 'endedAt'>,
  visit: ArrangedVisit,
): boolean => outcome !== 'provider-missed' && notNotified(number, visit, startedAt ?? endedAt) !== null;

/** Whether what is owed of visits follows this one, and whether the work was begun anew since. */
const standing = (visit: number, { lastVisit, facets: { cycle } }: FiledComplaint) => ({
  ...(lastVisit?.visit === visit && { latest: true as const }),
  ...(lastVisit?.visit === visit && lastVisit.cycle !== cycle && { excused: true as const }),
});

const isKnown = (
  {
    outcome,
    resolvedAt,
    dueAt,
  }: Pick<CorrectionEvents['ResolutionCorrected'], 'outcome' | 'resolvedAt' | 'dueAt'>,
  known: Resolution,
): boolean => outcome === known.outcome && resolvedAt === known.resolvedAt && dueAt === known.dueAt;

/** What follows from each of them. */
export const correctWhatCame: Pick<Corrections, 'correctResolution' | 'correctVisit'> = {
  /** What binds the provider by the true reading is carried out and told; a ruling that fell by the first one stays fallen. */
  correctResolution: (command, complaint, context) => {
    const { reason, explanation, authority, reference, outcome, agreement } = command;
    const { folio, proceedings, resolutions } = complaint;
    const file = { authority, reference };
    const known = resolutions[proceedingKey(file)];
    const proceeding = proceedingOf(proceedings, file);
    if (known === undefined || proceeding === undefined) return reject('nothing-to-correct', { folio });
    const { resolvedAt = known.resolvedAt, dueAt = known.dueAt } = command;
    const refusal = firstOf(unexplained(command, complaint), afterTheClock(resolvedAt, context));
    if (refusal !== null) return refusal;
    if (isKnown({ outcome, resolvedAt, dueAt }, known)) return reject('no-new-fact', { folio });
    return accept(
      {
        type: 'ResolutionCorrected',
        data: {
          corrects: known.revision,
          reason,
          authority: proceeding.authority,
          reference,
          outcome,
          resolvedAt,
          ...(dueAt !== undefined && { dueAt }),
        },
        occurredAt: known.occurredAt,
        personal: sealedFor(complaint, { explanation, agreement }),
      },
      ...(binds(known.outcome) ? [] : openedAgain(outcome, complaint)),
    );
  },

  /** It took place, or did not: what the user is held to, and what the provider still owes, follow the true reading. */
  correctVisit: (command, complaint, context) => {
    const { reason, explanation, visit: number } = command;
    const { folio, visits } = complaint;
    const visit = visits[number];
    if (visit === undefined || !isArranged(visit) || visit.came === undefined)
      return reject('nothing-to-correct', { folio });
    const { came } = visit;
    const now = truly(command, came);
    const refusal = firstOf(
      unexplained(command, complaint),
      afterTheClock(now.startedAt, context),
      afterTheClock(now.endedAt, context),
      timesDoNotFit(number, now, visit),
    );
    if (refusal !== null) return refusal;
    if (now.outcome === came.outcome && now.startedAt === came.startedAt && now.endedAt === came.endedAt)
      return reject('no-new-fact', { folio });
    return accept({
      type: 'VisitCorrected',
      data: {
        corrects: came.revision,
        reason,
        visit: number,
        ...now,
        ...(isUnannounced(number, now, visit) && { unannounced: true }),
        ...standing(number, complaint),
      },
      occurredAt: came.occurredAt,
      personal: sealedFor(complaint, { explanation }),
    });
  },
};

const excuseOf = ({
  unannounced,
  excused,
}: Pick<CorrectionEvents['VisitCorrected'], 'unannounced' | 'excused'>): FailedVisit['excusedBy'] => {
  if (unannounced) return 'provider';
  return excused ? 'reopening' : undefined;
};

/** The visit that failed last, as it failed truly; the user's words since, and what excuses the user, stay. */
const failedTruly = (
  { outcome, endedAt, ...told }: CorrectionEvents['VisitCorrected'],
  { failedVisit, learned: { heard } }: CaseCard,
): CaseCard['failedVisit'] => {
  if (outcome === 'completed') return null;
  const heardAt = failedVisit?.heardAt ?? heard;
  const excusedBy = failedVisit?.excusedBy ?? excuseOf(told);
  return {
    reason: outcome,
    failedAt: endedAt,
    ...(heardAt !== undefined && heardAt >= endedAt && { heardAt: laterOf(heardAt, endedAt) }),
    ...(excusedBy !== undefined && { excusedBy }),
  };
};

/** How the state changes by them. */
export const evolveWhatCame: Pick<Evolvers<CorrectionEvents>, 'ResolutionCorrected' | 'VisitCorrected'> = {
  ResolutionCorrected: {
    card: onceResolved,
    details: ({ authority, reference, outcome, dueAt, resolvedAt }, state, recorded) =>
      resolutionKept({ authority, reference, outcome, dueAt }, { ...onRecord(recorded), resolvedAt }, state),
  },
  VisitCorrected: {
    card: (corrected, card) => (corrected.latest ? { failedVisit: failedTruly(corrected, card) } : {}),
    details: ({ corrects, visit: number, outcome, startedAt, endedAt }, { visits }, { revision }) => {
      const visit = visits[number];
      if (visit === undefined || !isArranged(visit) || visit.came?.revision !== corrects) return {};
      const stage = outcome === 'completed' ? 'completed' : 'failed';
      const { occurredAt } = visit.came;
      const came = { outcome, endedAt, revision, occurredAt, ...(startedAt !== undefined && { startedAt }) };
      return { visits: { ...visits, [number]: { ...visit, stage, came } } };
    },
  },
};
