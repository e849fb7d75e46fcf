const written = /^(\d{1,2})(?:[:.h](\d{2}))? ?(am|pm)?$/;

/** `a. m.`, `A.M.` and `am` are one suffix. */
const withPlainSuffix = (text: string): string => text.replace(/([ap])\. ?m\.?$/, '$1m');

/** What the suffix makes of an hour. From 13 on it says nothing: people write «21:00 PM». */
const hourOf = (hour: number, suffix: string | undefined): number | undefined => {
  if (suffix === undefined || hour >= 13) return hour;
  if (hour === 0) return suffix === 'am' ? 0 : undefined;
  return (hour % 12) + (suffix === 'pm' ? 12 : 0);
};

/**
 * Minutes after midnight of a time of day in small letters: `9`, `9:00`, `9.30`, `9h30`, `9 am`, `12:00 a. m.`, `21:00
 * pm`, `24:00`. `undefined` for no time: `25:00`, `9:60`, `24:01`, `0:30 pm`.
 */
export const minutesOfClock = (text: string): number | undefined => {
  const [, hours, minutes = '0', suffix] = written.exec(withPlainSuffix(text)) ?? [];
  const hour = hourOf(Number(hours ?? Number.NaN), suffix);
  if (hour === undefined || Number.isNaN(hour)) return undefined;
  const total = hour * 60 + Number(minutes);
  return Number(minutes) < 60 && total <= 24 * 60 ? total : undefined;
};
