import { relationshipKinds } from '../../../domain/complaint/shapes.js';
import type { TriageCommands } from '../../../domain/complaint/triage/messages.js';
import { defects, kinds, severities, subjects } from '../../../domain/complaint/vocabulary.js';
import { flag, needed } from '../flags/flag.js';
import { subcommand, type StageSubcommands } from './subcommand.js';

const purposes = ['clarification', 'conciliation', 'repair'] as const;
const routing = [
  needed('area', 'area', 'Área competente', 'Competent area'),
  needed('purpose', purposes, 'Para qué se turna', 'What it is routed for'),
];

export const triageSubcommands: StageSubcommands<TriageCommands> = {
  classify: subcommand('customer-service', 'Clasifica la solicitud', 'Classifies the request', [
    needed('severity', severities, 'Qué tan grave es', 'How grave it is'),
    flag('urgent', 'yes-no', 'Es urgente', 'It is urgent'),
    flag('vulnerable-user', 'yes-no', 'El usuario está en situación vulnerable', 'The user is vulnerable'),
  ]),
  reclassify: subcommand(
    'customer-service',
    'Cambia el tipo de la solicitud; el folio sigue',
    'Changes the kind of the request; the folio stays',
    [
      needed('kind', kinds, 'Tipo de solicitud', 'Kind of request'),
      needed('subject', subjects, 'Asunto', 'What it is about'),
      flag('defect', defects, 'Falla o deficiencia', 'Failure or deficiency'),
      flag('subkind', 'subkind', 'Tipo más fino', 'A finer kind'),
      needed('explanation', 'text', 'Explicación (se cifra)', 'Explanation (sealed)'),
    ],
  ),
  routeToArea: subcommand(
    'customer-service',
    'Turna la solicitud al área competente',
    'Routes the request to the competent area',
    routing,
    ['route'],
  ),
  rerouteToArea: subcommand(
    'customer-service',
    'La turna a otra área',
    'Routes it to another area',
    routing,
    ['reroute'],
  ),
  linkTo: subcommand(
    'customer-service',
    'La relaciona con otra solicitud',
    'Links it to another request',
    [
      needed('other', 'text', 'Folio de la otra', 'Folio of the other'),
      needed('relationship', relationshipKinds, 'Relación', 'Relation'),
    ],
    ['link'],
  ),
  linkMassOutage: subcommand(
    'technical-lead',
    'La relaciona con una falla general',
    'Links it to a mass outage',
    [needed('outage', 'text', 'Referencia de la falla general', 'Reference of the outage')],
  ),
};
