/** Runs work that says when it has got further. Rejects if it has not for so many milliseconds. */
export const whileItGoesOn = async <Result>(
  patience: number,
  work: (gotFurther: () => void) => Promise<Result>,
): Promise<Result> => {
  const stalled = Promise.withResolvers<never>();
  const begin = () =>
    setTimeout(() => {
      stalled.reject(new Error(`nothing went on for ${String(patience)} ms`));
    }, patience);
  let timer = begin();
  try {
    return await Promise.race([
      work(() => {
        clearTimeout(timer);
        timer = begin();
      }),
      stalled.promise,
    ]);
  } finally {
    clearTimeout(timer);
  }
};
