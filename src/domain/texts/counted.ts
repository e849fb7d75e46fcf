/** A number with the word that goes with it: `1 día`, `20 días`. */
export const counted = (count: number, one: string, several: string): string =>
  `${String(count)} ${count === 1 ? one : several}`;
