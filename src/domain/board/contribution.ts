import type { PauseReason } from '../complaint/pause-reasons.js';
import type { Status } from '../complaint/vocabulary.js';
import type { Contribution, Named } from '../kernel/tally.js';
import { clockContribution } from '../sla/summary.js';
import type { Age } from './ages.js';
import type { BoardCase } from './board-case.js';
import { flowCounts } from './flow.js';
import { measureBases, type Measure, type MeasureBasis, type Took } from './measures.js';
import { dueWindows, type DueWindow } from './windows.js';

/** The names that what the board tells of complaints is counted under. What is free text stands last. */
export const counted = {
  status: (status: Status) => `status ${status}`,
  open: 'open',
  age: (age: Age, status: Status) => `age ${age} ${status}`,
  due: (window: DueWindow, what: 'complaints' | 'clocks') => `due ${window} ${what}`,
  overdue: (what: 'complaints' | 'clocks') => `overdue ${what}`,
  took: (measure: Measure, basis: MeasureBasis) => `measure-${basis} ${measure}`,
  ended: 'ended',
  reopened: 'reopened',
  ruled: 'ruled',
  upheld: 'upheld',
  escalated: 'escalated',
  paused: (what: 'complaints' | 'pauses' | 'lasting' | 'ms', reason: PauseReason) =>
    `paused-${what} ${reason}`,
  paid: (what: 'complaints' | 'granted' | 'credited', currency: string) => `paid-${what} ${currency}`,
} as const;

const when = (is: boolean, name: string): readonly Named[] => (is ? [[name, 1]] : []);

const has = ({ moves }: BoardCase, way: BoardCase['moves'][number]['way']): boolean =>
  moves.some((move) => move.way === way);

const dueCounts = ({ due }: BoardCase): readonly Named[] =>
  dueWindows.flatMap((window): readonly Named[] => {
    const clocks = due.filter((windows) => windows.includes(window)).length;
    return clocks === 0
      ? []
      : [
          [counted.due(window, 'complaints'), 1],
          [counted.due(window, 'clocks'), clocks],
        ];
  });

const pauseCounts = ({ pauses }: BoardCase): readonly Named[] => [
  ...pauses.flatMap(({ reason, milliseconds, lasts }): readonly Named[] => [
    [counted.paused('pauses', reason), 1],
    [counted.paused('ms', reason), milliseconds],
    ...when(lasts, counted.paused('lasting', reason)),
  ]),
  ...[...new Set(pauses.map(({ reason }) => reason))].map((reason): Named => [
    counted.paused('complaints', reason),
    1,
  ]),
];

const paidCounts = ({ paid }: BoardCase): readonly Named[] =>
  paid.flatMap(({ currency, granted, credited }): readonly Named[] => [
    [counted.paid('complaints', currency), 1],
    [counted.paid('granted', currency), granted],
    [counted.paid('credited', currency), credited],
  ]);

const durationsOf = ({ measure, elapsedMs, businessMs }: Took): readonly Named[] =>
  measureBases.flatMap((basis): readonly Named[] => {
    const milliseconds = basis === 'elapsed' ? elapsedMs : businessMs;
    return milliseconds === null ? [] : [[counted.took(measure, basis), milliseconds]];
  });

/** What a complaint adds to the numbers of the board. */
export const contributionOf = (each: BoardCase): Contribution => {
  const { item, status, openBreached, ruling } = each;
  const clocks = clockContribution(each.clocks);
  return {
    counts: [
      [counted.status(status), 1],
      ...(item === null
        ? []
        : ([
            [counted.open, 1],
            [counted.age(item.age, item.status), 1],
          ] as const)),
      ...dueCounts(each),
      ...when(openBreached > 0, counted.overdue('complaints')),
      ...(openBreached > 0 ? [[counted.overdue('clocks'), openBreached] as const] : []),
      ...clocks.counts,
      ...flowCounts(each.moves),
      ...when(has(each, 'ended'), counted.ended),
      ...when(has(each, 'reopened'), counted.reopened),
      ...when(ruling !== null, counted.ruled),
      ...when(ruling === 'upheld', counted.upheld),
      ...when(each.isEscalated, counted.escalated),
      ...pauseCounts(each),
      ...paidCounts(each),
    ],
    durations: [...clocks.durations, ...each.took.flatMap(durationsOf)],
  };
};
