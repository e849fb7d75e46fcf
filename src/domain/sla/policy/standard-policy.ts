import type { Provenance } from '../calendar.js';
import { clocksOfAnswers } from './clocks-of-answers.js';
import { clocksOfIntake } from './clocks-of-intake.js';
import { clocksOfRepair } from './clocks-of-repair.js';
import { clocksOfRights } from './clocks-of-rights.js';
import type { ContractTerms } from './contract-terms.js';
import type { Clock, EscalationRule, SlaPolicy } from './policy.js';
import { from } from './triggers.js';

/** What a provider says of its policy; the rest is the table of clocks. */
export interface PolicyTerms {
  /** Name of the policy. */
  readonly id: string;
  /** Its version, raised with every change. */
  readonly version: number;
  /** The calendar of hours, `natural`, and that of business days, `business`: their ids. */
  readonly calendars: { readonly natural: string; readonly business: string };
  /** What its contract says. */
  readonly contract: ContractTerms;
  /** Calendar days in which a user may reopen; `null`: no limit, and no clock. */
  readonly reopeningDays: number | null;
}

/** C-23: supervisor, competent area, management. */
const escalation: EscalationRule = {
  clocks: ['C-07', 'C-08', 'C-10', 'C-11', 'C-17'],
  levels: [
    { percent: 80, level: 1 },
    { percent: 100, level: 2 },
    { percent: 150, level: 3 },
  ],
};

/**
 * What the numbers rest on that are no terms, and the terms that law or press name and no clock has: what is not owed,
 * and why.
 */
const provenance: readonly Provenance[] = [
  { of: 'escalation', ...from('design', 'Warned at four fifths, up when late, and at half again') },
  {
    of: 'late-interest',
    ...from(
      'press',
      'Interest on an undue charge that is refunded late (C-12): no contract that was seen says it, none is reckoned',
    ),
  },
  {
    of: 'retention',
    ...from(
      'design',
      'No rule for files of complaints was found (fiscal records 5 years, commercial ones 10): nothing is deleted by time',
    ),
  },
  { of: 'warnings', ...from('design', 'Four fifths of a term') },
];

const inOrder = (clocks: readonly Clock[]): readonly Clock[] =>
  [...clocks].sort((a, b) => (a.id < b.id ? -1 : 1));

/**
 * The table of clocks (domain.md 7) with the terms of one provider: C-14, C-26, C-27 and all of C-25 but the answer
 * stand in it, inactive.
 */
export const standardPolicy = ({
  id,
  version,
  calendars,
  contract,
  reopeningDays,
}: PolicyTerms): SlaPolicy => ({
  id,
  version,
  calendars: { natural: calendars.natural, business: calendars.business },
  clocks: inOrder([
    ...clocksOfIntake,
    ...clocksOfRepair(contract),
    ...clocksOfAnswers,
    ...clocksOfRights(reopeningDays),
  ]),
  escalation,
  provenance,
});
