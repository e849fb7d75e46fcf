/** Does one after the other, also where one fails; then throws the first fault. */
export const settleEach = async (works: readonly (() => Promise<void>)[]): Promise<void> => {
  const faults: unknown[] = [];
  for (const work of works) await work().catch((fault: unknown) => void faults.push(fault));
  if (faults.length > 0) throw faults[0];
};
