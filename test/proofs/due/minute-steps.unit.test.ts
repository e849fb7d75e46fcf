import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { millisecondsOf } from '../../../src/domain/kernel/instant.js';
import { foldClocks } from '../../../src/domain/sla/clocks/clock-fold.js';
import type { ClockEvent } from '../../../src/domain/sla/clocks/facts.js';
import { inTime, pendingClocks, type DueAct } from '../../../src/domain/sla/clocks/pending.js';
import type { Run } from '../../../src/domain/sla/clocks/run.js';
import { local, mexicanHolidays, mexico, officeSource } from '../../domain/sla/calendars.js';
import { lives, published, times } from '../../domain/sla/clocks/lives.js';
import { mexican } from '../../domain/sla/policy/policies.js';
import { proof, proofTimeout } from '../../support/proof.js';
import { recordedBy } from './minute-oracle.js';

const minute = 60_000;
const calendar = {
  ...{ id: 'office', version: 1, zone: mexico, week: officeSource() },
  ...{ holidays: mexicanHolidays, overrides: {}, provenance: [] },
};

const keyOf = ({ clock, cycle, run }: Run, act: DueAct): string => {
  const name = `${clock.id}#${cycle}.${run}`;
  switch (act.kind) {
    case 'warning':
      return `${name} warning ${act.percent}`;
    case 'breach':
      return `${name} breach`;
    case 'escalation':
      return `cycle ${cycle} level ${act.level}`;
  }
};

/** What is to be recorded until an instant: a level is reached once, and takes the lower ones along. */
const dueBy = (events: readonly ClockEvent[], now: string): readonly string[] => {
  let level = 0;
  return pendingClocks(foldClocks(events, published.policyOf), published.calendarOf)
    .filter(({ run: { choice } }) => choice.term.kind === 'minutes' || choice.term.kind === 'business-days')
    .flatMap(({ run, acts }) => acts.map((each) => ({ ...each, run })))
    .filter(({ at }) => at <= now)
    .sort(inTime)
    .flatMap(({ run, act, at }) => {
      const reached = act.kind === 'escalation' ? act.level : level + 1;
      if (reached <= level) return [];
      if (act.kind === 'escalation') level = reached;
      return [`${keyOf(run, act)} ${Math.round(millisecondsOf(at) / minute)}`];
    })
    .sort();
};

/** The instant of an answer, and what is known of a complaint by then. */
const asked = fc
  .tuple(lives, times)
  .map(([life, time]) => [life.filter(({ type }) => type !== 'ClocksRecomputed'), local(time)] as const)
  .map(([life, now]) => [life.filter(({ recorded }) => recorded.occurredAt <= now), now] as const);

const { numRuns, seed = Date.now() % 2 ** 31 } = proof(60);

describe('what is to be recorded of a complaint by an instant', () => {
  it(
    `is what has passed by then, minute by minute, of clocks that run, are held up or have ended (seed ${seed})`,
    () => {
      fc.assert(
        fc.property(asked, ([events, now]) => {
          const wakes = [{ at: millisecondsOf(now), events }];
          const passed = recordedBy(mexican, calendar, wakes).map(({ key, at }) => `${key} ${at}`);
          expect(dueBy(events, now)).toEqual([...passed].sort());
        }),
        { seed, numRuns },
      );
    },
    proofTimeout(60),
  );
});
