/** One of the duties in a cell: `reason@since`, and with `@due,due` where it is another duty from then on. */
interface KeptDuty {
  readonly reason: string;
  readonly since: string;
  /** `late-notice.ts` says what the duty is at an instant. */
  readonly due: readonly string[];
}

const between = ' ';
const at = '@';
const comma = ',';

/** The duties in a cell, the most pressing first. */
export const dutiesIn = (cell: string): readonly KeptDuty[] =>
  cell.split(between).map((duty) => {
    const [reason = '', since = '', due] = duty.split(at);
    return { reason, since, due: due?.split(comma) ?? [] };
  });

/** Since when the first of the duties in a cell is there. */
export const sinceOf = (cell: string): string => dutiesIn(cell)[0]?.since ?? '';

/** Duties as a cell; each keeps its beginning for as long as it is there. */
export const dutiesText = (
  duties: readonly Omit<KeptDuty, 'since'>[],
  before: string | undefined,
  now: string,
): string => {
  const kept = before === undefined ? [] : dutiesIn(before);
  return duties
    .map(({ reason, due }) => {
      const since = kept.find((duty) => duty.reason === reason)?.since ?? now;
      return [reason, since, ...(due.length > 0 ? [due.join(comma)] : [])].join(at);
    })
    .join(between);
};
