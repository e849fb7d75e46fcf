import type { Instant } from '../../domain/kernel/instant.js';
import type { Execution } from './execute-command.js';
import { refused, type Refusal } from './refusals.js';

/** A command that was accepted: what it said is stored. */
export interface Acceptance {
  /** Tells it apart from a refusal. */
  readonly ok: true;
  /** The number the user was given, with its check character. */
  readonly folio: string;
  /** Revision of the last event it gave: what `expectedRevision` of the next command may name. */
  readonly revision: number;
  /** Place of that event in the whole store: what `events({ after })` goes on from. */
  readonly position: string;
  /** When it happened, as it is stored: for a duplicate, what was said of it the first time. */
  readonly occurredAt: Instant;
  /** The events it gave, in order. */
  readonly events: readonly {
    /** Name of the fact, such as `Filed`. */
    readonly type: string;
    /** Its place among the complaint's events, from 0. */
    readonly revision: number;
  }[];
  /** True where this command had been accepted before: this is its first outcome again (I-25). */
  readonly duplicate: boolean;
}

/** What came of a command: data, never an exception. Exceptions are for parts that fail (`ErrorCode`). */
export type CommandResult = Acceptance | Refusal;

export { refused } from './refusals.js';

const busy: ReadonlySet<string> = new Set(['revision-conflict', 'too-busy']);

/** True for a refusal after which a process looks at the complaint anew: another program writes to it. */
export const isBusy = ({ code }: Refusal): boolean => busy.has(code);

export const resultOf = (folio: string, execution: Execution): CommandResult =>
  execution.ok
    ? {
        ok: true,
        folio,
        revision: execution.revision,
        position: execution.position,
        occurredAt: execution.occurredAt,
        events: execution.types.map((type, index) => ({ type, revision: execution.firstRevision + index })),
        duplicate: execution.duplicate,
      }
    : refused(execution.code, execution.details);
