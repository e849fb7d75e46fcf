import type { Bilingual } from '../../../domain/texts/language.js';
import type { ExitStatus } from '../exit-status.js';
import type { Flag } from '../flags/flag.js';
import type { Options } from '../flags/read-flags.js';
import type { Session } from '../session/session.js';

/** A word that may follow a subcommand's name: a folio, a file. */
export interface Operand {
  readonly name: Bilingual;
  readonly required: boolean;
  readonly about: Bilingual;
  /** What it may be, where it is one of a few words that a shell completes. */
  readonly words?: readonly string[];
}

/** What was given on the command line for one subcommand. */
export interface Given {
  readonly operand: string | undefined;
  /** The word after it, where the subcommand takes two. */
  readonly second?: string | undefined;
  readonly options: Options;
}

/** A subcommand: how it is typed, what it says of itself, and what it does. */
export interface Subcommand {
  readonly name: string;
  readonly aliases: readonly string[];
  /** The heading under which help lists it. */
  readonly group: Bilingual;
  readonly about: Bilingual;
  readonly operand?: Operand;
  /** Follows `operand`. */
  readonly secondOperand?: Operand;
  readonly flags: readonly Flag[];
  /** Flags that go with every command of its sort; help shows them apart. */
  readonly commonFlags?: readonly Flag[];
  /** What was kept and how to go on, where the user interrupts it (default: what was stored stays stored). */
  readonly ifInterrupted?: Bilingual;
  readonly run: (session: Session, given: Given) => Promise<ExitStatus>;
}
