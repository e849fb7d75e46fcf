/** A visible character: no space, no control, nothing that a reader leaves out, no empty Braille cell. */
const visible = /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** True for a text in which there is nothing to see: empty, or made of blanks and characters of no width. */
export const isBlank = (text: string): boolean => !visible.test(text);
