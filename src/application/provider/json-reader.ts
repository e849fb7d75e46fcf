/** A field of a JSON value; `undefined` where it is none that has such a field. */
export const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;

/** The items of a JSON list, each with its path; nothing where it is no list. */
export const itemsAt = (
  value: unknown,
  path: string,
): readonly { readonly item: unknown; readonly path: string }[] =>
  Array.isArray(value) ? value.map((item: unknown, index) => ({ item, path: `${path}/${index}` })) : [];

/** True where a JSON Pointer leads to a value. */
export const leadsSomewhere = (value: unknown, pointer: string): boolean => {
  let at: unknown = value;
  for (const name of pointer.split('/').slice(1)) {
    at = field(at, name.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (at === undefined) return false;
  }
  return true;
};
