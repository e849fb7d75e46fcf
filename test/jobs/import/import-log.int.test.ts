import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { importLog, surveyLog, type LogCase } from '../../../src/jobs/import/index.js';
import { helpdesk } from '../../../src/jobs/import/mappings/helpdesk.js';
import type { Quejas } from '../../../src/composition/quejas.js';
import { openQuejas } from '../../../src/composition/open-quejas.js';
import { caseTotals, measures } from '../../../src/projections/case-totals/projection.js';
import { asCustomerService } from '../../../src/application/commands/actors.js';
import { isPublicationEvent } from '../../../src/domain/sla/publication/events.js';
import { caseNamed, helpdeskActivities, stream } from './logs.js';

const inMemory = () => openQuejas({ store: 'memory:', keys: 'memory:', provider: helpdesk.provider });

const someCases: readonly LogCase[] = [
  caseNamed('Case 1', 'Assign seriousness', 'Take in charge ticket', 'Wait', 'Resolve ticket', 'Closed'),
  caseNamed('Case 2', 'Insert ticket', 'Resolve ticket', 'Take in charge ticket', 'Wait', 'Wait'),
  caseNamed('Case 3', 'Resolve ticket', 'Resolve ticket', 'Closed', 'Closed'),
  caseNamed('Case 4', 'Wait', 'Dance', 'Require upgrade'),
];

const run = (
  quejas: Pick<Quejas, 'execute' | 'eventsOfFiling' | 'couldHaveAsked' | 'totals' | 'provider'>,
  cases: readonly LogCase[] = someCases,
) => importLog({ quejas, cases: stream(cases), mapping: helpdesk });

/** Everything that was stored but what a run may change: folio numbers, and when it was learned. */
const contentOf = async (quejas: Quejas) => {
  const { events } = await quejas.events({ limit: 10_000 });
  return events
    .filter(({ stream: name }) => name.startsWith('complaint-'))
    .map(({ id, stream: name, revision, type, occurredAt, metadata: { commandId, actor, role, source } }) =>
      JSON.stringify({ id, name, revision, type, occurredAt, commandId, actor, role, source }),
    )
    .sort();
};

describe('an import', () => {
  it('is counted in the rows of the store, but for what only the log knows', async () => {
    const quejas = await inMemory();
    expect(await run(quejas)).toEqual({
      cases: 4,
      events: 17,
      appended: 40,
      duplicates: 0,
      differences: 0,
      firstDifferences: [],
      firstGone: [],
      outOfOrder: 0,
      firstOutOfOrder: [],
      emptyTraces: 0,
      filled: expect.any(Number),
      casesWithWait: 3,
      waits: 4,
      casesReopened: 1,
      casesNotClosed: 2,
      noNewFact: 2,
      unmapped: [{ activity: 'Dance', count: 1 }],
      refused: [],
    });
    await quejas.close();
  });

  it('files under the policy that its mapping names, whose calendars cover the log (I-18)', async () => {
    const quejas = await inMemory();
    await run(quejas);
    const { events } = await quejas.events({ limit: 10_000 });
    expect(events.filter(isPublicationEvent).map(({ stream: name }) => name)).toEqual([
      'calendar-helpdesk-natural',
      'calendar-helpdesk-always',
      'policy-helpdesk-imported',
    ]);
    const folios = events.flatMap(({ data: { folio } }) => (typeof folio === 'string' ? [folio] : []));
    expect(folios.length).toBeGreaterThan(2);
    for (const folio of folios) {
      const told = await quejas.clocks(folio, asCustomerService('s-1'));
      if (told?.view !== 'full') throw new Error('not told');
      expect(told.missing).toEqual([]);
      const started = told.clocks.filter(({ state }) => state !== 'not-started');
      expect(started.length).toBeGreaterThan(2);
      expect(started.filter(({ state }) => state === 'unanswered')).toEqual([]);
    }
    await quejas.close();
  });

  it('appends nothing the second time (I-25)', async () => {
    const quejas = await inMemory();
    const first = await run(quejas);
    const before = await contentOf(quejas);
    const second = await run(quejas);
    expect(second).toEqual({ ...first, appended: 0, duplicates: expect.any(Number) });
    expect(second.duplicates).toBeGreaterThan(0);
    expect(await contentOf(quejas)).toEqual(before);
    await quejas.close();
  });

  it('keeps the time of the log, and marks its facts as dated back (I-19)', async () => {
    const quejas = await inMemory();
    await run(quejas);
    const { events } = await quejas.events({ limit: 1000, types: ['UserNotified'] });
    const noticeOfCase1 = events.find(({ metadata: { source } }) =>
      source?.startsWith('import:helpdesk@1:4:'),
    );
    expect(noticeOfCase1).toMatchObject({
      occurredAt: '2012-01-02T13:00:00.000Z',
      metadata: { backdated: true, source: 'import:helpdesk@1:4:notify-user' },
    });
    await quejas.close();
  });

  it('may take only the first cases, and says how far it is', async () => {
    const quejas = await inMemory();
    const seen: number[] = [];
    const { cases, events } = await importLog({
      quejas,
      cases: stream(someCases),
      mapping: helpdesk,
      limit: 2,
      onProgress: (done) => seen.push(done.cases),
    });
    expect({ cases, events, seen }).toEqual({ cases: 2, events: 10, seen: [1, 2] });
    await quejas.close();
  });
});

