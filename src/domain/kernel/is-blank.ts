/** What a reader leaves out, or sees as an empty place, for use within the brackets of a pattern with the flag `u`. */
export const unseen = String.raw`\p{Cf}\p{Default_Ignorable_Code_Point}\u2800`;

/** A visible character: no space, no control, nothing that a reader leaves out, no empty Braille cell. */
const visible = new RegExp(String.raw`[^\s\p{Cc}${unseen}]`, 'u');

/** True for a text in which there is nothing to see: empty, or made of blanks and characters of no width. */
export const isBlank = (text: string): boolean => !visible.test(text);
