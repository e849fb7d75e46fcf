import type { ComplaintCommandType } from '../../domain/complaint/commands.js';
import type { Instant } from '../../domain/kernel/instant.js';
import type { JsonObject } from '../../domain/kernel/json.js';
import type { PersonalDigests } from '../../application/identity/fingerprint.js';
import type { By } from '../../application/commands/actors.js';

/** A command of an import, ready to be sent by the path of live use. */
export interface PlannedCommand {
  readonly activity: string;
  readonly type: ComplaintCommandType;
  readonly input: JsonObject & { readonly commandId: string; readonly occurredAt: Instant };
  /** Of what the input asks, as far as that may stand in clear. */
  readonly fingerprint: string;
  /** Digests of the personal values that it brings: those are compared where their keys are held. */
  readonly personal: PersonalDigests | undefined;
  /** True where the log does not say it. */
  readonly filled: boolean;
  readonly by: By;
  /** Mapping, the event's place in its case, and rule; `:filled` where the log does not say it. */
  readonly source: string;
}

/** A command that the rules of the domain do not take, though the mapping asks for it. */
export interface RefusedStep {
  readonly activity: string;
  readonly command: ComplaintCommandType;
  readonly code: string;
}

/** What an import will do for a case: a function of the case, the mapping and the provider's profile alone. */
export interface CasePlan {
  readonly commands: readonly PlannedCommand[];
  /** Events that repeat what is known. */
  readonly noNewFact: number;
  /** Activities the mapping has no rule for, once for each event. */
  readonly unmapped: readonly string[];
  readonly refused: readonly RefusedStep[];
}
