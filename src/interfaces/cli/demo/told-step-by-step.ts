import { givingTurns } from '../../../infrastructure/shared/system/giving-turns.js';
import { checkInterrupt } from '../session/check-interrupt.js';
import { say, type Session } from '../session/session.js';
import { progressOn } from '../terminal/progress.js';

/** Takes an invention to its end, with progress; between two steps the user may stop it. */
export const toldStepByStep = async <Invented>(
  session: Session,
  steps: Generator<undefined, Invented>,
): Promise<Invented> => {
  const progress = await progressOn(session, say(session, { es: 'Inventando', en: 'Inventing' }));
  const turn = givingTurns();
  try {
    for (let told = 1; ; told += 1) {
      const { done, value } = steps.next();
      if (done === true) return value;
      progress.advance(told);
      await turn();
      checkInterrupt(session);
    }
  } finally {
    progress.end();
  }
};
