import { restGroup } from './groups.js';
import { printJson, type Session } from '../session/session.js';
import { version } from '../version.js';
import { done } from '../exit-status.js';
import type { Subcommand } from '../program/subcommand.js';

/** Prints what is running: this package, and the Node it runs on. */
export const printVersion = (session: Session): Promise<void> =>
  session.json
    ? printJson(session, { version, node: process.versions.node })
    : session.out.write(`quejas ${version} (Node ${process.versions.node})\n`);

export const versionSubcommand: Subcommand = {
  name: 'version',
  aliases: [],
  group: restGroup,
  about: { es: 'La versión', en: 'The version' },
  flags: [],
  run: async (session) => {
    await printVersion(session);
    return done;
  },
};
