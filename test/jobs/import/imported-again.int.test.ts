import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { importLog, type ImportResult, type LogCase } from '../../../src/jobs/import/index.js';
import { helpdesk } from '../../../src/jobs/import/mappings/helpdesk.js';
import { xesFile } from '../../../src/infrastructure/xes/index.js';
import type { LogEvent } from '../../../src/application/ports/event-log.js';
import { instantOf, millisecondsOf } from '../../../src/domain/kernel/instant.js';
import { asCustomerService } from '../../../src/application/commands/actors.js';
import { openQuejas } from '../../../src/composition/open-quejas.js';
import type { Quejas } from '../../../src/composition/quejas.js';
import { itWithShared, sharedFile } from '../../support/shared.js';
import { whileItGoesOn } from '../../support/while-it-goes-on.js';
import { caseNamed, helpdeskActivities, stream } from './logs.js';

const inMemory = () => openQuejas({ store: 'memory:', keys: 'memory:', provider: helpdesk.provider });

const run = (quejas: Quejas, cases: readonly LogCase[], order?: 'file' | 'time'): Promise<ImportResult> =>
  importLog({ quejas, cases: stream(cases), mapping: helpdesk, ...(order && { order }) });

const moved = (found: LogCase, milliseconds: number): LogCase => ({
  ...found,
  events: found.events.map((event) => ({
    ...event,
    timestamp: instantOf(millisecondsOf(event.timestamp) + milliseconds),
  })),
});

const ticket = (...lines: readonly string[]) => caseNamed('Case 1', ...lines);
const whole = ticket('Assign seriousness', 'Take in charge ticket', 'Resolve ticket', 'Closed');

/** The same events with times of their own, as another export has them. */
const withTimesOf = (found: LogCase, from: LogCase): LogCase => {
  const times = new Map(from.events.map((event) => [event.activity, event.timestamp]));
  return {
    ...found,
    events: found.events.map((event) => ({
      ...event,
      timestamp: times.get(event.activity) ?? event.timestamp,
    })),
  };
};

const anyCases = fc.array(fc.array(fc.constantFrom(...helpdeskActivities), { minLength: 1, maxLength: 8 }), {
  minLength: 1,
  maxLength: 4,
});

