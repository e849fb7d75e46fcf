import type { ServiceEvents } from './events.js';

export interface ServiceCommands {
  readonly cureSuspension: ServiceEvents['SuspensionCured'];
  readonly reconnect: ServiceEvents['Reconnected'];
}
