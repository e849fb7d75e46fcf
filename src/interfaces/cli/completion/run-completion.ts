import { fault } from '../faults.js';
import { globalFlags } from '../program/global-flags.js';
import type { Subcommand } from '../program/subcommand.js';
import { printJson, type Session } from '../session/session.js';
import { bashScript } from './bash.js';
import { fishScript } from './fish.js';
import { offeredBy, type Offered } from './offered.js';
import { zshScript } from './zsh.js';

const scripts: Readonly<Record<string, (offered: Offered) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** Writes the script of a shell, in the language of the session. Throws `choice-invalid`. */
export const runCompletion = async (
  session: Session,
  shell: string,
  subcommands: readonly Subcommand[],
): Promise<void> => {
  const scriptOf = Object.hasOwn(scripts, shell) ? scripts[shell] : undefined;
  if (scriptOf === undefined)
    throw fault('choice-invalid', { name: 'completion', value: shell, allowed: Object.keys(scripts) });
  const script = scriptOf(offeredBy(subcommands, globalFlags, session.language));
  if (session.json) await printJson(session, { script });
  else await session.out.write(script);
};
