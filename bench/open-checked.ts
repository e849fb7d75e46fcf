import type { OpenQuejasOptions, Quejas } from 'quejas';
import type { CheckedCommands } from '../src/application/commands/run-command.js';
import { openWithChecked } from '../src/composition/open-quejas.js';

/** Quejas as hosts have it, and its commands without the check of their input, which is measured by itself. */
export type WithChecked = Quejas & CheckedCommands;

/** Opens both over the same parts. */
export const openChecked = async (options: OpenQuejasOptions): Promise<WithChecked> => {
  const { quejas, checked } = await openWithChecked(options);
  return { ...quejas, ...checked };
};
