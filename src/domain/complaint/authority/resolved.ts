import type { Instant } from '../../kernel/instant.js';
import type { EventOf } from '../../kernel/message.js';
import type { CaseCard } from '../card.js';
import type { Reopening } from '../ending/messages.js';
import type { CardChanges, DetailChanges } from '../evolver.js';
import type { OnRecord } from '../on-record.js';
import type { Unsealed } from '../stage.js';
import type { ComplaintState, FiledComplaint } from '../state.js';
import { countToCarryOut } from '../to-carry-out.js';
import type { AuthorityEvents, FileOfAuthority } from './messages.js';
import { countOpen, proceedingKey, proceedingOf, type Proceeding } from './proceedings.js';

const begun = { stands: 'open', hearingAt: null, requirements: [], required: 0, dueAt: null } as const;

/** The facet counts what is open: it follows from the proceedings. A reader may drop the beginning of one. */
export const withProceeding = (
  { agreements, proceedings: before }: Pick<CaseCard, 'agreements' | 'proceedings'>,
  { authority: name, reference }: FileOfAuthority,
  changes: (proceeding: Proceeding) => Partial<Proceeding>,
): CardChanges => {
  const file = { authority: name, reference };
  const known: Proceeding = proceedingOf(before, file) ?? { ...file, ...begun };
  const proceedings = { ...before, [proceedingKey(file)]: { ...known, ...changes(known) } };
  return {
    proceedings,
    facets: {
      proceedings: countOpen(proceedings),
      toCarryOut: countToCarryOut({ agreements, proceedings }),
    },
  };
};

type Resolved = AuthorityEvents['AuthorityResolved']['outcome'];

/** What binds the provider: a resolution for the user, or what it agreed to. */
export const binds = (outcome: Resolved): boolean => outcome === 'for-user' || outcome === 'agreement';

/** What was resolved for the user opens an ended complaint again, whenever that was, and all that stands of it stays. */
export const openedAgain = (
  outcome: Resolved,
  { facets: { ending, cycle } }: FiledComplaint,
): readonly EventOf<Reopening, 'Reopened', Unsealed<Reopening>>[] =>
  binds(outcome) && ending !== 'open'
    ? [{ type: 'Reopened', data: { cycle: cycle + 1, reason: 'authority' } }]
    : [];

/** The ruling that an authority overturned no longer stands, nor the notice that told it. */
const overturned = (outcome: Resolved, { facets }: Pick<CaseCard, 'facets'>): boolean =>
  outcome === 'for-user' && facets.ruling === 'dismissed';

/**
 * How the card changes once an authority resolved, at first or as it is known truly: what was carried out stays that, and
 * the date by which it is to be done stands where none is said.
 */
export const onceResolved = (
  {
    outcome,
    dueAt,
    authority,
    reference,
  }: Pick<AuthorityEvents['AuthorityResolved'], keyof FileOfAuthority | 'outcome' | 'dueAt'>,
  card: CaseCard,
): CardChanges => {
  const changes = withProceeding(card, { authority, reference }, (known) => ({
    stands: binds(outcome) && known.carriedOut !== true ? 'to-carry-out' : 'resolved',
    dueAt: binds(outcome) ? (dueAt ?? known.dueAt) : null,
  }));
  const fallen = overturned(outcome, card) ? ({ ruling: 'none', final: 'none' } as const) : {};
  return { ...changes, facets: { ...changes.facets, ...fallen } };
};

/** The same of the rest: no ruling goes against what any authority resolved for the user. */
export const resolutionKept = (
  {
    outcome,
    authority,
    reference,
    dueAt,
  }: FileOfAuthority & Pick<AuthorityEvents['AuthorityResolved'], 'outcome' | 'dueAt'>,
  when: OnRecord & { readonly resolvedAt: Instant },
  state: ComplaintState,
): DetailChanges => {
  const resolutions = {
    ...state.resolutions,
    [proceedingKey({ authority, reference })]: { ...when, outcome, ...(dueAt !== undefined && { dueAt }) },
  };
  return {
    resolutions,
    resolvedForUser: Object.values(resolutions).some((each) => each.outcome === 'for-user'),
    ...(overturned(outcome, state) && { ruling: null, finalWord: null }),
  };
};
