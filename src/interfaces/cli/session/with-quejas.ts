import type { Quejas } from '../../../composition/quejas.js';
import type { Place } from './opener.js';
import type { Session } from './session.js';
import type { HowToOpen } from './with-opened.js';

/** Opens the store, works with it, and closes it whatever happened; loaded when it is needed, for help needs none of it. */
export const withQuejas = async <T>(
  session: Session,
  access: Place['access'],
  work: (quejas: Quejas) => Promise<T>,
  how: HowToOpen = {},
): Promise<T> => (await import('./with-opened.js')).withOpened(session, access, work, how);