describe('an import that is stopped at any point and run again', () => {
  it('ends in the state of one that was left alone, but for folio numbers', async () => {
    const left = await inMemory();
    await run(left);
    const undisturbed = await contentOf(left);
    await left.close();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 }),
        async (stops) => {
          const quejas = await inMemory();
          for (const stop of stops) {
            let sent = 0;
            const stopping: Pick<
              Quejas,
              'execute' | 'eventsOfFiling' | 'couldHaveAsked' | 'totals' | 'provider'
            > = {
              ...quejas,
              execute: async (...command) => {
                sent += 1;
                // What is on its way when a process dies may have been stored or not.
                if (sent > stop + 1) throw new Error('killed');
                const result = await quejas.execute(...command);
                if (sent > stop) throw new Error('killed');
                return result;
              },
            };
            await run(stopping).catch((error: unknown) => {
              expect(error).toMatchObject({ message: 'killed' });
            });
          }
          await run(quejas);
          expect(await contentOf(quejas)).toEqual(undisturbed);
          await quejas.close();
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('whatever the cases hold', () => {
  it('the path of live use takes every command that was planned', async () => {
    const anyCases = fc.array(
      fc.array(fc.constantFrom(...helpdeskActivities), { minLength: 1, maxLength: 9 }),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    await fc.assert(
      fc.asyncProperty(anyCases, async (all) => {
        const quejas = await inMemory();
        const cases = all.map((lines, index) => caseNamed(`Case ${index}`, ...lines));
        const { refused, cases: filed } = await run(quejas, cases);
        expect({ refused, filed }).toEqual({ refused: [], filed: all.length });
        await quejas.close();
      }),
      { numRuns: 25 },
    );
  });

  it('a command that is refused ends its case, so that a later import decides no otherwise', async () => {
    const quejas = await inMemory();
    await run(quejas, someCases.slice(1, 2));
    const { events } = await quejas.events({ limit: 10, types: ['Filed', 'FolioAssigned'] });
    const told = (field: string) =>
      events.map(({ data }) => data[field]).find((value) => typeof value === 'string') ?? '';
    const commandId = 'by-hand';
    await quejas
      .complaint(told('folio'))
      .withdraw({ commandId, reason: 'other' }, { actor: told('subscriber'), role: 'user' });
    const grown = [
      caseNamed(
        'Case 2',
        'Insert ticket',
        'Resolve ticket',
        'Take in charge ticket',
        'Wait',
        'Wait',
        'Wait',
        'Closed',
      ),
    ];
    const once = await run(quejas, grown);
    expect(once.refused).toEqual([
      { activity: 'Wait', command: 'requestInformation', code: 'complaint-ended', count: 1 },
    ]);
    expect(once.appended).toBe(0);
    expect(await run(quejas, grown)).toEqual(once);
    await quejas.close();
  });
});

describe('a log is looked through before anything is changed', () => {
  const survey = (cases: readonly LogCase[]) => surveyLog({ cases: () => stream(cases) });

  it('two cases of one name would be taken for one: log-case-repeated', async () => {
    await expect(survey([...someCases, caseNamed('Case 2', 'Wait')])).rejects.toMatchObject({
      code: 'log-case-repeated',
    });
  });

  it('there is nothing in it: log-empty', async () => {
    await expect(survey([])).rejects.toMatchObject({ code: 'log-empty' });
  });

  it('what a log holds is known before anything is changed', async () => {
    const { cases, events, activities } = await survey(someCases);
    expect({ cases, events }).toEqual({ cases: 4, events: 17 });
    expect(activities).toContainEqual({ activity: 'Dance' });
  });
});

describe('the counts of an import', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'quejas-import-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('are those of the rows: a counter set back by one is a case less', async () => {
    const path = join(folder, 'rows.db');
    const open = () => openQuejas({ store: `sqlite:${path}`, keys: 'memory:', provider: helpdesk.provider });
    const first = await open();
    const { cases, casesWithWait } = await run(first);
    await first.close();

    const database = new DatabaseSync(path);
    const setBack = database.prepare(
      `UPDATE "${caseTotals.table.name}" SET count = count - 1 WHERE measure = ?`,
    );
    const changed = [measures.filed, measures.casesWithWait].map((measure) => setBack.run(measure).changes);
    database.close();
    expect(changed.map(Number)).toEqual([1, 1]);

    const again = await open();
    const { filed, casesWithWait: waiting } = await again.totals();
    expect({ filed, waiting }).toEqual({ filed: cases - 1, waiting: casesWithWait - 1 });
    await again.close();
  });
});
