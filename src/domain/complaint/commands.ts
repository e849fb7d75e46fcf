import type { CommandOf } from '../kernel/message.js';
import type { life } from './life.js';

/** Every command of a complaint and what it brings. The key is the name by which hosts call it. */
export type ComplaintCommands = NonNullable<typeof life.shapes>['commands'];

/** Name of a command on a complaint. */
export type ComplaintCommandType = keyof ComplaintCommands;
/** What a caller wants to happen to one complaint. */
export type ComplaintCommand = CommandOf<ComplaintCommands>;
