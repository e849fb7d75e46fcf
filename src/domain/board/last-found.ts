import { attributions, type Attribution, type RulingOutcome } from '../complaint/vocabulary.js';
import type { Fact } from '../sla/clocks/facts.js';

/** What was verified and ruled last, in whichever piece of work that was: a reopening begins anew and takes nothing back. */
export interface LastFound {
  /** The causes that were verified last. */
  readonly causes: readonly string[];
  /** Whether a fault was found then; `null` where no cause was verified. */
  readonly faultFound: boolean | null;
  /** To whom those causes are put down; `null` where none was verified. */
  readonly attribution: Attribution | null;
  /** How the last ruling that stands came out; `null` where it was not ruled on. */
  readonly ruling: RulingOutcome | null;
}

const lastOf = (facts: readonly Fact[], wanted: Fact['type']): Fact['data'] =>
  facts.findLast(({ type }) => type === wanted)?.data ?? {};

/** What was found of a complaint, by its facts. */
export const lastFound = (facts: readonly Fact[]): LastFound => {
  const { causes, faultFound, attribution } = lastOf(facts, 'CauseVerified');
  const { outcome } = lastOf(facts, 'Ruled');
  return {
    causes: Array.isArray(causes) ? causes.filter((cause) => typeof cause === 'string') : [],
    faultFound: typeof faultFound === 'boolean' ? faultFound : null,
    attribution: attributions.find((each) => each === attribution) ?? null,
    ruling: outcome === 'upheld' || outcome === 'dismissed' ? outcome : null,
  };
};
