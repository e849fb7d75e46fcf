/** Does work of the same name one after the other: who would meet on a stream waits instead of failing. */
export const inTurn = () => {
  const last = new Map<string, Promise<void>>();
  return (name: string, work: () => Promise<void>): Promise<void> => {
    const done = (last.get(name) ?? Promise.resolve()).then(work);
    last.set(name, done);
    return done;
  };
};
