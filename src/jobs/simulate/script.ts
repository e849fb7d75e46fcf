import type { ComplaintCommandType } from '../../domain/complaint/commands.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import type { By } from '../../application/commands/actors.js';

/** One line of a workload: who does what, and when. */
export interface ScriptedCommand {
  /** When it is sent: the clock at that moment. It may tell of something earlier (`occurredAt`, `receivedAt`). */
  readonly at: Instant;
  readonly provider: string;
  /** The complaint's name in the script; its folio is not known before it is filed. */
  readonly complaint: string;
  readonly type: ComplaintCommandType;
  /** With `commandId` and `occurredAt`. */
  readonly input: JsonObject & { readonly commandId: string };
  readonly by: By;
  /** Fields whose value is the folio of another complaint of the script. */
  readonly folioOf?: Readonly<Record<string, string>>;
  /** The refusal that it is there for; absent where it is to be taken. */
  readonly refused?: string;
}

/** In the order in which it is to be run. */
export type Script = readonly ScriptedCommand[];
