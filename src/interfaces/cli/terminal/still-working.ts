import type { Bilingual } from '../../../domain/texts/language.js';
import type { Sink } from '../io.js';

/** Says on the terminal that a command goes on, where nothing has been shown for a while. */
export interface StillWorking {
  /** Takes the line away while something else has the terminal, and its reader the time that it takes. */
  readonly hold: () => void;
  /** Starts to wait anew, once as many have released it as held it. */
  readonly release: () => void;
  readonly end: () => void;
}

/** Where it is said, and by which clock. */
export interface WorkingPlace {
  readonly sink: Sink;
  /** Nothing is said where no person looks. */
  readonly seen: boolean;
  readonly language: keyof Bilingual;
  /** Milliseconds of a clock that only goes forward. */
  readonly milliseconds: () => number;
}

const silent: StillWorking = { hold: () => undefined, release: () => undefined, end: () => undefined };

/** Milliseconds. What a command takes without a word: what lasts longer shows that it goes on. */
export const patience = 2_000;

const everyMs = 500;

const words: Bilingual = { es: 'Trabajando…', en: 'Working…' };

const clearedLine = '\r\u001b[K';

/** Watches one command line from its start to `end`. */
export const stillWorking = ({ sink, seen, language, milliseconds }: WorkingPlace): StillWorking => {
  if (!seen) return silent;
  let since = milliseconds();
  const begun = since;
  let holders = 0;
  let shown = false;
  const clear = (): void => {
    if (shown) sink.write(clearedLine);
    shown = false;
  };
  const tick = setInterval(() => {
    const now = milliseconds();
    if (holders > 0 || now - since < patience) return;
    sink.write(`${clearedLine}${words[language]} (${Math.floor((now - begun) / 1_000)} s)`);
    shown = true;
  }, everyMs);
  tick.unref();
  return {
    hold: () => {
      clear();
      holders += 1;
    },
    release: () => {
      holders -= 1;
      since = milliseconds();
    },
    end: () => {
      clearInterval(tick);
      clear();
    },
  };
};
