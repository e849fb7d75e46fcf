import { asTheyStand } from '../../complaint/correction/as-they-stand.js';
import type { ComplaintEvent, ComplaintEventType } from '../../complaint/events.js';
import { isInstant, type Instant } from '../../kernel/instant.js';
import type { Recorded } from '../../kernel/message.js';
import type { EventMatch, FieldValue, Trigger } from '../policy/policy.js';

/** An event of a complaint as it was recorded. */
export type ClockEvent = ComplaintEvent & { readonly recorded: Recorded };

/** What a clock looks at of an event; a correction stands in the place of what it corrects. */
export interface Fact {
  /** Its type, that of the corrected event where it is a correction. */
  readonly type: ComplaintEventType;
  /** Its fields. */
  readonly data: Readonly<Record<string, unknown>>;
  /** When it happened. */
  readonly occurredAt: Instant;
  /** Its place in the stream. */
  readonly revision: number;
}

const factOf = ({ type, data, recorded: { occurredAt, revision } }: ClockEvent): Fact => ({
  type,
  data: { ...data },
  occurredAt,
  revision,
});

/** Why it was recorded is the correction's own: what is corrected keeps the reason that it had. */
const correctedData = ({ data }: Fact, { data: { reason: _why, ...now } }: Fact): Fact['data'] => ({
  ...data,
  ...now,
});

/** True for an event that stands in the place of an earlier one. */
export const isCorrection = ({ data }: Pick<ClockEvent, 'data'>): boolean => 'corrects' in data;

/** Puts each correction in the place of what it corrects, which may be a correction too. */
const corrected = (facts: readonly Fact[]): readonly Fact[] => {
  const standing: Fact[] = [];
  const places = new Map<unknown, number>();
  for (const fact of facts) {
    const place = places.get(fact.data['corrects']) ?? standing.length;
    const target = standing[place];
    places.set(fact.revision, place);
    standing[place] =
      target === undefined
        ? fact
        : { ...target, data: correctedData(target, fact), occurredAt: fact.occurredAt };
  }
  return standing;
};

/** The facts that events tell, in the order of their revisions. Total: any events give the facts that they tell of. */
export const factsOf = (events: readonly ClockEvent[]): readonly Fact[] =>
  corrected(asTheyStand(events).map(factOf));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The instant in a field (`window.from` for one inside another); `undefined` where there is none. */
export const instantIn = ({ data }: Fact, path: string): Instant | undefined => {
  const value = path
    .split('.')
    .reduce<unknown>((inner, name) => (isRecord(inner) ? inner[name] : undefined), data);
  return isInstant(value) ? value : undefined;
};

const hasOneOf = (said: unknown, values: readonly FieldValue[]): boolean =>
  values.some((value) => (Array.isArray(said) ? said.includes(value) : value === said));

/** True where a fact is of the type that is meant, and has, or lists, one of the values in each field that is named. */
export const isMeant = ({ event, where = {} }: EventMatch, { type, data }: Fact): boolean =>
  event === type && Object.entries(where).every(([field, values]) => hasOneOf(data[field], values));

/** When a trigger goes off at a fact, `before` being those of its cycle; `undefined` where it does not. */
export const triggeredAt = (
  triggers: readonly Trigger[],
  fact: Fact,
  before: readonly Fact[],
): { readonly at: Instant; readonly again: boolean } | undefined => {
  const trigger = triggers.find(
    (each) =>
      isMeant(each, fact) &&
      (each.after === undefined || before.some((earlier) => isMeant(each.after ?? each, earlier))),
  );
  if (trigger === undefined) return undefined;
  const at = trigger.at === undefined ? undefined : instantIn(fact, trigger.at);
  return { at: at ?? fact.occurredAt, again: trigger.again === true };
};

/**
 * The facts with one more event: those of `factsOf` over all events. `appended` is the new one; absent where it corrects
 * an earlier one, which then is another fact.
 */
export const factsAfter = (
  before: readonly Fact[],
  event: ClockEvent,
  all: () => readonly ClockEvent[],
): { readonly facts: readonly Fact[]; readonly appended?: Fact } => {
  const fact = factOf(event);
  if (isCorrection(event)) return { facts: factsOf(all()) };
  return { facts: [...before, fact], appended: fact };
};