describe('a log that is imported again', () => {
  it('with its times moved appends nothing, and tells every command as a difference', async () => {
    await fc.assert(
      fc.asyncProperty(anyCases, fc.integer({ min: 1, max: 86_400_000 }), async (all, shift) => {
        const quejas = await inMemory();
        const cases = all.map((lines, index) => caseNamed(`Case ${index}`, ...lines));
        await run(quejas, cases);
        const again = await run(quejas, cases);
        const later = await run(
          quejas,
          cases.map((found) => moved(found, shift)),
        );
        expect(again.differences).toBe(0);
        expect(later).toMatchObject({ appended: 0, duplicates: 0, differences: again.duplicates });
        expect(later.firstDifferences.length).toBe(Math.min(3, later.differences));
        await quejas.close();
      }),
      { numRuns: 15 },
    );
  });

  it('with an event in the middle doubles none of the later ones, and tells it as a difference', async () => {
    const quejas = await inMemory();
    const first = await run(quejas, [whole]);
    const grown = withTimesOf(
      ticket('Assign seriousness', 'Take in charge ticket', 'Wait', 'Resolve ticket', 'Closed'),
      whole,
    );
    const second = await run(quejas, [grown]);
    expect(second).toMatchObject({ cases: 1, appended: 0, refused: [] });
    expect(second.differences).toBeGreaterThan(0);
    expect(second.firstDifferences).toContainEqual({
      case: 'Case 1',
      activity: 'Wait',
      command: 'requestInformation',
      occurredAt: '2012-01-02T11:00:00.000Z',
    });
    expect(first.cases).toBe(1);
    await quejas.close();
  });

  it('with an event before the first is no second case', async () => {
    const quejas = await inMemory();
    await run(quejas, [whole]);
    const grown = withTimesOf(
      ticket('Insert ticket', 'Assign seriousness', 'Take in charge ticket', 'Resolve ticket', 'Closed'),
      whole,
    );
    expect(await run(quejas, [grown])).toMatchObject({ cases: 1, appended: 0 });
    await quejas.close();
  });

  it('with more at the end of its cases differs in nothing from what is stored', async () => {
    await fc.assert(
      fc.asyncProperty(anyCases, fc.integer({ min: 1, max: 8 }), async (all, events) => {
        const quejas = await inMemory();
        const cases = all.map((lines, index) => caseNamed(`Case ${index}`, ...lines));
        await run(
          quejas,
          cases.map((found) => ({ ...found, events: found.events.slice(0, events) })),
        );
        expect(await run(quejas, cases)).toMatchObject({ differences: 0, firstGone: [] });
        await quejas.close();
      }),
      { numRuns: 15 },
    );
  });

  it.each([
    ['in the middle', 'Wait', 'InformationRequested'],
    ['at the end', 'Closed', 'Closed'],
  ] as const)(
    'with an event gone %s appends nothing, and tells it as a difference',
    async (_where, gone, event) => {
      const quejas = await inMemory();
      const long = ticket('Assign seriousness', 'Take in charge ticket', 'Wait', 'Resolve ticket', 'Closed');
      await run(quejas, [long]);
      const { events } = await quejas.events({ limit: 1000 });
      const shorter = { ...long, events: long.events.filter(({ activity }) => activity !== gone) };
      const again = await run(quejas, [shorter]);
      expect(again).toMatchObject({ appended: 0, refused: [] });
      expect(again.differences).toBe(again.firstDifferences.length + again.firstGone.length);
      const { occurredAt } = events.find(({ type }) => type === event) ?? {};
      expect(again.firstGone).toContainEqual({ case: 'Case 1', event, occurredAt });
      await quejas.close();
    },
  );

  it('takes for gone nothing that was added in live use or followed from what is stored', async () => {
    const quejas = await inMemory();
    const open = ticket('Assign seriousness', 'Take in charge ticket');
    await run(quejas, [open]);
    const staff = asCustomerService('cs-1');
    const [folio] = (await quejas.find({ external: 'case-1' }, staff)).items.map((item) => item.folio);
    const noted = await quejas.complaint(folio ?? '').addNote({ commandId: 'n-1', note: 'Llamó.' }, staff);
    expect(noted.ok).toBe(true);
    expect((await quejas.runDue()).acted).toBeGreaterThan(0);
    expect(await run(quejas, [open])).toMatchObject({ appended: 0, differences: 0, firstGone: [] });
    await quejas.close();
  });

  it('grown at its end gives the same as one import', async () => {
    const [grown, once] = [await inMemory(), await inMemory()];
    await run(grown, [{ ...whole, events: whole.events.slice(0, 2) }]);
    const rest = await run(grown, [whole]);
    const all = await run(once, [whole]);
    expect(rest.differences).toBe(0);
    const typesOf = async (quejas: Quejas) =>
      (await quejas.events({ limit: 1000 })).events
        .filter(({ stream: name }) => name.startsWith('complaint-'))
        .map(({ type, id }) => [type, id]);
    expect(await typesOf(grown)).toEqual(await typesOf(once));
    expect(all.differences).toBe(0);
    await Promise.all([grown.close(), once.close()]);
  });

  it('knows events by their own ids where the mapping names them, whatever comes between', async () => {
    const named = (found: LogCase): LogCase => ({
      ...found,
      events: found.events.map((event): LogEvent => {
        const id = `${event.activity}@${event.timestamp}`;
        return { ...event, attributes: new Map([...event.attributes, ['event:id', id]]) };
      }),
    });
    const quejas = await inMemory();
    const mapping = { ...helpdesk, eventId: 'event:id' };
    const two = ticket('Assign seriousness', 'Wait', 'Wait');
    const three = {
      ...two,
      events: [...two.events.slice(0, 1), ...moved(two, -60_000).events.slice(1, 2), ...two.events.slice(1)],
    };
    await importLog({ quejas, cases: stream([named(two)]), mapping });
    const again = await importLog({ quejas, cases: stream([named(three)]), mapping });
    expect(again).toMatchObject({ appended: 0, refused: [] });
    expect(again.firstDifferences.map(({ occurredAt }) => occurredAt)).toContain('2012-01-02T09:59:00.000Z');
    await quejas.close();
  });
});

