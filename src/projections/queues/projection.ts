import type { CaseHistory } from '../../application/ports/projection.js';
import type { PendingClock } from '../../domain/sla/clocks/pending.js';
import { caseClocks, type CaseClocks } from '../case-clocks/case-clocks.js';
import { defineProjection, type DefinedProjection, type RowOf } from '../runtime/define-projection.js';
import { countedText } from './counted-cell.js';
import { dutiesText, sinceOf } from './duties-cell.js';
import {
  dutiesOfEntry,
  isAsBefore,
  isSamePlace,
  noDue,
  placesOf,
  type Deadlines,
  type FirstDue,
} from './entries.js';

const columns = {
  complaint: 'text',
  /** A role of `dutyBearers`, or the id of an area: an area that is named as a role has the work of that role. */
  queue: 'text',
  /** Who only visits, in the row that is theirs alone; empty in that of everybody in the queue. */
  visitor: 'text',
  /** 1 in one of a complaint's rows, the one that is due first: these are the list of all work. */
  leads: 'integer',
  /** UTC instant that was fixed for its duties there, else at which the first of its clocks is due, or `noDue`. */
  due: 'text',
  /** The clock that is due first, where `due` is its instant or all are paused: `counted-cell.ts`. */
  counted: 'text?',
  /** Since when the first of its duties is there. */
  since: 'text',
  /** All its duties, each with its beginning: `duties-cell.ts`. */
  duties: 'text',
  /** Who has it: the technical lead in charge, its owner in customer service, or who took it. */
  holder: 'text?',
  /** The level of escalation, in the queue of the supervisors. */
  level: 'integer?',
} as const;

type QueueRow = RowOf<typeof columns>;

const key = ['complaint', 'queue', 'visitor'] as const;

/** Whose work each complaint is: a read model that is told which versions to count deadlines by. */
export type Queues = DefinedProjection<typeof columns, (typeof key)[number]> & Pick<CaseClocks, 'learn'>;

/**
 * Whose work each complaint is: one narrow row for each queue that it stands in (O-18), and for each who only visits; written
 * only where its duties there change, or its first deadline does. What else a page of a queue shows stands in `case-status`.
 */
export const queues = (clocks: CaseClocks = caseClocks()): Queues => {
  const due = (first: PendingClock | undefined): FirstDue => ({
    due: first?.dueAt ?? noDue,
    counted: countedText(first),
  });
  const deadlines = (history: CaseHistory | undefined): Deadlines => {
    const { work, rights } = clocks.first(history);
    return { work: due(work), rights: due(rights) };
  };

  const definition = defineProjection({
    name: 'queues',
    version: 9,
    columns,
    key,
    indexes: [
      ['queue', 'due', 'since', 'complaint'],
      ['holder', 'due', 'since', 'complaint'],
      ['leads', 'due', 'since', 'complaint'],
    ],
    onEvery: ({ occurredAt }, rows, { complaint, card, before, history }) => {
      const { earlier } = history;
      const [firstBefore, first] = [clocks.first(earlier), clocks.first(history)];
      const isSameFirst = firstBefore.work === first.work && firstBefore.rights === first.rights;
      if (isSameFirst && isAsBefore(before, card)) return undefined;
      const is = placesOf(card, deadlines(history));
      const was = placesOf(before, deadlines(earlier));
      const left = [...was]
        .filter(([name]) => !is.has(name))
        .map(([, { queue, visitor }]) => rows.remove({ complaint, queue, visitor }));
      const changed = [...is]
        .filter(([name, place]) => !isSamePlace(was.get(name), place))
        .map(([, { queue, visitor, leads, entry }]) =>
          rows.change({ complaint, queue, visitor }, (row: QueueRow | undefined) => {
            const { due, counted, holder, level } = entry;
            const duties = dutiesText(dutiesOfEntry(entry), row?.duties, occurredAt);
            const since = sinceOf(duties);
            return { complaint, queue, visitor, leads, due, counted, since, duties, holder, level };
          }),
        );
      return [...left, ...changed];
    },
  });
  return { ...definition, learn: clocks.learn };
};
