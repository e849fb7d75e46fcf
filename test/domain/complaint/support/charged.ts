import type { RecordedEvent } from '../../../../src/testing/index.js';

/** What of charges is to be refunded, in minor units, reckoned from the events alone. */
interface Reckoning {
  /** Said by the user when they filed, until it is refunded or said to be none. */
  readonly claimed: number;
  /** Left by the cycles before this one. */
  readonly before: number;
  /** Named by the ruling that stands in this cycle; it is owed only while the ruling is for the user. */
  readonly ruled: number;
  readonly isUpheld: boolean;
  readonly disputed: number;
  /** Of what a cancellation charged: where the user was found right. */
  readonly penalties: number;
  /** Refunded in this cycle. */
  readonly refunded: number;
  /** The hands that the request is in: other ones begin the work anew. */
  readonly hands: 'area' | 'customer-service';
}

const nothing: Reckoning = {
  claimed: 0,
  before: 0,
  ruled: 0,
  isUpheld: false,
  disputed: 0,
  penalties: 0,
  refunded: 0,
  hands: 'customer-service',
};

/** A ruling for the user that names no amount has refunded what they claimed and no ruling for them decided before. */
const ofTheRuling = ({ claimed, ruled, isUpheld }: Reckoning): number => {
  if (!isUpheld) return 0;
  return ruled === 0 ? claimed : ruled;
};

const leftByRulings = (known: Reckoning): number => Math.max(known.before, ofTheRuling(known));

const owedOf = (known: Reckoning): number => leftByRulings(known) + known.penalties;

/** What a ruling decided is left of it; what a cancellation charged stands beside that. */
const afresh = (known: Reckoning): Reckoning => ({
  ...known,
  claimed: known.isUpheld && ofTheRuling(known) > 0 ? 0 : known.claimed,
  before: leftByRulings(known),
  ruled: 0,
  isUpheld: false,
  refunded: 0,
});

const settled = { claimed: 0, before: 0, ruled: 0, penalties: 0 } as const;

const after = (known: Reckoning, event: RecordedEvent): Reckoning => {
  switch (event.type) {
    case 'Filed':
    case 'Reclassified': {
      const hands = event.data.kind === 'clarification' ? 'area' : 'customer-service';
      const begun =
        event.type === 'Filed' ? { ...known, claimed: event.data.disputedCharge?.amount ?? 0 } : known;
      return hands === begun.hands ? begun : { ...afresh(begun), hands };
    }
    case 'Ruled': {
      const { outcome, undueCharge } = event.data;
      const named = undueCharge === undefined ? known.ruled : undueCharge.amount - known.refunded;
      return { ...known, isUpheld: outcome === 'upheld', ruled: Math.max(0, named) };
    }
    case 'RulingCorrected':
      return { ...known, isUpheld: event.data.outcome === 'upheld' };
    case 'PenaltyDisputed':
      return { ...known, disputed: event.data.amount?.amount ?? 0 };
    case 'PenaltyRuled': {
      const { outcome, undueCharge } = event.data;
      const found = undueCharge?.amount ?? known.disputed;
      return outcome === 'upheld' ? { ...known, penalties: known.penalties + found } : known;
    }
    case 'CompensationGranted': {
      const { reason, proportionalRefund } = event.data;
      const refunded = known.refunded + proportionalRefund.amount;
      return reason === 'undue-charge' ? { ...known, ...settled, refunded } : known;
    }
    case 'NothingDue':
      return event.data.of === 'undue-charge' ? { ...known, ...settled } : known;
    case 'Reopened':
      return ['corrected', 'authority', 'penalty'].includes(event.data.reason) ? known : afresh(known);
    default:
      return known;
  }
};

/** The least that is still to be refunded of what was charged unduly, in minor units. */
export const chargeLeft = (events: readonly RecordedEvent[]): number => owedOf(events.reduce(after, nothing));
