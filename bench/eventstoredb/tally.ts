/** Counts events by type, as a projection would look at each. */
export const tally = () => {
  const byType = new Map<string, number>();
  let all = 0;
  return {
    add: (type: string): void => {
      byType.set(type, (byType.get(type) ?? 0) + 1);
      all += 1;
    },
    all: (): number => all,
  };
};
