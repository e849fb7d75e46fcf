import type { TriageEvents } from './events.js';

export interface TriageCommands {
  readonly classify: TriageEvents['Classified'];
  readonly reclassify: Omit<TriageEvents['Reclassified'], 'from'> & { readonly explanation: string };
  readonly routeToArea: TriageEvents['RoutedToArea'];
  readonly rerouteToArea: Omit<TriageEvents['ReroutedToArea'], 'from'>;
  readonly linkTo: TriageEvents['LinkedTo'];
  readonly linkMassOutage: TriageEvents['MassOutageLinked'];
}
