import type { ProcessDefinition } from './define-process.js';
import { keepOneAlive } from './keep-one-alive.js';
import { linkRepeats } from './link-repeats.js';

/** The processes of every installation. */
export const processes: readonly ProcessDefinition[] = [linkRepeats, keepOneAlive];
