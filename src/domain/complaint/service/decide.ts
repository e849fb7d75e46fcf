import { accept, reject } from '../../kernel/decision.js';
import type { Deciders } from '../context.js';
import { afterTheClock } from '../guards.js';
import type { ServiceCommands } from './commands.js';

export const serviceDeciders: Deciders<ServiceCommands> = {
  cureSuspension: (data, { suspensionCuredAt, folio }, context) =>
    suspensionCuredAt === null
      ? (afterTheClock(data.curedAt, context) ?? accept({ type: 'SuspensionCured', data }))
      : reject('no-new-fact', { folio }),

  reconnect: (data, { suspensionCuredAt: curedAt, folio }, context) => {
    const { reconnectedAt } = data;
    if (curedAt === null) return reject('suspension-not-cured', { folio });
    if (reconnectedAt < curedAt) return reject('reconnected-before-cure', { reconnectedAt, curedAt });
    return afterTheClock(reconnectedAt, context) ?? accept({ type: 'Reconnected', data });
  },
};
