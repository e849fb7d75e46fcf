import { millisecondsOf, type Instant } from '../../domain/kernel/instant.js';
import { derivedUuid, timeBits } from '../identity/uuid.js';

/** What makes a command of a process the same command whenever it is asked for again. */
export interface ProcessCommand {
  readonly process: string;
  /** Id of the complaint that the command is for. */
  readonly complaint: string;
  /** Id of the event that led to it, or the name of what fell due. */
  readonly trigger: string;
  /** How often the complaint had been reopened, from 1; 1 for an event, which comes once. */
  readonly cycle: number;
  /** The level of an escalation, or the place among the commands that one trigger led to; from 0. */
  readonly level: number;
  /** When the trigger was known: so that ids grow at the end of an index. */
  readonly at: Instant;
}

/** The id of a command of a process (design: Process managers). */
export const processCommandId = ({ process, complaint, trigger, cycle, level, at }: ProcessCommand): string =>
  derivedUuid(timeBits(millisecondsOf(at)), process, complaint, trigger, String(cycle), String(level));
