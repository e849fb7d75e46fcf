import { wrapped } from '../terminal/wrap.js';
import type { Session } from './session.js';

/** Prints sentences for a person, broken between words where the terminal is narrower. */
export const printText = ({ out, space }: Session, text: string): Promise<void> =>
  out.write(wrapped(space, text));
