import type { Quejas } from '../../../composition/quejas.js';
import { progressOn } from '../terminal/progress.js';
import { patience } from '../terminal/still-working.js';
import { say, type Session } from './session.js';
import { unlessInterrupted } from './unless-interrupted.js';

const everyMs = 200;

/**
 * Brings the rows of a server's store up to its end, and keeps them there as long as the command works. Shows how far
 * it is where that takes longer than two seconds; where nothing moves it ends with why, and with how much is missing.
 */
export const catchUp = async (session: Session, quejas: Quejas): Promise<void> => {
  await unlessInterrupted(quejas.start(), session);
  const label = say(session, { es: 'Renglones (bytes)', en: 'Rows (bytes)' });
  const progress = await progressOn(session, label, patience);
  let most = 0;
  const tick = setInterval(() => {
    const missing = quejas.health().projectors[0]?.lagBytes ?? 0;
    most = Math.max(most, missing);
    if (most > 0) progress.advance(most - missing, most);
  }, everyMs);
  try {
    await unlessInterrupted(quejas.catchUp(), session);
  } finally {
    clearInterval(tick);
    progress.end();
  }
};
