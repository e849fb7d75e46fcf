import { dayMs } from '../../domain/kernel/durations.js';
import { instantOf, millisecondsOf } from '../../domain/kernel/instant.js';
import { defineProcess } from './define-process.js';

/** How long after the last one a request with the same symptom counts as its repeat. */
const windowMs = 30 * dayMs;

/**
 * A second request on the same contract with the same symptom within 30 days is linked to the one before, never merged
 * into it (I-25). What comes from another system was judged there.
 */
export const linkRepeats = defineProcess({
  name: 'link-repeats',
  needsRows: true,
  on: {
    Filed: async ({ data: { contract, subject, defect, receivedAt }, metadata }, { repeatOf }) => {
      if (contract === undefined || metadata.source !== undefined) return [];
      const span = { from: instantOf(millisecondsOf(receivedAt) - windowMs), to: receivedAt };
      const other = await repeatOf({ contract, subject, defect }, span);
      return other === undefined ? [] : [{ type: 'linkTo', data: { other, relationship: 'repeat' } }];
    },
  },
});
