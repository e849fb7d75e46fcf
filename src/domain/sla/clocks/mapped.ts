/** A list with each element changed; the same list where none is, so that what rests on it is found unchanged at once. */
export const mapped = <Element>(
  list: readonly Element[],
  change: (element: Element) => Element,
): readonly Element[] => {
  let changed: Element[] | undefined;
  for (const [index, element] of list.entries()) {
    const next = change(element);
    if (next === element) continue;
    changed ??= [...list];
    changed[index] = next;
  }
  return changed ?? list;
};
