import type { CommandResult } from '../commands/command-result.js';
import type { LaterCommand, SubmitMeta } from '../commands/complaint-commands.js';
import { asSystem, type By } from '../commands/actors.js';
import { derivedUuid, timeBits } from '../identity/uuid.js';
import { instantOf, millisecondsOf, type Instant } from '../../domain/kernel/instant.js';
import type { ComplaintCommands } from '../../domain/complaint/commands.js';
import type { Defect, Subject } from '../../domain/complaint/vocabulary.js';

/** What two reports share that are about the same trouble: the contract, and what is wrong with what. */
export interface Symptom {
  readonly contract: string;
  readonly subject: Subject;
  readonly defect: Defect | undefined;
}

interface LinkRepeatsParts {
  /** The folio of the last request with this symptom that came between the two, other than the one named. */
  readonly findRepeat: (
    symptom: Symptom,
    span: { readonly from: Instant; readonly to: Instant },
    but: string,
  ) => Promise<string | undefined>;
  readonly submit: (folio: string, command: LaterCommand, by: By, meta: SubmitMeta) => Promise<CommandResult>;
}

/** How long after the last one a request with the same symptom counts as its repeat. */
const windowMs = 30 * 24 * 60 * 60 * 1000;

const by = asSystem('link-repeats');

/**
 * A second request on the same contract with the same symptom within 30 days is linked to the one before, never merged
 * into it (I-25). It looks at other complaints, so it runs after the filing; its command is derived from the filing's,
 * so that a retry of the filing makes up for what a crash left undone, and links nothing twice.
 */
export const linkRepeats =
  ({ findRepeat, submit }: LinkRepeatsParts) =>
  async (
    folio: string,
    filing: Pick<ComplaintCommands['file'], 'contract' | 'subject' | 'defect' | 'receivedAt'>,
    { commandId, correlationId }: SubmitMeta,
  ): Promise<void> => {
    const { contract, subject, defect, receivedAt } = filing;
    if (contract === undefined) return;
    const to = millisecondsOf(receivedAt);
    const span = { from: instantOf(to - windowMs), to: receivedAt };
    const other = await findRepeat({ contract, subject, defect }, span, folio);
    if (other === undefined) return;
    // A refusal is an outcome: the link may stand already.
    await submit(folio, { type: 'linkTo', data: { other, relationship: 'repeat' } }, by, {
      commandId: derivedUuid(timeBits(to), 'link-repeats', folio, commandId),
      correlationId: correlationId ?? commandId,
      causationId: commandId,
    });
  };
