import type { BoardItem } from '../../../src/domain/board/board-case.js';
import { boardCounter, boardSides } from '../../../src/domain/board/board.js';
import { boardCase } from '../../../src/domain/board/board-case.js';
import { evolve } from '../../../src/domain/complaint/evolve.js';
import { initialState } from '../../../src/domain/complaint/state.js';
import { readClocks } from '../../../src/domain/sla/clocks/read-clocks.js';
import type { ClockEvent } from '../../../src/domain/sla/clocks/facts.js';
import { local } from '../sla/calendars.js';
import { published } from '../sla/clocks/lives.js';
import { closed, event, filed, history, repaired, reopened, ruled } from '../sla/clocks/histories.js';

const lives: readonly (readonly ClockEvent[])[] = [
  history(filed('2026-06-01 10:00')),
  history(filed('2026-06-08 10:00'), event('InformationRequested', '2026-06-08 11:00', { request: 1 })),
  history(filed('2026-05-04 09:00'), repaired('2026-05-05 15:00'), ruled('2026-05-06 12:00')),
  history(
    filed('2026-05-11 09:00'),
    repaired('2026-05-11 15:00'),
    ruled('2026-05-12 12:00'),
    closed('2026-05-13 12:00'),
    reopened('2026-05-14 12:00', 2),
    event('CompensationGranted', '2026-05-15 12:00', {
      reason: 'goodwill',
      proportionalRefund: { amount: 1050, currency: 'MXN' },
      bonus: { amount: 210, currency: 'MXN' },
    }),
  ),
];

/** The instant of the sample board: a Monday morning. */
export const boardAt = local('2026-06-08 12:00');

const stateOf = (events: readonly ClockEvent[]) =>
  events.reduce((state, each) => evolve(state, each, each.recorded), initialState);

/** A small board: some open and late, one in time, one paused, one that ended. `asItem`: what its items tell instead. */
export const sampleBoard = (asItem: (item: BoardItem, place: number) => Partial<BoardItem> = () => ({})) => {
  const counter = boardCounter({ most: 100, by: boardSides, policy: 'tested' });
  for (const events of lives) {
    const { clocks } = readClocks(events, published, boardAt);
    const each = boardCase({ card: stateOf(events), events, clocks, published, at: boardAt });
    if (each !== undefined) counter.add(each);
  }
  const board = counter.board();
  const items = board.items.map((item, place) => ({
    ...item,
    folio: `CR-00000${String(place + 1)}-X`,
    ...asItem(item, place),
  }));
  return { asOf: boardAt, ...board, items };
};
