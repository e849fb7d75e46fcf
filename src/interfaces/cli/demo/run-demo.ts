import type { Instant } from '../../../domain/kernel/instant.js';
import { conectared } from '../../../domain/provider/conectared.js';
import { emenet } from '../../../domain/provider/emenet.js';
import { fortnightSteps, runWorkload } from '../../../jobs/simulate/index.js';
import { done, type ExitStatus } from '../exit-status.js';
import { checkInterrupt } from '../session/check-interrupt.js';
import { say, type Session } from '../session/session.js';
import { progressOn } from '../terminal/progress.js';
import { demoPlace } from './demo-place.js';
import { openHouse } from './open-house.js';
import { tellDemo } from './tell-demo.js';
import { toldStepByStep } from './told-step-by-step.js';

/** Invents a fortnight, files it in a temporary folder, and tells what came of it and where to look on. */
export const runDemo = async (
  session: Session,
  from: Instant,
  days: number,
  seed: string,
  accesses: number | undefined,
): Promise<ExitStatus> => {
  const profiles = [conectared, emenet];
  const script = await toldStepByStep(
    session,
    fortnightSteps({ seed, profiles, from, days, ...(accesses === undefined ? {} : { accesses }) }),
  );
  const place = demoPlace(session);
  let now = from;
  const house = await openHouse(place, profiles, () => now);
  const progress = await progressOn(session, say(session, { es: 'Comandos', en: 'Commands' }));
  const begun = session.milliseconds();
  try {
    const result = await runWorkload(
      Object.fromEntries(house.served.map((quejas) => [quejas.provider.id, quejas])),
      script,
      {
        moveTo: (at) => {
          checkInterrupt(session);
          now = at;
        },
        onProgress: ({ commands, of }) => progress.advance(commands, of),
      },
    );
    progress.end();
    const seconds = (session.milliseconds() - begun) / 1000;
    await tellDemo(session, { place, house, result, seed, from, days, seconds });
    return result.unexpected.length === 0 ? done : 1;
  } finally {
    progress.end();
    await house.close();
  }
};
