import * as fc from 'fast-check';
import type { ComplaintContext, ComplaintDecision, ComplaintState } from '../../../../src/domain/index.js';
import { complaint } from '../../../../src/domain/complaint/decider.js';
import { fold } from '../../../../src/domain/complaint/evolve.js';
import { circumstances, hours, people, type RecordedEvent, storyOf } from '../../../../src/testing/index.js';
import { asksOf, type Ask } from './asks.js';
import { dutifulAsks } from './diligence.js';

/** One thing asked on a walk, and what came of it. */
export interface Pace {
  readonly ask: Ask;
  readonly context: ComplaintContext;
  readonly before: ComplaintState;
  readonly decision: ComplaintDecision;
  readonly after: ComplaintState;
}

export interface Walk {
  readonly paces: readonly Pace[];
  readonly events: readonly RecordedEvent[];
  readonly state: ComplaintState;
}

export const start: Walk = { paces: [], events: [], state: complaint.initial };

/** After so many paces the walk rests for longer than the user has to answer what was asked. */
const pacesAtAStretch = 6;
const rest = 11 * 24;

/** What the paces are taken in: half an hour apart but for the rests, from a day after the request came in. */
const contexts = Array.from({ length: 200 }, (_, pace) =>
  circumstances(people.system, {
    occurredAt: hours(24 + pace / 2 + rest * Math.floor(pace / pacesAtAStretch)),
  }),
);

const contextOf = ({ paces }: Walk): ComplaintContext => {
  const context = contexts[paces.length];
  if (context === undefined) throw new Error('a walk of so many paces is not foreseen');
  return context;
};

export const nowOf = (walk: Walk) => contextOf(walk).now;

export const nextCircumstances = (walk: Walk, { by, terms }: Ask): ComplaintContext => ({
  ...contextOf(walk),
  ...by,
  ...(terms && { terms }),
});

/** Asks, and goes where the decision leads. */
export const step = (walk: Walk, ask: Ask, over: Partial<ComplaintContext> = {}): Walk => {
  const context = { ...nextCircumstances(walk, ask), ...over };
  const decision = complaint.decide(ask.command, walk.state, context);
  const told = decision.ok
    ? decision.events.map((event) => ({
        event,
        by: ask.by,
        occurredAt: event.occurredAt ?? context.occurredAt,
        learnedAt: context.now,
      }))
    : [];
  const events = storyOf([told], walk.events);
  const state = fold(events.slice(walk.events.length), walk.state);
  return {
    paces: [...walk.paces, { ask, context, before: walk.state, decision, after: state }],
    events,
    state,
  };
};

export const isAccepted = (walk: Walk, ask: Ask): boolean =>
  complaint.decide(ask.command, walk.state, nextCircumstances(walk, ask)).ok;

/** The asks in another order: the one drawn first. */
const from = (asks: readonly Ask[], drawn: number): readonly Ask[] => {
  const first = drawn % Math.max(1, asks.length);
  return [...asks.slice(first), ...asks.slice(0, first)];
};

/** How the next pace is chosen: a duty, anything that is accepted, or anything at all. */
export type Manner = 'dutiful' | 'sensible' | 'any';

const nextAsk = (walk: Walk, drawn: number, manner: Manner): Ask | undefined => {
  const dutiful = manner === 'dutiful' ? dutifulAsks(walk.state, nowOf(walk)) : [];
  const asks = from(dutiful.length > 0 ? dutiful : asksOf(walk.state, nowOf(walk)), drawn);
  return manner === 'any' ? asks[0] : asks.find((ask) => isAccepted(walk, ask));
};

export const walkOf = (
  drawn: readonly { readonly number: number; readonly manner: Manner }[],
  begun: Walk = start,
): Walk =>
  drawn.reduce((walk, { number, manner }) => {
    const ask = nextAsk(walk, number, manner);
    return ask === undefined ? walk : step(walk, ask);
  }, begun);

const shown = ({ paces }: Walk): string =>
  paces
    .map(({ ask: { command, by }, decision }) => {
      const outcome = decision.ok ? decision.events.map(({ type }) => type).join('+') : decision.code;
      return `${by.actor}: ${command.type} ${JSON.stringify(command.data)} -> ${outcome}`;
    })
    .join('\n');

const manner = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Manner>('dutiful') },
  { weight: 3, arbitrary: fc.constant<Manner>('sensible') },
  { weight: 1, arbitrary: fc.constant<Manner>('any') },
);

/** Walks through the life of a complaint, up to a number of paces, from its filing or from what has begun. */
export const walks = (paces: number, begun: Walk = start): fc.Arbitrary<Walk> =>
  fc
    .array(fc.record({ number: fc.nat({ max: 9_999 }), manner }), {
      minLength: 1,
      maxLength: paces,
      size: 'max',
    })
    .map((drawn) => {
      const walk = walkOf(drawn, begun);
      return { ...walk, [fc.toStringMethod]: () => shown(walk) };
    });
