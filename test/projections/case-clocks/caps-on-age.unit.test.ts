import { expect, it } from '@jest/globals';
import { conectared, emenet } from '../../../src/index.js';
import { slaPolicyOf } from '../../../src/domain/provider/deadlines.js';
import type { Clock } from '../../../src/domain/sla/policy/policy.js';
import { capsOnAge } from '../../../src/projections/case-clocks/case-clocks.js';

const twoWeeks = 14 * 24 * 60;

/** Runs for weeks from the receipt, whatever holds the work up. */
const capsTheAge = ({ calendar, starts, pausedAs, terms, inactive }: Clock): boolean =>
  inactive === undefined &&
  calendar === 'natural' &&
  pausedAs === 'never' &&
  starts.every(({ event }) => event === 'Filed') &&
  terms.every(({ term }) => term.kind === 'minutes' && term.minutes >= twoWeeks);

it.each([conectared, emenet])(
  'the queues leave the caps on the age of a request aside, and those of $id are these',
  (profile) => {
    const caps = slaPolicyOf(profile).clocks.filter(capsTheAge);
    expect(caps.map(({ id }) => id)).toEqual([...capsOnAge]);
  },
);
