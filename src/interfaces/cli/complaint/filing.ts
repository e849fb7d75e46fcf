import type { FilingCommands } from '../../../domain/complaint/filing/messages.js';
import { relationshipKinds } from '../../../domain/complaint/shapes.js';
import {
  channels,
  defects,
  kinds,
  reports,
  languages,
  severities,
  subjects,
} from '../../../domain/complaint/vocabulary.js';
import { relationshipLabels } from '../../../domain/texts/labels/endings.js';
import { flag, needed, type Flag } from '../flags/flag.js';
import { channel, externalReference, whenDone } from './common-flags.js';
import { subcommand, type StageSubcommands } from './subcommand.js';

const person = (name: 'subscriber' | 'reporter', es: string, en: string): readonly Flag[] => [
  flag(name, 'text', `Seudónimo de ${es}`, `Pseudonym of the ${en}`, `${name}.ref`),
  flag(`${name}-name`, 'text', `Nombre de ${es} (se cifra)`, `Name of the ${en} (sealed)`, `${name}.name`),
  flag(
    `${name}-phone`,
    'text',
    `Teléfono de ${es} (se cifra)`,
    `Phone of the ${en} (sealed)`,
    `${name}.phone`,
  ),
  flag(
    `${name}-email`,
    'text',
    `Correo de ${es} (se cifra)`,
    `E-mail of the ${en} (sealed)`,
    `${name}.email`,
  ),
];

const fileFlags: readonly Flag[] = [
  needed('kind', kinds, 'Tipo de solicitud', 'Kind of request'),
  needed('channel', channels, 'Medio por el que llegó', 'Channel it came by'),
  whenDone('received-at', 'Cuándo llegó al proveedor', 'When it reached the provider'),
  ...person('subscriber', 'quien es suscriptor', 'subscriber'),
  ...person('reporter', 'quien reporta, si es otra persona', 'person who reports, where another'),
  flag(
    'report',
    reports,
    'Si no es solicitud de ningún suscriptor, que entonces no hace falta: quién reporta',
    "Where it is no subscriber's request, so that none is needed: who reports",
  ),
  needed(
    'description',
    'text',
    'La solicitud en palabras del usuario (se cifra)',
    "The request in the user's words (sealed)",
  ),
  flag('remedy-sought', 'text', 'Lo que pide el usuario (se cifra)', 'What the user asks for (sealed)'),
  flag(
    'subkind',
    'subkind',
    'Tipo más fino: si es una duda, o de qué trámite se trata',
    'A finer kind: doubt, or which procedure it is',
  ),
  flag(
    'subject',
    subjects,
    'Asunto; si falta, el que corresponde al tipo',
    'What it is about; where absent, what goes with the kind',
  ),
  flag('defect', defects, 'Falla o deficiencia', 'Failure or deficiency'),
  flag('contract', 'text', 'Referencia del contrato', 'Reference of the contract'),
  flag('severity', severities, 'Gravedad (si falta: normal)', 'How grave it is (default: normal)'),
  flag(
    'preferred-channel',
    channels,
    'Medio por el que se quiere la respuesta',
    'Channel by which the answer is wanted',
  ),
  flag(
    'language',
    languages,
    'Idioma de las respuestas (si falta: es)',
    'Language of the answers (default: es)',
  ),
  flag('municipality', 'place', 'Municipio, como referencia', 'Municipality, as a reference'),
  flag('service', 'text', 'Referencia del servicio', 'Reference of the service'),
  flag('equipment', 'text', 'Referencia del equipo', 'Reference of the equipment'),
  flag('price', 'money', 'Precio del servicio, «499.00 MXN»', 'Price of the service, "499.00 MXN"'),
  flag('period-days', 'integer', 'Días que cubre el precio', 'Days that the price covers'),
  flag(
    'disputed-charge',
    'money',
    'Cuánto se cobró de más según el usuario, «199.00 MXN»',
    'How much the user says was charged unduly, "199.00 MXN"',
  ),
  flag('statement', 'text', 'Estado de cuenta en que aparece', 'Statement that shows it'),
  externalReference,
  flag(
    'relationship',
    { pair: ['kind', 'folio'], words: relationshipKinds },
    `Relación con otra solicitud, TIPO=FOLIO (${relationshipKinds.map((kind) => relationshipLabels[kind].es).join(', ')})`,
    `Relation to another request, KIND=FOLIO (${relationshipKinds.join(', ')})`,
    'relationships',
  ),
  flag(
    'attachments',
    'json',
    'Archivos: [{"sha256", "mediaType", "size", "personal"}]',
    'Files: [{"sha256", "mediaType", "size", "personal"}]',
  ),
];

export const filingSubcommands: StageSubcommands<FilingCommands> = {
  file: subcommand(
    'customer-service',
    'Registra una solicitud y le da su folio',
    'Files a request and gives it its folio',
    fileFlags,
  ),
  communicateFolio: subcommand(
    'customer-service',
    'El usuario supo su folio',
    'The user was told the folio',
    [channel, whenDone('communicated-at', 'Cuándo se le dijo', 'When the user was told')],
  ),
  acknowledge: subcommand('customer-service', 'Se envió acuse de recibo', 'An acknowledgement was sent', [
    channel,
    whenDone('sent-at', 'Cuándo se envió', 'When it was sent'),
  ]),
  refuse: subcommand('customer-service', 'No se admite la solicitud', 'The request is not accepted', [
    needed(
      'reason',
      ['not-a-customer', 'out-of-scope', 'not-understood'],
      'Por qué no se admite',
      'Why it is not accepted',
    ),
    needed('for-user', 'text', 'Lo que se dice al usuario (se cifra)', 'What the user is told (sealed)'),
  ]),
  issueCertificate: subcommand('customer-service', 'Se expidió una constancia', 'A certificate was issued', [
    channel,
    whenDone('issued-at', 'Cuándo se expidió', 'When it was issued'),
  ]),
};
