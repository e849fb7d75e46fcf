import { accept, reject } from '../../kernel/decision.js';
import { afterTheClock } from '../guards.js';
import { told } from '../disclosure/disclosed.js';
import { asks, reconnecting } from '../asked-relations.js';
import { theReceipt } from '../rests-on.js';
import { defineStage } from '../stage.js';
import type { ServiceCommands, ServiceEvents } from './messages.js';

export const service = defineStage<ServiceEvents, ServiceCommands>()({
  events: {
    SuspensionCured: {},
    Reconnected: {},
  },
  disclosed: {
    SuspensionCured: told,
    Reconnected: told,
  },
  restsOn: {
    SuspensionCured: theReceipt,
    Reconnected: theReceipt,
  },
  commands: {
    cureSuspension: ['customer-service', 'technical-lead'],
    reconnect: ['customer-service', 'technical-lead'],
  },
  relations: {
    cureSuspension: asks(reconnecting),
    reconnect: asks(reconnecting),
  },
  decide: {
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
  },
  evolve: {
    SuspensionCured: {
      card: () => ({ facets: { toReconnect: true } }),
      details: ({ curedAt }) => ({ suspensionCuredAt: curedAt }),
    },
    Reconnected: {
      card: () => ({ facets: { toReconnect: false } }),
      details: () => ({ suspensionCuredAt: null }),
    },
  },
  refusals: {
    'suspension-not-cured': {
      kind: 'rule',
      es: 'En la solicitud {folio} no consta que se haya resuelto la causa de la suspensión.',
      en: 'Request {folio} does not say that the cause of the suspension was cured.',
    },
    'reconnected-before-cure': {
      kind: 'rule',
      es: 'La reconexión ({reconnectedAt}) no puede ser anterior a que se resolviera su causa ({curedAt}).',
      en: 'The reconnection ({reconnectedAt}) cannot come before its cause was cured ({curedAt}).',
    },
  },
});
