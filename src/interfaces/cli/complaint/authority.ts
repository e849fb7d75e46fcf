import {
  arcoOutcomes,
  authorityOutcomes,
  type AuthorityCommands,
} from '../../../domain/complaint/authority/messages.js';
import type { EscalationCommands } from '../../../domain/complaint/escalation/messages.js';
import { escalationTriggers } from '../../../domain/complaint/vocabulary.js';
import { flag, needed } from '../flags/flag.js';
import { explanation, forUser, saidBy, whenDone } from './common-flags.js';
import { subcommand, type StageSubcommands } from './subcommand.js';

const reference = needed('reference', 'text', 'Expediente de la autoridad', "The authority's reference");
/** Which file it is about; the authority only where several gave that number. */
const file = [
  reference,
  flag(
    'authority',
    'text',
    'Autoridad, si varias dieron ese número',
    'Authority, if several gave that number',
  ),
];
const hold = needed('hold', 'text', 'Referencia de la retención', 'Reference of the hold');
const rights = ['access', 'rectification', 'cancellation', 'opposition'];

export const escalationSubcommands: StageSubcommands<EscalationCommands> = {
  escalate: subcommand('customer-service', 'Eleva la solicitud un nivel', 'Takes the request up a level', [
    needed(
      'level',
      'integer',
      '1 supervisión, 2 área, 3 dirección, 4 autoridad',
      '1 supervisor, 2 area, 3 management, 4 authority',
    ),
    needed('trigger', escalationTriggers, 'Por qué sube', 'Why it goes up'),
    needed('target', 'text', 'A quién', 'To whom'),
    flag('external-reference', 'text', 'Expediente fuera de la casa', 'Reference outside the house'),
    flag('due-at', 'instant', 'Plazo que fijó', 'Term that was set'),
    explanation,
    forUser,
    ...saidBy,
  ]),
  declineReopening: subcommand(
    'customer-service',
    'Niega reabrir la solicitud con cuya conclusión el usuario se inconformó',
    'Declines to reopen a request whose ending the user contests',
    [
      needed('reasons', 'text', 'Razones, para el usuario (se cifran)', 'Reasons, for the user (sealed)'),
      flag('next-instance', 'text', 'A dónde puede acudir el usuario', 'Where the user may go next'),
    ],
  ),
};

export const authoritySubcommands: StageSubcommands<AuthorityCommands> = {
  openAuthorityProceeding: subcommand(
    'legal',
    'Se abrió un procedimiento ante una autoridad',
    'A proceeding before an authority was opened',
    [
      needed('authority', 'text', 'Autoridad', 'Authority'),
      reference,
      flag('hearing-at', 'instant', 'Audiencia', 'Hearing'),
    ],
  ),
  receiveAuthorityRequirement: subcommand(
    'legal',
    'La autoridad requiere algo',
    'The authority requires something',
    [
      ...file,
      needed('due-at', 'instant', 'Plazo', 'Term'),
      flag('requirement', 'text', 'Lo que requiere (se cifra)', 'What it requires (sealed)'),
    ],
  ),
  answerAuthorityRequirement: subcommand(
    'legal',
    'Se respondió a la autoridad',
    'The authority was answered',
    [
      ...file,
      needed('requirement', 'integer', 'Cuál requerimiento, desde 1', 'Which requirement, from 1'),
      whenDone('answered-at', 'Cuándo se respondió', 'When it was answered'),
      flag('answer', 'text', 'Lo respondido (se cifra)', 'What was answered (sealed)'),
    ],
  ),
  setAuthorityHearing: subcommand('legal', 'Fija o cambia la audiencia', 'Fixes or moves the hearing', [
    ...file,
    needed('hearing-at', 'instant', 'Audiencia', 'Hearing'),
  ]),
  recordAuthorityHearing: subcommand('legal', 'La audiencia se celebró', 'The hearing took place', [
    ...file,
    whenDone('held-at', 'Cuándo se celebró', 'When it took place'),
  ]),
  resolveAuthorityProceeding: subcommand('legal', 'El procedimiento terminó', 'The proceeding ended', [
    ...file,
    needed('outcome', authorityOutcomes, 'Cómo terminó', 'How it ended'),
    flag('agreement', 'text', 'Lo convenido (se cifra)', 'What was agreed (sealed)'),
    flag('due-at', 'instant', 'Hasta cuándo debe cumplirse', 'Until when it has to be carried out'),
  ]),
  carryOutResolution: subcommand(
    'legal',
    'Se cumplió lo resuelto o acordado ante la autoridad',
    'What was resolved or agreed before the authority was carried out',
    [
      ...file,
      needed(
        'done',
        'text',
        'Qué se hizo, para el usuario (se cifra)',
        'What was done, for the user (sealed)',
      ),
      whenDone('carried-out-at', 'Cuándo se cumplió', 'When it was carried out'),
    ],
  ),
  placeLegalHold: subcommand(
    'legal',
    'Prohíbe borrar nada de la solicitud',
    'Forbids erasing anything of the request',
    [hold, needed('basis', 'text', 'Fundamento de la retención', 'Basis of the hold')],
  ),
  liftLegalHold: subcommand('legal', 'Levanta esa prohibición', 'Lifts that hold', [hold]),
  requestArco: subcommand(
    'customer-service',
    'El usuario ejerce un derecho ARCO',
    'The user exercises a right over their data',
    [
      needed('right', rights, 'Derecho', 'Right'),
      flag('request', 'text', 'Lo que pide (se cifra)', 'What is asked (sealed)'),
      ...saidBy,
    ],
  ),
  answerArco: subcommand(
    'legal',
    'Responde lo que el usuario pidió sobre sus datos',
    'Answers what the user asked of their data',
    [
      flag('request', 'integer', 'Cuál solicitud, desde 1', 'Which request, from 1'),
      needed('outcome', arcoOutcomes, 'Procede, no procede o falta algo', 'Granted, refused or lacking'),
      flag(
        'answer',
        'text',
        'Lo que se responde al usuario (se cifra)',
        'What the user is answered (sealed)',
      ),
      whenDone('answered-at', 'Cuándo se respondió', 'When it was answered'),
    ],
  ),
};
