import { setImmediate as turn } from 'node:timers/promises';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  asCustomerService,
  conectared,
  isCodedError,
  openQuejas,
  type OpenQuejasOptions,
  type Quejas,
} from '../../src/index.js';
import type { Timers } from '../../src/application/ports/timers.js';
import { systemTimers } from '../../src/infrastructure/shared/system/system-timers.js';
import { caseStatus } from '../../src/projections/case-status/projection.js';
import { proof, proofTimeout } from '../support/proof.js';
import { report, sequentialIds, steadyClock } from './opened.js';

const cs = asCustomerService('cs-1');
const id = (last: number): string => `0198c000-0000-7000-8000-${String(last).padStart(12, '0')}`;

/** What a host may ask of a Quejas: `of` is the request that was there before, `nth` makes a command new. */
type Asked = (quejas: Quejas, of: string, nth: number) => Promise<unknown>;

const commands = {
  file: (quejas, _of, nth) => quejas.file(report(id(nth)), cs),
  addNote: (quejas, of, nth) => quejas.complaint(of).addNote({ commandId: id(nth), note: 'Llamó.' }, cs),
} satisfies Record<string, Asked>;

/** These end with their answer, however soon `close()` is called after them. */
const questions = {
  show: (quejas, of) => quejas.show(of, cs),
  clocks: (quejas, of) => quejas.clocks(of, cs),
  histories: (quejas) => quejas.histories({ limit: 5 }),
  sla: (quejas) => quejas.sla(),
  calendars: (quejas) => quejas.calendars(),
  procedure: (quejas) => quejas.procedure(),
  notice: (quejas, of) => quejas.notice(of, 'folio', cs),
  notices: (quejas) => quejas.notices({ limit: 5 }),
  find: (quejas) => quejas.find({ contract: 'c-1' }, cs),
  requestsOf: (quejas) => quejas.requestsOf('s-1', cs),
  queue: (quejas) => quejas.queue('all', cs),
  rows: (quejas) => quejas.rows(caseStatus).count({}),
  totals: (quejas) => quejas.totals(),
  events: (quejas) => quejas.events({ limit: 5 }),
  eventsOfFiling: (quejas) => quejas.eventsOfFiling(id(0)),
  projections: (quejas) => quejas.projections(),
  metrics: (quejas) => quejas.metrics(),
  nextWakeAt: (quejas) => quejas.nextWakeAt(),
  runDue: (quejas) => quejas.runDue(),
  rebuildContacts: (quejas) => quejas.rebuildContacts(),
  parkedEvents: (quejas) => quejas.parkedEvents('case-status'),
} satisfies Record<string, Asked>;

/** These may be told instead that they were ended. */
const work = {
  rebuildProjection: (quejas) => quejas.rebuildProjection('case-status'),
  replayProjection: (quejas) => quejas.replayProjection('case-totals'),
  verifyProjection: (quejas) => quejas.verifyProjection('queues'),
  waitFor: async (quejas) => {
    const { events } = await quejas.events({ limit: 1 });
    await quejas.waitFor(events[0]?.position ?? '');
  },
  catchUp: (quejas) => quejas.catchUp(),
  runProcesses: (quejas) => quejas.runProcesses(),
  start: (quejas) => quejas.start(),
} satisfies Record<string, Asked>;

const everything: Readonly<Record<string, Asked>> = { ...commands, ...questions, ...work };
const ended: ReadonlySet<string> = new Set(['rows-behind', 'store-closed']);

/** The system's timers, and how many of them wait. */
const countedTimers = (): Timers & { readonly waiting: () => number } => {
  let waiting = 0;
  return {
    ...systemTimers,
    waiting: () => waiting,
    after: (milliseconds, act) => {
      let isOver = false;
      waiting += 1;
      const over = (): void => {
        if (!isOver) waiting -= 1;
        isOver = true;
      };
      const takeBack = systemTimers.after(milliseconds, () => {
        over();
        act();
      });
      return () => {
        over();
        takeBack();
      };
    },
  };
};

