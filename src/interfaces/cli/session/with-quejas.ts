import type { Quejas } from '../../../composition/quejas.js';
import { fault } from '../faults.js';
import type { Place } from './opener.js';
import type { Session } from './session.js';

/** Throws `interrupted` where the user wants to stop: called wherever it is safe to. */
export const checkInterrupt = ({ signal }: Pick<Session, 'signal'>): void => {
  if (signal.aborted) throw fault('interrupted');
};

export interface HowToOpen {
  /** Served where the command line names none. */
  readonly provider?: Place['provider'];
  /** Whether rows are read (default: they are): those of a server's store are brought up to date first. */
  readonly readsRows?: boolean;
  /** Go on with the vault that is named, whatever the store was sealed with. */
  readonly newVault?: boolean;
}

/** Opens the store, works with it, and closes it whatever happened; loaded when it is needed, for help needs none of it. */
export const withQuejas = async <T>(
  session: Session,
  access: Place['access'],
  work: (quejas: Quejas) => Promise<T>,
  how: HowToOpen = {},
): Promise<T> => (await import('./with-opened.js')).withOpened(session, access, work, how);
