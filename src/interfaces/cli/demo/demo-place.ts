import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fault } from '../faults.js';
import type { Place } from '../session/opener.js';
import { isOnServer, placesOf } from '../session/places.js';
import type { Session } from '../session/session.js';

/** Where the demo keeps what it makes: the store asked for, else a temporary folder of its own. */
export const demoPlace = (session: Session): Pick<Place, 'store' | 'keys'> => {
  if (session.globals.store !== undefined) {
    const { store, keys } = placesOf(session, 'create');
    if (isOnServer(store)) throw fault('not-for-this-store');
    return { store, keys };
  }
  const folder = mkdtempSync(join(tmpdir(), 'quejas-demo-'));
  return {
    store: `sqlite:${join(folder, 'store', 'quejas.db')}`,
    keys: `file:${join(folder, 'keys', 'keys.db')}`,
  };
};
