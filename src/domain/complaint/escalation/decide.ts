import { accept, reject } from '../../kernel/decision.js';
import type { ComplaintContext, Deciders } from '../context.js';
import { reopeningUntil } from '../ending/reopening-window.js';
import { firstOf, type Refusal } from '../guards.js';
import type { FiledComplaint } from '../state.js';
import type { EscalationLevel } from '../vocabulary.js';
import type { EscalationCommands } from './commands.js';

/** From this level on it is before an authority; below, inside the house. */
const beforeAuthority: EscalationLevel = 4;

type Escalate = EscalationCommands['escalate'];

/** A level is reached once in a cycle, and only from below. */
const notHigher = ({ level }: Escalate, { facets: { escalation } }: FiledComplaint): Refusal =>
  level > escalation ? null : reject('escalation-not-higher', { level, current: escalation });

/** *Deadlock*: the user does not accept the ruling, so there must be one. */
const withoutRuling = ({ trigger }: Escalate, { facets, folio }: FiledComplaint): Refusal =>
  trigger === 'deadlock' && facets.ruling === 'none' ? reject('deadlock-needs-ruling', { folio }) : null;

/** Before an authority: the user or the authority wants it, or a file there is known by its number. */
const unfounded = ({ level, trigger, externalReference }: Escalate): Refusal => {
  const wanted = trigger === 'user' || trigger === 'authority' || externalReference !== undefined;
  return level < beforeAuthority || wanted ? null : reject('external-level-unfounded', { trigger });
};

/** Inside the house an ended complaint goes up as long as it may be reopened; an authority sets its own terms. */
const tooLate = (
  { level }: Escalate,
  complaint: FiledComplaint,
  { occurredAt }: ComplaintContext,
): Refusal => {
  const until =
    level < beforeAuthority && complaint.facets.ending !== 'open' ? reopeningUntil(complaint) : null;
  return until !== null && occurredAt > until
    ? reject('appeal-window-over', { folio: complaint.folio, until })
    : null;
};

export const escalationDeciders: Deciders<EscalationCommands> = {
  escalate: (command, complaint, context) => {
    const { explanation, ...data } = command;
    const personal = { [complaint.filing.subscriber]: { explanation } };
    return (
      firstOf(
        notHigher(command, complaint),
        withoutRuling(command, complaint),
        unfounded(command),
        tooLate(command, complaint, context),
      ) ?? accept({ type: 'Escalated', data, personal })
    );
  },
};
