import type { Clock } from '../../../application/ports/clock.js';
import type { Language } from '../../../domain/complaint/vocabulary.js';
import type { Bilingual } from '../../../domain/texts/language.js';
import { fillIn } from '../../../domain/kernel/rejection-text.js';
import type { JsonObject } from '../../../domain/kernel/json.js';
import type { LocalClocks } from '../../../domain/texts/words/read-moment.js';
import { inline } from '../../../domain/texts/plain-text.js';
import type { Sink } from '../io.js';
import type { TableSpace } from '../terminal/table.js';
import { jsonLine } from '../terminal/json-line.js';
import type { Output } from '../terminal/output.js';
import type { StillWorking } from '../terminal/still-working.js';
import type { Opener } from './opener.js';

/** What a subcommand works with, once the command line is understood. */
export interface Session {
  readonly language: Language;
  /** Only JSON on stdout. */
  readonly json: boolean;
  readonly out: Output;
  readonly err: Output;
  /** The terminal, where there is one. */
  readonly space: TableSpace;
  /** Where progress is shown, and whether a person sees it. */
  readonly progressSink: Sink;
  readonly seesProgress: boolean;
  /** Milliseconds of a clock that only goes forward: for how long something has lasted. */
  readonly milliseconds: () => number;
  /** What says that the command goes on; held by what else has the terminal. */
  readonly working: StillWorking;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /**
   * The clock, or the moment that `--now` gives in its place: a local time is meant by these clocks. Rejects
   * with `instant-invalid` where none are known, or where they skip that hour.
   */
  readonly clockIn: (clocks?: LocalClocks) => Promise<Clock>;
  /** Whether that clock is believed whatever was recorded before. */
  readonly clockIsRight: boolean;
  readonly signal: AbortSignal;
  readonly opener: Opener;
  /** The options of every command, as they were given. */
  readonly globals: { readonly [K in 'store' | 'rows' | 'keys' | 'provider']: string | undefined };
}

/** A text of ours in the reader's language, with its details filled in. */
export const say = ({ language }: Session, text: Bilingual, details: JsonObject = {}): string =>
  fillIn(text[language], details);

/** Prints a value as one line of JSON. */
export const printJson = ({ out }: Session, value: unknown): Promise<void> => out.write(jsonLine(value));

/** Says something beside the result. */
export const note = (session: Session, text: Bilingual, details: JsonObject = {}): Promise<void> =>
  session.err.write(`${inline(say(session, text, details))}\n`);
