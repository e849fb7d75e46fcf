import { catalogue } from '../../../../src/application/schema/catalogue.js';
import type { JsonValue } from '../../../../src/domain/kernel/json.js';
import type { FieldsOfEvents } from '../../../../src/domain/sla/policy/parse-policy.js';
import type { Clock, SlaPolicy, TermChoice } from '../../../../src/domain/sla/policy/policy.js';
import { standardPolicy, type PolicyTerms } from '../../../../src/domain/sla/policy/standard-policy.js';

export const fieldsOfEvents: FieldsOfEvents = (event) => Object.keys(catalogue[event].fields);

export const contractFrom = { basis: 'contract', source: 'tested', lookedAt: '2026-11-26' } as const;

export const mexicanTerms: PolicyTerms = {
  id: 'tested',
  version: 1,
  calendars: { natural: 'always', business: 'office' },
  contract: {
    repairHours: 24,
    physicalRepair: { hours: 48, municipalities: ['far-off'] },
    reconnection: { hours: 48, physicalHours: 72 },
    from: contractFrom,
  },
  reopeningDays: 20,
};

export const mexican: SlaPolicy = standardPolicy(mexicanTerms);

/** A value as JSON has it: without what is `undefined`. */
export const asJson = (value: unknown): JsonValue => {
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, each]) => (each === undefined ? [] : [[name, asJson(each)]])),
    );
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
};

export const clockOf = (policy: SlaPolicy, id: string): Clock => {
  const found = policy.clocks.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no clock ${id}`);
  return found;
};

export const minutes = (count: number, more: Partial<TermChoice> = {}): TermChoice => ({
  ...more,
  term: { kind: 'minutes', minutes: count },
  from: contractFrom,
});

/** A clock from the receipt to the repair, by which others are told apart in a few words. */
export const testedClock = (more: Partial<Clock> = {}): Clock => ({
  id: 'tested-clock',
  name: { es: 'plazo de prueba', en: 'tested clock' },
  owedBy: 'provider',
  calendar: 'natural',
  starts: [{ event: 'Filed', at: 'receivedAt' }],
  stops: [{ event: 'Repaired', at: 'restoredAt' }],
  cancels: [{ event: 'Closed' }],
  pausedAs: 'repair',
  terms: [minutes(240)],
  warnings: [80],
  onReclassification: 'retroactive',
  onPolicyChange: 'retroactive',
  onReopening: 'restart',
  ...more,
});

export const policyWith = (clocks: readonly Clock[], more: Partial<SlaPolicy> = {}): SlaPolicy => ({
  id: 'tested',
  version: 1,
  calendars: { natural: 'always', business: 'office' },
  clocks,
  escalation: { clocks: [], levels: [] },
  provenance: [],
  ...more,
});
