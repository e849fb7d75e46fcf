import type { Expected } from '../log/event.js';

interface SaysExpected {
  hasNoStream: () => boolean;
  hasAny: () => boolean;
  hasStreamExists: () => boolean;
}

/** What a request expects of its stream; `revision` is what it says where it names one. */
export const expectedOf = (options: SaysExpected, revision: string): Expected => {
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasStreamExists()) return 'stream-exists';
  return options.hasAny() ? 'any' : Number(revision);
};
