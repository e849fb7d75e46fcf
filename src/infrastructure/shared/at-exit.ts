/**
 * Removes what is half made where the process ends before it is whole: work that is told to stop may be left to itself.
 * Gives what calls this off. Nothing is listened to before or afterwards.
 */
export const removedAtExit = (remove: () => void): (() => void) => {
  const listener = (): void => {
    try {
      remove();
    } catch {
      // The process ends; there is no one to tell.
    }
  };
  process.once('exit', listener);
  return () => void process.removeListener('exit', listener);
};
