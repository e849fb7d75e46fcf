import { checkInterrupt } from '../session/check-interrupt.js';
import type { Session } from '../session/session.js';

/** The same things one by one, until the user interrupts; then throws `interrupted`. */
export async function* untilInterrupted<Thing>(
  session: Pick<Session, 'signal'>,
  things: AsyncIterable<Thing>,
): AsyncGenerator<Thing> {
  for await (const thing of things) {
    checkInterrupt(session);
    yield thing;
  }
}
