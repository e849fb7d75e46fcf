import { defineProcess, type Lookups, type Trigger } from './define-process.js';
import type { LaterCommand } from '../commands/complaint-commands.js';

/** A complaint whose duplicates lead back to it is reopened, where it was the last of them to be marked. */
const reopenTheLast = async (
  event: Trigger<'MarkedDuplicate'> | Trigger<'DuplicateCorrected'>,
  { endsACycle }: Lookups,
): Promise<readonly LaterCommand[]> =>
  (await endsACycle(event)) ? [{ type: 'reopen', data: { reason: 'closed-by-mistake' } }] : [];

/**
 * Of complaints that end in favour of each other one stays open, reachable from the others. A decision looks at the
 * other complaint, so that this is needed only where two programs on one store decided at the same moment.
 */
export const keepOneAlive = defineProcess({
  name: 'keep-one-alive',
  on: { MarkedDuplicate: reopenTheLast, DuplicateCorrected: reopenTheLast },
});