describe('a personal text that changed in a re-export', () => {
  const saying = (found: LogCase, words: string): LogCase => ({
    ...found,
    events: found.events.map((event): LogEvent => ({
      ...event,
      attributes: new Map([...event.attributes, ['note', words]]),
    })),
  });
  const withNotes = {
    ...helpdesk,
    activities: helpdesk.activities.map((each) =>
      each.activity === 'Insert ticket'
        ? each
        : {
            ...each,
            steps: [
              ...each.steps,
              {
                rule: 'words',
                command: 'addNote' as const,
                by: 'desk' as const,
                as: 'customer-service' as const,
                input: { note: 'Dijo: {event:note}.' },
              },
            ],
          },
    ),
  };

  it('is told as a difference, and its words nowhere', async () => {
    const quejas = await inMemory();
    const two = ticket('Assign seriousness', 'Take in charge ticket');
    const send = (words: string) =>
      importLog({ quejas, cases: stream([saying(two, words)]), mapping: withNotes });
    await send('no enciende');
    expect(await send('no enciende')).toMatchObject({ appended: 0, differences: 0 });
    const changed = await send('se apaga solo');
    expect(changed).toMatchObject({ appended: 0, refused: [] });
    expect(changed.differences).toBeGreaterThan(0);
    expect(changed.firstDifferences[0]).toMatchObject({ case: 'Case 1', command: 'addNote' });
    expect(JSON.stringify(changed)).not.toContain('se apaga solo');
    const { events } = await quejas.events({ limit: 1000 });
    expect(JSON.stringify(events)).not.toContain('no enciende');
    await quejas.close();
  });
});

describe('events out of order', () => {
  const turned: LogCase = { ...whole, events: [0, 2, 1, 3].flatMap((at) => whole.events[at] ?? []) };

  it('are kept as in the file, and counted, the first ones by name', async () => {
    const quejas = await inMemory();
    const result = await run(quejas, [turned, { ...turned, id: 'Case 2' }]);
    expect(result).toMatchObject({
      refused: [],
      outOfOrder: 2,
      firstOutOfOrder: [
        { case: 'Case 1', event: 3 },
        { case: 'Case 2', event: 3 },
      ],
    });
    await quejas.close();
  });

  it('are taken by their times where that is asked for, and are still counted', async () => {
    const [byTime, inOrder] = [await inMemory(), await inMemory()];
    expect(await run(byTime, [turned], 'time')).toMatchObject({ outOfOrder: 1, refused: [] });
    await run(inOrder, [whole]);
    const typesOf = async (quejas: Quejas) =>
      (await quejas.events({ limit: 1000 })).events
        .filter(({ stream: name }) => name.startsWith('complaint-'))
        .map(({ type, occurredAt }) => [type, occurredAt]);
    expect(await typesOf(byTime)).toEqual(await typesOf(inOrder));
    await Promise.all([byTime.close(), inOrder.close()]);
  });

  it('cases without events are counted, and are not taken for open ones', async () => {
    const quejas = await inMemory();
    const empty = { ...whole, id: 'Case 9', events: [] };
    expect(await run(quejas, [whole, empty])).toMatchObject({ cases: 1, emptyTraces: 1, casesNotClosed: 0 });
    await quejas.close();
  });
});

describe('the log of the help desk', () => {
  itWithShared('data/helpdesk.xes.gz')(
    'imported, all its times moved by a second, imported again: 0 appended, every difference counted',
    async () => {
      const log = xesFile(sharedFile('data/helpdesk.xes.gz'));
      const quejas = await inMemory();
      async function* aSecondLater(): AsyncGenerator<LogCase> {
        for await (const found of log.cases()) yield moved(found, 1000);
      }
      await whileItGoesOn(120_000, async (onProgress) => {
        const first = await importLog({ quejas, cases: log.cases(), mapping: helpdesk, onProgress });
        const again = await importLog({ quejas, cases: log.cases(), mapping: helpdesk, onProgress });
        const later = await importLog({ quejas, cases: aSecondLater(), mapping: helpdesk, onProgress });
        expect([first.cases, first.differences]).toEqual([4580, 0]);
        expect(again).toMatchObject({ cases: 4580, appended: 0, differences: 0 });
        expect(later).toMatchObject({
          cases: 4580,
          appended: 0,
          duplicates: 0,
          differences: again.duplicates,
          refused: [],
        });
      });
      await quejas.close();
    },
    // The limit is by progress, above: this one only ends a machine that stands still.
    3_600_000,
  );
});