interface Told {
  readonly name: string;
  readonly isAfter: boolean;
  readonly outcome: () => string;
}

/** How something that was asked ends: `ok`, the code that it is refused or fails with, or a fault without one. */
const told = (name: string, isAfter: boolean, asked: () => Promise<unknown>): Told => {
  let outcome = 'never answered';
  const answered = async (): Promise<void> => {
    try {
      const result = await asked();
      const refused = typeof result === 'object' && result !== null && 'ok' in result && result.ok === false;
      outcome = refused ? `refused ${JSON.stringify(result)}` : 'ok';
    } catch (fault) {
      outcome = isCodedError(fault) ? fault.code : `no code: ${String(fault)}`;
    }
  };
  void answered();
  return { name, isAfter, outcome: () => outcome };
};

const wrong = ({ name, isAfter, outcome }: Told): boolean => {
  if (isAfter) return outcome() !== 'store-closed';
  if (outcome() === 'ok') return false;
  return !(name in work && ended.has(outcome()));
};

type Step = string | { readonly turns: number };

const someSteps = (most: number): fc.Arbitrary<readonly Step[]> =>
  fc.array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...Object.keys(everything)) },
      { weight: 2, arbitrary: fc.constantFrom('file', 'addNote') },
      { weight: 2, arbitrary: fc.record({ turns: fc.integer({ min: 1, max: 12 }) }) },
    ),
    { maxLength: most },
  );

/** What `close()` promises, on any store. */
export const closingOn = (
  name: string,
  runs: number,
  open: () => Promise<{
    /** For each run; its namespace is its own. */
    readonly options: () => Pick<OpenQuejasOptions, 'store' | 'keys' | 'rows'>;
    readonly close: () => Promise<void>;
  }>,
): void => {
  describe(`close(), on ${name}`, () => {
    let options: () => Pick<OpenQuejasOptions, 'store' | 'keys' | 'rows'>;
    let end: () => Promise<void>;
    let namespaces = 0;

    beforeAll(async () => {
      ({ options, close: end } = await open());
    });
    afterAll(() => end());

    const host = (namespace: string, timers: Timers = systemTimers): Promise<Quejas> =>
      openQuejas({
        ...options(),
        ...{ provider: conectared, clock: steadyClock().clock, ids: sequentialIds(), namespace, timers },
      });

    it(
      'ends what was begun, whenever it comes, refuses what comes after it, and leaves no timer',
      () =>
        fc.assert(
          fc.asyncProperty(someSteps(12), fc.boolean(), someSteps(6), async (before, starts, after) => {
            const namespace = `n${String((namespaces += 1))}-`;
            const timers = countedTimers();
            const quejas = await host(namespace, timers);
            const filed = await quejas.file(report(id(0)), cs);
            if (!filed.ok) throw new Error(filed.code);
            if (starts) await quejas.start();
            const all: Told[] = [];
            let nth = 0;
            const take = async (steps: readonly Step[], isAfter: boolean): Promise<void> => {
              for (const step of steps) {
                if (typeof step !== 'string') for (let left = step.turns; left > 0; left -= 1) await turn();
                else {
                  const own = (nth += 1);
                  const asked = everything[step];
                  if (asked !== undefined)
                    all.push(told(step, isAfter, () => asked(quejas, filed.folio, own)));
                }
              }
            };
            await take(before, false);
            const closed = quejas.close();
            const again = quejas.close();
            await take(after, true);
            await closed;
            await again;
            await turn();
            await quejas.close();
            await quejas.stop();
            await take(['show', 'file', 'catchUp', 'waitFor', 'start'], true);
            await turn();
            expect(
              all.filter(wrong).map(({ name: asked, isAfter, outcome }) => [asked, isAfter, outcome()]),
            ).toEqual([]);
            expect(timers.waiting()).toBe(0);
          }),
          proof(runs),
        ),
      proofTimeout(runs),
    );
  });
};
