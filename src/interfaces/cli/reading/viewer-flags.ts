import type { By } from '../../../application/commands/actors.js';
import { roles, type Role } from '../../../domain/complaint/vocabulary.js';
import { flag, type Flag } from '../flags/flag.js';
import { choiceOption, textOf } from '../flags/option-values.js';
import type { Options } from '../flags/read-flags.js';
import { office, officeOf } from '../flags/office-flag.js';

const asWhom: readonly Flag[] = [
  flag('actor', 'text', 'Seudónimo de quien mira', 'Pseudonym of the viewer'),
  office,
  flag(
    'unverified',
    'switch',
    'Su identidad no está comprobada: sólo folio, tipo y estado',
    'Their identity is not verified: folio, kind and status only',
  ),
];

/** Who looks. The default sees the case and opens no personal values. */
export const viewerFlags: readonly Flag[] = [
  flag(
    'role',
    roles,
    'En qué papel se mira; según él se abren datos personales (si falta: auditor, que no abre ninguno)',
    'In which role one looks; it decides which personal values are opened (default: auditor, who opens none)',
  ),
  ...asWhom,
];

/** Who searches. An auditor would find nothing by a phone number or an address: both are personal values. */
export const searcherFlags: readonly Flag[] = [
  flag(
    'role',
    roles,
    'En qué papel se busca; quien no abre los datos de contacto no encuentra nada por ellos (si falta: Servicio al Cliente)',
    'In which role one searches; who opens no contact values finds nothing by them (default: customer service)',
  ),
  ...asWhom,
];

/** Throws `choice-invalid`. */
export const viewerOf = (options: Options, usual: Role = 'auditor'): By => ({
  role: choiceOption(options, 'role', roles) ?? usual,
  actor: textOf(options, 'actor') ?? 'cli',
  verified: options['unverified'] !== true,
  ...officeOf(options),
});
