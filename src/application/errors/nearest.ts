/** How many letters have to be put in, taken away or exchanged to make one word of another. */
const distance = (a: string, b: string): number => {
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [above, letter] of Array.from(a).entries()) {
    const next = [above + 1];
    for (const [left, other] of Array.from(b).entries())
      next.push(
        Math.min(
          Number(row[left + 1]) + 1,
          Number(next[left]) + 1,
          Number(row[left]) + Number(letter !== other),
        ),
      );
    row = next;
  }
  return Number(row[b.length]);
};

/** Letters beyond which a name is no mistyped one: a known name and a third more. */
const longest = 80;

/** The known name that a mistyped one is nearest to; `undefined` where none is near, at once where it is far too long. */
export const nearestOf = (name: string, known: readonly string[]): string | undefined => {
  if (name.length > longest) return undefined;
  const lower = name.toLowerCase();
  const [nearest] = known
    .map((each) => ({ each, by: distance(lower, each.toLowerCase()) }))
    .filter(({ each, by }) => by <= Math.ceil(each.length / 3))
    .toSorted((a, b) => a.by - b.by);
  return nearest?.each;
};
