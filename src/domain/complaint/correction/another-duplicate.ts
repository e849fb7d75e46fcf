import { reject } from '../../kernel/decision.js';
import type { ComplaintContext } from '../context.js';
import { notOneThatGoesOn, toldOfIt } from '../duplicates.js';
import type { ComplaintState, FiledComplaint } from '../state.js';
import type { CorrectionCommands, CorrectionEvents } from './messages.js';
import { unexplained } from './told-anew.js';

/** What stands against a complaint being the duplicate of another one than was recorded. */
export const notOfAnother = (
  command: CorrectionCommands['correctDuplicate'],
  complaint: FiledComplaint,
  context: ComplaintContext,
) => {
  const refusal = unexplained(command, complaint);
  if (refusal !== null) return refusal;
  return command.of === complaint.duplicate?.of
    ? reject('no-new-fact', { folio: complaint.folio })
    : notOneThatGoesOn(command.of, complaint, context);
};

/** It is the duplicate of that one instead. */
export const ofAnother = (
  { reason, of }: CorrectionCommands['correctDuplicate'],
  { revision: corrects, of: from }: NonNullable<ComplaintState['duplicate']>,
  complaint: FiledComplaint,
  context: ComplaintContext,
): CorrectionEvents['DuplicateCorrected'] => ({
  corrects,
  reason,
  from,
  of,
  toldTo: toldOfIt(complaint, context),
});
