import { reject } from '../../kernel/decision.js';
import type { RefusalTable } from '../../kernel/refusal.js';
import type { ComplaintContext } from '../context.js';
import type { FiledComplaint } from '../state.js';
import type { Recipient } from './messages.js';

/** Why the final notice cannot be written to the one whom it is meant for. */
export const recipientRefusals = {
  'no-reporter': {
    kind: 'rule',
    es: 'En {folio} no hay otra persona que la haya reportado: se notifica al suscriptor.',
    en: 'Nobody else reported {folio}: the subscriber is notified.',
  },
  'no-representative': {
    kind: 'rule',
    es: 'En {folio} nadie acreditó representar al usuario: se notifica a la parte.',
    en: 'Nobody is accredited for the user of {folio}: the party is notified.',
  },
} as const satisfies RefusalTable;

/** Whom the procedure has notified: the user who reported it, where that is another person, or the subscriber. */
const byProcedure = (
  { filing }: FiledComplaint,
  { notifies }: Pick<ComplaintContext, 'notifies'>,
): Recipient => (notifies === 'user' && filing.reporter !== undefined ? 'reporter' : 'subscriber');

/**
 * To whom the final notice is written (O-36): whom the command names, else whom the procedure does; of several
 * representatives, the one accredited last.
 */
export const writtenTo = (
  named: Recipient | undefined,
  complaint: FiledComplaint,
  context: Pick<ComplaintContext, 'notifies'>,
) => {
  const { filing, representatives, folio } = complaint;
  const recipient = named ?? byProcedure(complaint, context);
  if (recipient === 'reporter' && filing.reporter === undefined) return reject('no-reporter', { folio });
  const representative = recipient === 'representative' ? Object.keys(representatives).at(-1) : undefined;
  return recipient === 'representative' && representative === undefined
    ? reject('no-representative', { folio })
    : ({ ok: true, to: { recipient, representative } } as const);
};
