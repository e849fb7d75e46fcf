import { fault } from '../faults.js';
import type { Session } from './session.js';

/** Throws `interrupted` where the user wants to stop: called wherever it is safe to. */
export const checkInterrupt = ({ signal }: Pick<Session, 'signal'>): void => {
  if (signal.aborted) throw fault('interrupted');
};
