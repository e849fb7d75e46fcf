import type { ComplaintCommandType } from './commands.js';
import { life } from './life.js';
import type { Role } from './vocabulary.js';

/**
 * Who may give which command: the *Who* columns of domain.md 6.3 and 6.4, as each stage declares them. `system` stands
 * for the provider's own machines (a web form that files, an import that replays what a person did elsewhere).
 */
export const roleMatrix: Readonly<Record<ComplaintCommandType, readonly Role[]>> = life.commands;
