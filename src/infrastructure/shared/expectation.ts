import type { AppendOutcome, Expectation, Revision } from '../../application/ports/event-store.js';

/** Whether a stream whose last revision is this one (-1: it does not exist) is as an append expects it. */
export const isAsExpected = (expect: Expectation, revision: Revision): boolean => {
  if (expect === 'any') return true;
  if (expect === 'none') return revision === -1;
  return expect === 'exists' ? revision >= 0 : expect === revision;
};

/** What a failed expectation answers. */
export const conflictAt = (revision: Revision): AppendOutcome => ({
  kind: 'conflict',
  actual: revision === -1 ? 'none' : revision,
});
