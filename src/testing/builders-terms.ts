import type { ComplaintContext } from '../domain/complaint/context.js';
import type { OtherComplaint, Terms } from '../domain/complaint/shapes.js';
import type { By } from '../application/commands/actors.js';
import { hours } from './builders-times.js';

/** The terms that both procedures and the Mexican rules give, as a provider would record them. */
export const usualTerms = (over: Partial<Terms> = {}): Terms => ({
  policy: 'mx',
  version: 1,
  calendars: ['mx@1'],
  codeOfPractice: { id: 'practicas-comerciales', version: '1' },
  reopeningDays: 20,
  bonusPercent: 20,
  forceMajeureHours: 24,
  routedKinds: ['complaint', 'clarification'],
  nextInstance: 'PROFECO',
  ...over,
});

/** The request that a command names, of the same subscriber: it is open. */
const anotherOpenOne: OtherComplaint = {
  folio: 'CON-000001-1',
  subscriber: 'sub-1',
  reporter: null,
  ending: 'open',
};

/** The circumstances of a command: usually a day after the request came in, at the moment it is recorded. */
export const circumstances = (by: By, over: Partial<ComplaintContext> = {}): ComplaintContext => {
  const occurredAt = over.occurredAt ?? hours(24);
  return {
    ...by,
    occurredAt,
    now: occurredAt,
    terms: usualTerms(),
    folioLabel: 'folio',
    areas: ['billing', 'network', 'quality'],
    zone: 'America/Mexico_City',
    outOfHours: false,
    other: anotherOpenOne,
    ...over,
  };
};
