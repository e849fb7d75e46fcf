/** What JSON leaves as it is, and a terminal, or a reader's eye, would still act on. */
const risky =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g;

const escaped = (text: string): string =>
  text.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A value as one line of JSON that is harmless on a terminal: the same value, with what is risky escaped. */
export const jsonLine = (value: unknown): string => `${JSON.stringify(value).replace(risky, escaped)}\n`;
