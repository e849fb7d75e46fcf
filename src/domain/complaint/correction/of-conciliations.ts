import { accept, reject } from '../../kernel/decision.js';
import type { Evolvers } from '../evolver.js';
import { withAgreements } from '../ruling/agreements.js';
import type { Conciliation, FiledComplaint } from '../state.js';
import type { Corrections } from './decisions.js';
import type { CorrectionCommands, CorrectionEvents } from './messages.js';
import { openAgain, sealedFor, unexplained } from './told-anew.js';

/** The conciliation that is meant: the only one, or the one that is named. */
const meant = (
  { recordedAs }: CorrectionCommands['correctConciliation'],
  { conciliations, folio }: FiledComplaint,
) => {
  const found = conciliations.filter((each) => recordedAs === undefined || each.recordedAs === recordedAs);
  const [known, ...others] = found;
  if (conciliations.length === 0) return reject('nothing-to-correct', { folio });
  return known === undefined || others.length > 0
    ? reject('conciliation-not-named', { folio, known: conciliations.map((each) => each.recordedAs) })
    : ({ ok: true, known } as const);
};

/** What came of it truly: a date that is left out stands, and an agreement that a correction makes has the next number. */
const truly = (
  { outcome, dueAt: named }: CorrectionCommands['correctConciliation'],
  known: Conciliation,
  { agreements }: FiledComplaint,
) => {
  if (outcome !== 'agreed') return { outcome, conciliation: known.agreement };
  const { agreement = agreements.made + 1, dueAt } = known;
  return { outcome, dueAt: named ?? dueAt, conciliation: agreement };
};

const isKnown = (now: ReturnType<typeof truly>, { outcome, dueAt }: Conciliation): boolean =>
  now.outcome === outcome && (outcome !== 'agreed' || now.dueAt === dueAt);

/** What binds the provider after all, and is not done. */
const bindsNow = (now: ReturnType<typeof truly>, { outcome, carriedOut }: Conciliation): boolean =>
  now.outcome === 'agreed' && outcome !== 'agreed' && carriedOut !== true;

/** What follows from it. */
export const correctConciliations: Pick<Corrections, 'correctConciliation'> = {
  /** What was agreed after all is carried out before any ending, also one that is over; what was done stays done. */
  correctConciliation: (command, complaint, context) => {
    const { reason, explanation, agreement } = command;
    const found = meant(command, complaint);
    if (!found.ok) return found;
    const { known } = found;
    const refusal = unexplained(command, complaint);
    if (refusal !== null) return refusal;
    const now = truly(command, known, complaint);
    if (isKnown(now, known)) return reject('no-new-fact', { folio: complaint.folio });
    return accept(
      {
        type: 'ConciliationCorrected',
        data: { corrects: known.revision, reason, ...now, carriedOut: known.carriedOut },
        occurredAt: known.occurredAt,
        personal: sealedFor(complaint, { explanation, agreement }),
      },
      ...(bindsNow(now, known) ? openAgain(complaint, context) : []),
    );
  },
};

const asKnownNow = (
  { corrects, outcome, dueAt, conciliation }: CorrectionEvents['ConciliationCorrected'],
  known: Conciliation,
  revision: number,
): Conciliation => {
  if (known.revision !== corrects) return known;
  return {
    ...known,
    outcome,
    revision,
    ...(dueAt !== undefined && { dueAt }),
    ...(conciliation !== undefined && { agreement: conciliation }),
  };
};

/** How the state changes by it. */
export const evolveConciliations: Pick<Evolvers<CorrectionEvents>, 'ConciliationCorrected'> = {
  /** The user is told of an agreement that was made after all, or was none. */
  ConciliationCorrected: {
    card: ({ outcome, dueAt = null, conciliation, carriedOut }, card) => {
      if (conciliation === undefined) return {};
      const { made, open } = card.agreements;
      const others = open.filter((each) => each.conciliation !== conciliation);
      const isOpen = outcome === 'agreed' && carriedOut !== true;
      return withAgreements(card, {
        made: Math.max(made, conciliation),
        open: isOpen ? [...others, { conciliation, dueAt }] : others,
      });
    },
    details: (corrected, { conciliations }, { revision }) => ({
      conciliations: conciliations.map((each) => asKnownNow(corrected, each, revision)),
    }),
  },
};
