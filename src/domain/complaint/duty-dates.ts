import type { Instant } from '../kernel/instant.js';
import { openHearings, openRequirements, toCarryOutOf } from './authority/proceedings.js';
import type { CaseCard } from './card.js';
import type { DutyBearer } from './duties.js';
import { datesOf } from './to-carry-out.js';

const firstOf = (...instants: readonly Instant[]): Instant | null => instants.toSorted().at(0) ?? null;

/** When a side's work is due, where an instant was fixed for it; `null` where none was. */
export const dutyDueAt = (bearer: DutyBearer, card: CaseCard): Instant | null => {
  const { agreements, proceedings, escalationDueAt } = card;
  switch (bearer) {
    case 'legal':
      return firstOf(
        ...openRequirements(proceedings),
        ...openHearings(proceedings),
        ...datesOf(toCarryOutOf(proceedings)),
      );
    case 'competent-area':
      return firstOf(...datesOf(agreements.open));
    case 'supervisor':
      return escalationDueAt;
    case 'customer-service':
    case 'technical-lead':
    case 'ruling-officer':
    case 'billing':
      return null;
  }
};
