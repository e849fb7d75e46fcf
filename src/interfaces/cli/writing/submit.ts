import type { ComplaintCommandType } from '../../../domain/complaint/commands.js';
import type { ComplaintSubcommand } from '../complaint/subcommand.js';
import type { ExitStatus } from '../exit-status.js';
import type { Given } from '../program/subcommand.js';
import type { Session } from '../session/session.js';
import { withQuejas } from '../session/with-quejas.js';
import { commonFlags } from './common-flags.js';
import { composeInput } from './compose-input.js';
import { withMadeId } from './in-doubt.js';
import { namedByFlags } from './flag-faults.js';
import { tellResult } from './tell-result.js';

/** Composes a command of a complaint from flags and input, gives it, and tells what came of it. */
export const submit = async (
  session: Session,
  type: ComplaintCommandType,
  spec: ComplaintSubcommand,
  { operand, options }: Given,
): Promise<ExitStatus> => {
  const command = await composeInput(session, type, spec, operand, options);
  const flags = options['input'] === undefined ? [...spec.flags, ...commonFlags(spec.role)] : [];
  const result = await withQuejas(session, type === 'file' ? 'create' : 'write', async (quejas) => {
    const { inProvidersWords } = await import('../flags/in-providers-words.js');
    const input = inProvidersWords(command.input, flags, quejas.provider);
    return quejas.execute({ type, folio: command.folio, input }, command.by);
  }).catch((error: unknown) => {
    throw withMadeId(error, command.madeId);
  });
  return tellResult(session, options['input'] === undefined ? namedByFlags(flags, result) : result);
};
