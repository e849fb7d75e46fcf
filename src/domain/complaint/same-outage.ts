/** One outage, in whatever letters its number is typed: as it is found by. */
export const isSameOutage = (one: string, other: string | undefined): boolean =>
  one.toLowerCase() === other?.toLowerCase();
