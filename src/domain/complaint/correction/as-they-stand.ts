import type { ComplaintEvent } from '../events.js';
import type { Recorded } from '../../kernel/message.js';

/** An event of a complaint as it was recorded. */
type Told = ComplaintEvent & { readonly recorded: Recorded };

const ofWhatCame = [
  'ConciliationCorrected',
  'CreditCorrected',
  'DeliveryCorrected',
  'ResolutionCorrected',
  'VisitCorrected',
] as const;

/** A correction that may leave nothing of what it corrects, or another fact than was recorded. */
type OfWhatCame = Told & { readonly type: (typeof ofWhatCame)[number] };

const typesOfWhatCame: ReadonlySet<string> = new Set(ofWhatCame);

const isOfWhatCame = (event: Told): event is OfWhatCame => typesOfWhatCame.has(event.type);

/** What is left of a credit: one with its true time and statement, or none. */
const creditLeft = (fact: Told, { data }: Told & { readonly type: 'CreditCorrected' }): Told | null => {
  if (fact.type !== 'CompensationCredited') return fact;
  const { credited, creditedAt = fact.data.creditedAt, statement } = data;
  if (!credited) return null;
  const { statement: _before, ...before } = fact.data;
  return {
    ...fact,
    data: { ...before, creditedAt, ...(statement !== undefined && { statement }) },
    recorded: { ...fact.recorded, occurredAt: creditedAt },
  };
};

/** The visit that took place, or the one that failed. */
const visitLeft = (fact: Told, { data }: Told & { readonly type: 'VisitCorrected' }): Told => {
  const { visit, outcome, startedAt, endedAt, unannounced } = data;
  const recorded = { ...fact.recorded, occurredAt: endedAt };
  const untold = unannounced && { unannounced };
  return outcome === 'completed'
    ? {
        type: 'VisitCompleted',
        data: { visit, startedAt: startedAt ?? endedAt, endedAt, ...untold },
        recorded,
      }
    : { type: 'VisitFailed', data: { visit, reason: outcome, failedAt: endedAt, ...untold }, recorded };
};

/** What the authority resolved, when it did. */
const resolutionLeft = (fact: Told, { data }: Told & { readonly type: 'ResolutionCorrected' }): Told => {
  const { authority, reference, outcome, dueAt, resolvedAt } = data;
  return {
    type: 'AuthorityResolved',
    data: {
      ...(fact.type === 'AuthorityResolved' ? fact.data : undefined),
      ...{ authority, reference, outcome },
      ...(dueAt !== undefined && { dueAt }),
    },
    recorded: { ...fact.recorded, occurredAt: resolvedAt },
  };
};

/** What came of the conciliation, with the date by which it is carried out. */
const conciliationLeft = (
  fact: Told,
  { data: { outcome, dueAt } }: Told & { readonly type: 'ConciliationCorrected' },
): Told => ({
  type: 'ConciliationRecorded',
  data: { outcome, ...(dueAt !== undefined && { dueAt }) },
  recorded: fact.recorded,
});

/** What is left of a proof of delivery: one of the notice that arrived truly, or none. */
const deliveryLeft = (fact: Told, { data }: Told & { readonly type: 'DeliveryCorrected' }): Told | null => {
  if (fact.type !== 'NotificationDelivered') return fact;
  const { delivered, notice, final, channel = fact.data.channel, deliveredAt = fact.data.deliveredAt } = data;
  if (!delivered) return null;
  const recorded = { ...fact.recorded, occurredAt: deliveredAt };
  return { ...fact, data: { notice, final, channel, deliveredAt }, recorded };
};

const leftOf = (fact: Told, correction: OfWhatCame): Told | null => {
  switch (correction.type) {
    case 'ConciliationCorrected':
      return conciliationLeft(fact, correction);
    case 'CreditCorrected':
      return creditLeft(fact, correction);
    case 'DeliveryCorrected':
      return deliveryLeft(fact, correction);
    case 'ResolutionCorrected':
      return resolutionLeft(fact, correction);
    case 'VisitCorrected':
      return visitLeft(fact, correction);
  }
};

/**
 * The events of a complaint with what came of something as it is known today: a credit that never was is left out, and
 * each of these corrections stands in the place of what it corrects. Other corrections stay, as events of their own. Total:
 * a correction of which the first reading is not among the events tells nothing.
 */
export const asTheyStand = (events: readonly Told[]): readonly Told[] => {
  if (!events.some(isOfWhatCame)) return events;
  const standing: (Told | null)[] = [];
  const places = new Map<number, number>();
  for (const event of events) {
    if (!isOfWhatCame(event)) {
      places.set(event.recorded.revision, standing.length);
      standing.push(event);
      continue;
    }
    const place = places.get(event.data.corrects);
    const fact = place === undefined ? undefined : standing[place];
    if (place === undefined || fact === undefined || fact === null) continue;
    places.set(event.recorded.revision, place);
    standing[place] = leftOf(fact, event);
  }
  return standing.filter((event) => event !== null);
};
