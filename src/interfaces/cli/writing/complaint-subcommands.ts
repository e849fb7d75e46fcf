import type { ComplaintCommandType } from '../../../domain/complaint/commands.js';
import { stages } from '../complaint/index.js';
import type { ComplaintSubcommand } from '../complaint/subcommand.js';
import { kebabCase } from '../flags/flag.js';
import type { Operand, Subcommand } from '../program/subcommand.js';
import { commonFlags } from './common-flags.js';

const folio: Operand = {
  name: { es: 'folio', en: 'folio' },
  // The JSON of --input may name it.
  required: false,
  about: { es: 'El folio de la solicitud', en: 'The folio of the request' },
};

const isCommandType = (name: string, commands: object): name is ComplaintCommandType =>
  Object.hasOwn(commands, name);

const subcommandOf = (
  type: ComplaintCommandType,
  spec: ComplaintSubcommand,
  group: Subcommand['group'],
): Subcommand => ({
  name: kebabCase(type),
  aliases: spec.aliases,
  group,
  about: spec.about,
  ...(type === 'file' ? {} : { operand: folio }),
  flags: spec.flags,
  commonFlags: commonFlags(spec.role),
  run: async (session, given) => (await import('./submit.js')).submit(session, type, spec, given),
});

/** Every command of the complaint as a subcommand, in the order of its life. */
export const complaintSubcommandList: readonly Subcommand[] = stages.flatMap(({ title, commands }) =>
  Object.entries(commands).flatMap(([type, spec]) =>
    isCommandType(type, commands) ? [subcommandOf(type, spec, title)] : [],
  ),
);
