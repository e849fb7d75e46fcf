import type { JsonObject } from '../../domain/kernel/json.js';
import type { RejectionText } from '../../domain/kernel/rejection-text.js';
import { refusalText } from './refusals.js';
import type { Execution } from './execute-command.js';

/** What came of a command: data, never an exception. */
export type CommandResult =
  | {
      readonly ok: true;
      readonly folio: string;
      /** Revision of the last event it gave. */
      readonly revision: number;
      readonly position: string;
      readonly events: readonly { readonly type: string; readonly revision: number }[];
      /** True where this command had been accepted before: this is its first outcome again (I-25). */
      readonly duplicate: boolean;
    }
  | {
      readonly ok: false;
      readonly code: string;
      readonly details: JsonObject;
      readonly message: RejectionText;
    };

export const refused = (code: string, details: JsonObject = {}): CommandResult => ({
  ok: false,
  code,
  details,
  message: refusalText(code, details),
});

export const resultOf = (folio: string, execution: Execution): CommandResult =>
  execution.ok
    ? {
        ok: true,
        folio,
        revision: execution.revision,
        position: execution.position,
        events: execution.types.map((type, index) => ({ type, revision: execution.firstRevision + index })),
        duplicate: execution.duplicate,
      }
    : refused(execution.code, execution.details);
