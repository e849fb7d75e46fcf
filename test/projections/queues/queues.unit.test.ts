import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { dutiesOf, dutyBearers, fold, isFiled, complaint } from '../../../src/domain/complaint/index.js';
import { instantOf, millisecondsOf } from '../../../src/domain/kernel/instant.js';
import type { StoredEvent } from '../../../src/application/ports/event-store.js';
import type { Row } from '../../../src/application/ports/read-model-store.js';
import { cardFold } from '../../../src/projections/runtime/card-fold.js';
import { foldChanges } from '../../../src/projections/runtime/fold-changes.js';
import { tableOf } from '../../../src/projections/runtime/table.js';
import { dutiesIn } from '../../../src/projections/queues/duties-cell.js';
import { queues as queuesOf } from '../../../src/projections/queues/projection.js';
import { visitsToMake } from '../../../src/domain/complaint/visit/open.js';
import * as ask from '../../../src/testing/builders-commands.js';
import { people } from '../../../src/testing/index.js';
import { nowOf, step, walks, type Walk } from '../../domain/complaint/support/walks.js';
import { isJsonObject } from '../../../src/application/schema/json-object.js';

const queues = queuesOf();

const stored = ({ events }: Walk): readonly StoredEvent[] =>
  events.map(({ type, data, recorded }, index) => {
    const plain: unknown = structuredClone(data);
    return {
      id: `e-${String(index)}`,
      type,
      version: 1,
      occurredAt: recorded.occurredAt,
      zone: 'America/Mexico_City',
      recordedAt: recorded.occurredAt,
      data: isJsonObject(plain) ? plain : {},
      metadata: {
        commandId: `c-${String(index)}`,
        index: 0,
        commandSize: 1,
        correlationId: 'c',
        causationId: 'c',
        actor: 'cs-1',
        role: 'customer-service',
        provider: 'conectared',
      },
      stream: 'complaint-00000000-0000-7000-8000-000000000001',
      revision: index,
      position: String(index + 1).padStart(16, '0'),
    };
  });

/** The rows that stand after each event of a walk. */
const rowsThrough = (walk: Walk): readonly (readonly Row[])[] => {
  const table = tableOf(queues.table);
  const projected = cardFold().project(stored(walk), () => []);
  let kept: ReadonlyMap<string, Row> = new Map();
  return projected.map((each) => {
    const folded = foldChanges(queues, table, [each], (name) => kept.get(name));
    if ('fault' in folded) throw new Error(folded.fault.message);
    const next = new Map(kept);
    for (const { key, after } of folded.writes) {
      if (after === undefined) next.delete(key);
      else next.set(key, after);
    }
    kept = next;
    return [...next.values()];
  });
};

const reasonsIn = (row: Row): readonly string[] =>
  dutiesIn(String(row['duties'])).map(({ reason }) => reason);

/** The same life with one more visit, of one who may have it in charge or not. */
const visited = (walk: Walk, visitor: string): Walk => {
  const hour = (hours: number) => instantOf(millisecondsOf(nowOf(walk)) + hours * 3_600_000);
  const by = people.customerService;
  const window = { from: hour(8), to: hour(12) };
  const arranged = step(walk, { command: ask.scheduleVisit({ visitor, window }), by });
  const visit = Math.max(0, ...Object.keys(arranged.state.visits).map(Number));
  return step(arranged, { command: ask.notifyVisit({ visit, notifiedAt: nowOf(arranged) }), by });
};

describe('The rows of the queues, over random lives', () => {
  it('hold every open complaint at every step, with all its duties, lead the list of all work once, and have the visits of each', () => {
    let seen = 0;
    fc.assert(
      fc.property(walks(40), fc.constantFrom('rt-1', 'rt-2', 'rt-9'), (lived, visitor) => {
        const walk = visited(lived, visitor);
        const steps = rowsThrough(walk);
        for (const [index, rows] of steps.entries()) {
          const state = fold(walk.events.slice(0, index + 1), complaint.initial);
          if (isFiled(state) && state.facets.ending === 'open') expect(rows).not.toEqual([]);
          const duties = dutiesOf(state);
          expect(new Set(rows.flatMap(reasonsIn))).toEqual(
            new Set(dutyBearers.flatMap((bearer) => duties[bearer])),
          );
          expect(rows.filter((row) => row['leads'] === 1)).toHaveLength(rows.length === 0 ? 0 : 1);
          const visitors = visitsToMake(state.facets).flatMap((visit) => state.visits[visit]?.visitor ?? []);
          const others = new Set(visitors.filter((visitor) => visitor !== state.technician));
          const theirs = rows.filter(({ visitor }) => visitor !== '');
          expect(theirs.map(({ visitor }) => visitor).sort()).toEqual(
            state.facets.ending === 'open' ? [...others].sort() : [],
          );
          for (const { queue, visitor, holder, due } of theirs) {
            seen += 1;
            expect([queue, holder]).toEqual(['technical-lead', visitor]);
            expect(Object.values(state.visits)).toContainEqual(
              expect.objectContaining({ visitor, window: expect.objectContaining({ from: due }) }),
            );
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(seen).toBeGreaterThan(0);
  });

  it('keep the beginning of a duty for as long as it is there', () => {
    fc.assert(
      fc.property(walks(40), (walk) => {
        let before: readonly Row[] = [];
        for (const rows of rowsThrough(walk)) {
          for (const row of rows) {
            const was = before.find(
              ({ queue, visitor }) => queue === row['queue'] && visitor === row['visitor'],
            );
            if (was === undefined) continue;
            const known = dutiesIn(String(was['duties']));
            for (const { reason, since } of dutiesIn(String(row['duties'])))
              expect(since).toBe(known.find((duty) => duty.reason === reason)?.since ?? since);
          }
          before = rows;
        }
      }),
      { numRuns: 40 },
    );
  });
});
