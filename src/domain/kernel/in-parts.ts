/** Items in their order, in parts of at most so many. */
export const inParts = <Item>(items: readonly Item[], atMost: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / atMost) }, (_, part) =>
    items.slice(part * atMost, (part + 1) * atMost),
  );
