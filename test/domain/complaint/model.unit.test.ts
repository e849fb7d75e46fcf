import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { kinds, publicStatus, type Kind } from '../../../src/domain/index.js';
import { file } from '../../../src/testing/builders-commands.js';
import { hours, people, usualTerms } from '../../../src/testing/index.js';
import { moves, newCard, played, statusOf, wayOf, type Card, type Move } from './support/model.js';
import { start, step, type Walk } from './support/walks.js';

interface Game {
  readonly card: Card;
  readonly walk: Walk;
}

const begun = (kind: Kind, technical: boolean): Game => {
  const failure = { subject: 'service', defect: 'failure' } as const;
  const about = technical ? failure : ({ subject: kind === 'fault' ? 'service' : 'billing' } as const);
  const walk = step(start, {
    command: file({ kind, ...about, receivedAt: hours(0) }),
    by: people.user,
    terms: usualTerms({ reopeningDays: null }),
  });
  const way = technical && kind === 'complaint' ? 'technical complaint' : wayOf(kind);
  return { card: newCard(way), walk };
};

const named = ({ command, by }: Move) => `${by.role}: ${command.type} ${JSON.stringify(command.data)}`;

/** Plays a move on the card and on the complaint, and compares what both say of it. */
const play = ({ card, walk }: Game, move: Move): Game => {
  // The card knows no times: a move says the same ones whenever it is played.
  const next = step(walk, move, { imported: true });
  const decision = next.paces.at(-1)?.decision;
  const after = played(card, move);
  const kept = after ?? card;
  const complaint = [decision?.ok, publicStatus(next.state.facets)];
  const expected = [after !== undefined, statusOf(kept)];
  if (complaint.join() === expected.join()) return { card: kept, walk: next };
  const why = decision?.ok === false ? decision.code : 'accepted';
  throw new Error(
    `${named(move)}: the card says ${expected.join()}, the complaint ${complaint.join()} (${why})`,
  );
};

const drawnMove = (
  card: Card,
  among: readonly Move[],
  number: number,
  orderly: boolean,
): Move | undefined => {
  const inOrder = orderly ? among.filter((move) => played(card, move) !== undefined) : [];
  const candidates = inOrder.length > 0 ? inOrder : among;
  return candidates[number % Math.max(1, candidates.length)];
};

/** What leads from a fault to the final word. */
const repairs: ReadonlySet<string> = new Set([
  ...['routeToArea', 'assignTechnician', 'verifyCause', 'repair', 'reportRepair', 'rule', 'notifyUser'],
  ...['requestRestorationConfirmation', 'confirmRestoration', 'disputeRestoration'],
]);

/**
 * Each game is played with some of the moves only: with all of them at hand, few games would get anywhere. One in four is
 * about a repair: few others get to the end of one.
 */
const games = fc.record({
  among: fc.oneof(
    { weight: 3, arbitrary: fc.subarray([...moves], { minLength: 4 }) },
    fc.subarray(
      moves.filter(({ command: { type } }) => repairs.has(type)),
      { minLength: 4 },
    ),
  ),
  draws: fc.array(fc.record({ number: fc.nat({ max: 999 }), orderly: fc.integer({ min: 0, max: 4 }) }), {
    maxLength: 40,
    size: 'max',
  }),
});

const requests = [
  ...kinds.map((kind) => ({ kind, technical: false })),
  { kind: 'complaint', technical: true } as const,
];

describe('A complaint does what a card of it says', () => {
  it.each(requests)(
    'a $kind (about a failure: $technical): the same is in order, the status is the same (I-01..I-13, I-17, I-23)',
    ({ kind, technical }) => {
      fc.assert(
        fc.property(games, ({ among, draws }) => {
          draws.reduce(
            (game, { number, orderly }) => {
              const move = drawnMove(game.card, among, number, orderly > 0);
              return move === undefined ? game : play(game, move);
            },
            begun(kind, technical),
          );
        }),
      );
    },
  );

  it('the games get to every kind of move, in order and out of order', () => {
    const inOrder = new Set<string>();
    const outOfOrder = new Set<string>();
    fc.assert(
      fc.property(fc.constantFrom(...requests), games, ({ kind, technical }, { among, draws }) => {
        draws.reduce(
          (card, { number, orderly }) => {
            const move = drawnMove(card, among, number, orderly > 0);
            if (move === undefined) return card;
            const after = played(card, move);
            (after === undefined ? outOfOrder : inOrder).add(named(move));
            return after ?? card;
          },
          newCard(technical ? 'technical complaint' : wayOf(kind)),
        );
      }),
      { numRuns: 8000, seed: 12 },
    );
    const alwaysInOrder = moves.filter(
      ({ command: { type } }) => type === 'addNote' || type === 'issueCertificate',
    );
    expect(moves.map(named).filter((name) => !inOrder.has(name))).toEqual([]);
    expect(moves.map(named).filter((name) => !outOfOrder.has(name))).toEqual(alwaysInOrder.map(named));
  });
});
