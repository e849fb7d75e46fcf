import type { By } from '../../../application/commands/actors.js';
import { roles } from '../../../domain/complaint/vocabulary.js';
import { flag, type Flag } from '../flags/flag.js';
import { choiceOption, textOf } from '../flags/option-values.js';
import type { Options } from '../flags/read-flags.js';
import { office, officeOf } from '../flags/office-flag.js';

/** Who looks. The default sees the case and opens no personal values. */
export const viewerFlags: readonly Flag[] = [
  flag(
    'role',
    roles,
    'En qué papel se mira; según él se abren datos personales (si falta: auditor, que no abre ninguno)',
    'In which role one looks; it decides which personal values are opened (default: auditor, who opens none)',
  ),
  flag('actor', 'text', 'Seudónimo de quien mira', 'Pseudonym of the viewer'),
  office,
  flag(
    'unverified',
    'switch',
    'Su identidad no está comprobada: sólo folio, tipo y estado',
    'Their identity is not verified: folio, kind and status only',
  ),
];

/** Throws `choice-invalid`. */
export const viewerOf = (options: Options): By => ({
  role: choiceOption(options, 'role', roles) ?? 'auditor',
  actor: textOf(options, 'actor') ?? 'cli',
  verified: options['unverified'] !== true,
  ...officeOf(options),
});
