import { accept, reject } from '../../kernel/decision.js';
import { instantOf } from '../../kernel/instant.js';
import type { Deciders } from '../context.js';
import type { FiledComplaint } from '../state.js';
import type { EscalationCommands } from './commands.js';

/** Until when an ended complaint may be taken up a level inside the house: as long as it may be reopened (C-22). */
const appealEnds = ({ closedAt, filing }: FiledComplaint) => {
  const { reopeningDays } = filing.terms;
  return closedAt === null || reopeningDays === null
    ? null
    : instantOf(Date.parse(closedAt) + reopeningDays * 24 * 60 * 60 * 1000);
};

export const escalationDeciders: Deciders<EscalationCommands> = {
  /** A level is reached once in a cycle, and only from below. */
  escalate: ({ explanation, ...data }, complaint, { occurredAt }) => {
    const { facets, filing, folio } = complaint;
    const { level, trigger, externalReference } = data;
    if (level <= facets.escalation)
      return reject('escalation-not-higher', { level, current: facets.escalation });
    if (trigger === 'deadlock' && facets.ruling === 'none') return reject('deadlock-needs-ruling', { folio });
    if (level === 4) {
      const askedFor = trigger === 'authority' || trigger === 'user';
      if (!askedFor && externalReference === undefined)
        return reject('external-level-unfounded', { trigger });
    } else if (facets.ending !== 'open') {
      const until = appealEnds(complaint);
      if (until !== null && occurredAt > until) return reject('appeal-window-over', { folio, until });
    }
    return accept({ type: 'Escalated', data, personal: { [filing.subscriber]: { explanation } } });
  },
};
