import {
  type FollowUpCommands,
  holdReasons,
  statementKinds,
} from '../../../domain/complaint/follow-up/messages.js';
import { visibilityLabels } from '../../../domain/texts/labels/choices.js';
import { flag, needed } from '../flags/flag.js';
import { channel, explanation, externalReference, forUser, saidBy, whenDone } from './common-flags.js';
import { subcommand, type StageSubcommands } from './subcommand.js';

export const followUpSubcommands: StageSubcommands<FollowUpCommands> = {
  assignTechnician: subcommand(
    'customer-service',
    'Asigna responsable técnico',
    'Assigns the technical lead',
    [
      needed('technician', 'text', 'Seudónimo del responsable técnico', 'Pseudonym of the technical lead'),
      flag(
        'owner',
        'text',
        'Quien da seguimiento en Servicio al Cliente',
        'Who follows it up in customer service',
      ),
    ],
    ['assign'],
  ),
  reassignCase: subcommand(
    'customer-service',
    'Cambia quien le da seguimiento',
    'Changes who follows it up',
    [
      needed(
        'owner',
        'text',
        'Quien da seguimiento en Servicio al Cliente',
        'Who follows it up in customer service',
      ),
    ],
    ['reassign'],
  ),
  recordContact: subcommand(
    'customer-service',
    'Hubo contacto con el usuario',
    'There was contact with the user',
    [
      needed('direction', ['to-user', 'from-user'], 'De quién a quién', 'From whom to whom'),
      channel,
      whenDone('contacted-at', 'Cuándo fue el contacto', 'When the contact was'),
    ],
  ),
  requestInformation: subcommand(
    'customer-service',
    'Pide información al usuario',
    'Asks the user for information',
    [needed('question', 'text', 'Lo que se pregunta (se cifra)', 'What is asked (sealed)')],
  ),
  receiveInformation: subcommand('customer-service', 'El usuario contestó', 'The user answered', [
    needed('answer', 'text', 'Lo que contestó (se cifra)', 'What was answered (sealed)'),
    flag(
      'request',
      'integers',
      'Pregunta que contesta; se puede repetir; si falta, todas las pendientes',
      'Question that it answers; may be repeated; where absent, all that are open',
      'requests',
    ),
    ...saidBy,
  ]),
  recordStatement: subcommand(
    'customer-service',
    'El usuario dice algo más, o lo reporta otra vez',
    'The user says more, or reports it again',
    [
      needed('kind', statementKinds, 'Ampliación o segundo reporte', 'Further words or a second report'),
      channel,
      whenDone('stated-at', 'Cuándo lo dijo', 'When it was said'),
      needed('statement', 'text', 'Lo que dijo (se cifra)', 'What was said (sealed)'),
      externalReference,
      ...saidBy,
    ],
  ),
  putOnHold: subcommand(
    'customer-service',
    'Pone la solicitud en espera',
    'Puts the request on hold',
    [needed('reason', holdReasons, 'Qué se espera', 'What is waited for'), explanation, forUser],
    ['hold'],
  ),
  takeCase: subcommand('customer-service', 'Toma la solicitud', 'Takes the request', []),
  giveBackCase: subcommand('customer-service', 'Devuelve la solicitud', 'Gives the request back', []),
  resume: subcommand('customer-service', 'Reanuda lo que estaba en espera', 'Resumes what was on hold', []),
  addNote: subcommand(
    'customer-service',
    'Agrega una nota',
    'Adds a note',
    [
      flag(
        'visibility',
        ['staff', 'user'],
        `Quién la ve (si falta: ${visibilityLabels.staff.es})`,
        'Who sees it (default: staff)',
      ),
      needed('note', 'text', 'La nota (se cifra)', 'The note (sealed)'),
    ],
    ['note'],
  ),
  attachEvidence: subcommand(
    'customer-service',
    'Agrega un archivo, por su huella',
    'Attaches a file, by its hash',
    [
      needed('sha256', 'text', 'SHA-256 del contenido', 'SHA-256 of the content', 'attachment.sha256'),
      needed(
        'media-type',
        'text',
        'Tipo de medio, image/jpeg',
        'Media type, image/jpeg',
        'attachment.mediaType',
      ),
      needed('size', 'integer', 'Tamaño en bytes', 'Size in bytes', 'attachment.size'),
      needed(
        'personal',
        'yes-no',
        'Puede mostrar datos personales',
        'It may show personal data',
        'attachment.personal',
      ),
      flag('caption', 'text', 'Qué muestra (se cifra)', 'What it shows (sealed)'),
      forUser,
    ],
    ['attach'],
  ),
  openWorkOrder: subcommand('technical-lead', 'Abre una orden de trabajo', 'Opens a work order', [
    needed('work-order', 'text', 'Referencia de la orden', 'Reference of the order'),
  ]),
};
