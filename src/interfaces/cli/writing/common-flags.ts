import { roles, type Role } from '../../../domain/complaint/vocabulary.js';
import { roleLabels } from '../../../domain/texts/labels/people.js';
import { office } from '../flags/office-flag.js';
import { flag, type Flag } from '../flags/flag.js';

/** The flags of every command of the complaint, besides its own. */
export const commonFlags = (role: Role): readonly Flag[] => [
  flag(
    'actor',
    'text',
    'Seudónimo de quien lo hace (si falta: cli)',
    'Pseudonym of the actor (default: cli)',
  ),
  flag(
    'role',
    roles,
    `En qué papel (si falta: ${roleLabels[role].es})`,
    `In which role (default: ${roleLabels[role].en})`,
  ),
  office,
  {
    ...flag('occurred-at', 'instant', 'Cuándo ocurrió (si falta: ahora)', 'When it happened (default: now)'),
    alias: 'at',
  },
  flag(
    'command-id',
    'text',
    'Identificador del comando: repetido, da el mismo resultado (si falta: uno nuevo)',
    'Id of the command: sent again, it gives the same outcome (default: a new one)',
  ),
  flag(
    'expected-revision',
    'integer',
    'Revisión sobre la que se decidió; con otra se rechaza',
    'Revision it was decided on; with another one it is refused',
  ),
  flag(
    'input',
    'text',
    'El comando entero en JSON: un archivo, o - (entrada estándar): así los datos personales no quedan en la lista de procesos ni en el historial',
    'The whole command as JSON: a file, or - (standard input): personal data then stands in no list of processes and in no history',
  ),
];
