import type { Role } from '../../../domain/complaint/vocabulary.js';
import type { Bilingual } from '../../../domain/texts/language.js';
import type { Flag } from '../flags/flag.js';

/** A command of the complaint as it is typed: what it says of itself, who does it by default, and its flags. */
export interface ComplaintSubcommand {
  readonly about: Bilingual;
  readonly role: Role;
  readonly aliases: readonly string[];
  readonly flags: readonly Flag[];
}

/** A stage's commands. A command without a line does not compile. */
export type StageSubcommands<Commands> = Readonly<Record<keyof Commands, ComplaintSubcommand>>;

export const subcommand = (
  role: Role,
  es: string,
  en: string,
  flags: readonly Flag[],
  aliases: readonly string[] = [],
): ComplaintSubcommand => ({ role, about: { es, en }, flags, aliases });
