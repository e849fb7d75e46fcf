import { expect, it } from '@jest/globals';
import { importLog, mappingFor, shippedMappings, surveyLog } from '../../../src/jobs/import/index.js';
import type { Quejas } from '../../../src/composition/quejas.js';
import { evolveCard, isComplaintEvent } from '../../../src/domain/complaint/evolve.js';
import { initialCard, type CaseCard } from '../../../src/domain/complaint/card.js';
import { xesFile } from '../../../src/infrastructure/xes/index.js';
import { openQuejas } from '../../../src/composition/open-quejas.js';
import { describeWithShared, sharedFile } from '../../support/shared.js';
import { allEvents, boardByHand, countedByHand } from '../../composition/board-by-hand.js';
import { countByLines } from './count-by-lines.js';

const dates = [
  '2011-03-01T00:00:00.000Z',
  '2012-07-15T12:34:56.789Z',
  '2013-12-31T23:59:59.999Z',
  '2026-01-01T00:00:00.000Z',
];

const afterTheLog = '2014-02-01T12:00:00.000Z';
/** What is imported counts business time round the clock, in UTC. */
const always = { days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 24, offsetHours: 0, closed: [] } as const;

/** Open and closed complaints as of each date, from the events of the store by when they happened. */
const standingOf = async (quejas: Quejas) => {
  const cards = dates.map(() => new Map<string, CaseCard>());
  const types = new Map<string, number>();
  let after: string | undefined;
  for (;;) {
    const page = await quejas.events({ limit: 5000, ...(after === undefined ? {} : { after }) });
    for (const event of page.events) {
      if (!isComplaintEvent(event)) continue;
      types.set(event.type, (types.get(event.type) ?? 0) + 1);
      cards.forEach((known, index) => {
        if (event.occurredAt > (dates[index] ?? '')) return;
        known.set(
          event.stream,
          evolveCard(known.get(event.stream) ?? initialCard, event, { ...event, role: event.metadata.role }),
        );
      });
    }
    if (page.caughtUp) break;
    after = page.next;
  }
  const standing = cards.map((known) => {
    const open = [...known.values()].filter(({ facets: { ending } }) => ending === 'open').length;
    return { open, closed: known.size - open };
  });
  return { standing, types };
};

describeWithShared('data/helpdesk.xes.gz')('the log of the help desk, imported whole', () => {
  it('gives its golden counts out of the store, and nothing new the second time', async () => {
    const log = xesFile(sharedFile('data/helpdesk.xes.gz'));
    const mapping = mappingFor(await surveyLog(log), shippedMappings);
    expect(mapping.id).toBe('helpdesk');
    const quejas = await openQuejas({ store: 'memory:', keys: 'memory:', provider: mapping.provider });

    const golden = {
      cases: 4580,
      events: 21_348,
      casesWithWait: 1236,
      waits: 1463,
      casesReopened: 152,
      casesNotClosed: 23,
      noNewFact: 254 + 14,
    };
    const first = await importLog({ quejas, cases: log.cases(), mapping });
    expect(first).toMatchObject({ ...golden, duplicates: 0, unmapped: [], refused: [] });
    expect(await quejas.totals()).toMatchObject({ filed: 4580, open: 22, closed: 4558 });

    const { standing, types } = await standingOf(quejas);
    expect(standing).toEqual([
      { open: 183, closed: 1043 },
      { open: 191, closed: 3339 },
      { open: 39, closed: 4541 },
      { open: 22, closed: 4558 },
    ]);
    expect(types.get('InformationRequested')).toBe(1463);
    expect(types.get('Filed')).toBe(4580);
    expect([...types.values()].reduce((sum, count) => sum + count, 0)).toBe(first.appended);

    const counted = countByLines(sharedFile('data/helpdesk.xes.gz'), dates);
    expect(counted).toEqual({ totals: golden, standing });

    const board = await quejas.sla({ at: afterTheLog });
    expect(board).toMatchObject({ filed: 4580, open: 22 });
    expect(countedByHand(board)).toEqual(boardByHand(await allEvents(quejas), always, afterTheLog));

    const second = await importLog({ quejas, cases: log.cases(), mapping });
    expect(second).toMatchObject({ ...golden, appended: 0, unmapped: [], refused: [] });
    await quejas.close();
  }, 600_000);
});

describeWithShared('data/repair-example.xes.gz')('the log of the telephone repairs', () => {
  it('chooses its own mapping, and every one of its first cases becomes a complaint', async () => {
    const log = xesFile(sharedFile('data/repair-example.xes.gz'));
    const mapping = mappingFor(await surveyLog(log), shippedMappings);
    expect(mapping.id).toBe('repair-example');
    const quejas = await openQuejas({ store: 'memory:', keys: 'memory:', provider: mapping.provider });
    const result = await importLog({ quejas, cases: log.cases(), mapping, limit: 150 });
    expect(result).toMatchObject({ cases: 150, duplicates: 0, unmapped: [], refused: [], noNewFact: 0 });
    const { filed, closed, open } = await quejas.totals();
    expect({ filed, closed, open }).toEqual({
      filed: 150,
      closed: 150 - result.casesNotClosed,
      open: result.casesNotClosed,
    });
    await quejas.close();
  }, 120_000);
});
