import type { ComplaintCommandType } from '../../../domain/complaint/commands.js';
import { stages } from '../complaint/index.js';
import type { ComplaintSubcommand } from '../complaint/subcommand.js';
import { kebabCase } from '../flags/flag.js';
import type { Operand, Subcommand } from '../program/subcommand.js';
import { withQuejas } from '../session/with-quejas.js';
import { commonFlags } from './common-flags.js';
import { composeInput } from './compose-input.js';
import { withMadeId } from './in-doubt.js';
import { namedByFlags } from './flag-faults.js';
import { tellResult } from './tell-result.js';

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
  run: async (session, { operand, options }) => {
    const command = await composeInput(session, type, spec, operand, options);
    const result = await withQuejas(session, type === 'file' ? 'create' : 'write', (quejas) =>
      quejas.execute({ type, folio: command.folio, input: command.input }, command.by),
    ).catch((error: unknown) => {
      throw withMadeId(error, command.madeId);
    });
    return tellResult(
      session,
      options['input'] === undefined
        ? namedByFlags([...spec.flags, ...commonFlags(spec.role)], result)
        : result,
    );
  },
});

/** Every command of the complaint as a subcommand, in the order of its life. */
export const complaintSubcommandList: readonly Subcommand[] = stages.flatMap(({ title, commands }) =>
  Object.entries(commands).flatMap(([type, spec]) =>
    isCommandType(type, commands) ? [subcommandOf(type, spec, title)] : [],
  ),
);
