import type { Sink } from '../io.js';
import type { StillWorking } from './still-working.js';

export interface Progress {
  /** How much is done, of how much where that is known. */
  readonly advance: (done: number, total?: number) => void;
  readonly end: () => void;
}

const silent: Progress = { advance: () => undefined, end: () => undefined };

/** Milliseconds. What takes less shows nothing: a bar that only flashes cannot be read. */
const usualPatience = 1_000;

interface Bar {
  readonly start: (total: number, done: number) => void;
  readonly update: (done: number) => void;
  readonly setTotal: (total: number) => void;
  readonly stop: () => void;
}

/** A sink as the bar wants it: a stream that says it is a terminal. */
const isTerminal = (sink: Sink): sink is Sink & NodeJS.WriteStream =>
  sink.isTTY === true && 'cursorTo' in sink;

/** Where progress goes: a session, or as much of one as it takes. */
export interface ProgressPlace {
  readonly progressSink: Sink;
  readonly seesProgress: boolean;
  readonly milliseconds: () => number;
  readonly working: StillWorking;
}

/** Progress on the terminal (stderr), once it has lasted; nothing at all in a pipe. */
export const progressOn = async (
  { progressSink: sink, seesProgress, milliseconds, working }: ProgressPlace,
  label: string,
  patience = usualPatience,
): Promise<Progress> => {
  if (!seesProgress || !isTerminal(sink)) return silent;
  const { SingleBar } = await import('cli-progress');
  const barOf = (amount: string): Bar =>
    new SingleBar({
      stream: sink,
      format: `${label} ${amount} ({duration_formatted})`,
      hideCursor: true,
      clearOnComplete: true,
      gracefulExit: false,
      fps: 5,
    });
  const begun = milliseconds();
  let bar: Bar | undefined;
  return {
    advance: (done, total = 0) => {
      const most = Math.max(total, done);
      if (bar === undefined) {
        if (milliseconds() - begun < patience) return;
        working.hold();
        // Where the end is not known there is no part of it to show.
        bar = barOf(total > 0 ? '{bar} {percentage}% {value}/{total}' : '{value}');
        bar.start(most, done);
      }
      bar.update(done);
      bar.setTotal(most);
    },
    end: () => {
      if (bar === undefined) return;
      bar.stop();
      bar = undefined;
      working.release();
    },
  };
};
