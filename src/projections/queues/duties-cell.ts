/** One of the duties in a cell: `reason@since`. */
interface KeptDuty {
  readonly reason: string;
  readonly since: string;
}

const between = ' ';
const at = '@';

/** The duties in a cell, the most pressing first. */
export const dutiesIn = (cell: string): readonly KeptDuty[] =>
  cell.split(between).map((duty) => {
    const [reason = '', since = ''] = duty.split(at);
    return { reason, since };
  });

/** Since when the first of the duties in a cell is there. */
export const sinceOf = (cell: string): string => dutiesIn(cell)[0]?.since ?? '';

/** Duties as a cell; each keeps its beginning for as long as it is there. */
export const dutiesText = (reasons: readonly string[], before: string | undefined, now: string): string => {
  const kept = before === undefined ? [] : dutiesIn(before);
  return reasons
    .map((reason) => reason + at + (kept.find((duty) => duty.reason === reason)?.since ?? now))
    .join(between);
};
