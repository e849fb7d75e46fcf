import { accept, reject } from '../../kernel/decision.js';
import type { Deciders } from '../context.js';
import type { ServiceCommands } from './commands.js';

export const serviceDeciders: Deciders<ServiceCommands> = {
  cureSuspension: (data, { suspensionCuredAt, folio }, { now }) => {
    if (data.curedAt > now) return reject('occurred-in-future', { occurredAt: data.curedAt, now });
    return suspensionCuredAt === null
      ? accept({ type: 'SuspensionCured', data })
      : reject('no-new-fact', { folio });
  },

  reconnect: (data, { suspensionCuredAt: curedAt, folio }, { now }) => {
    const { reconnectedAt } = data;
    if (reconnectedAt > now) return reject('occurred-in-future', { occurredAt: reconnectedAt, now });
    if (curedAt === null) return reject('suspension-not-cured', { folio });
    return reconnectedAt < curedAt
      ? reject('reconnected-before-cure', { reconnectedAt, curedAt })
      : accept({ type: 'Reconnected', data });
  },
};
