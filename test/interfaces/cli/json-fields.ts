const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The keys of a JSON object, in their order. */
export const keysOf = (value: unknown): readonly string[] => (isRecord(value) ? Object.keys(value) : []);

/** A field of a JSON object; `undefined` where there is none. */
export const fieldOf = (value: unknown, name: string): unknown => (isRecord(value) ? value[name] : undefined);

/** A text within a JSON object. */
export const textOf = (value: unknown, name: string): string => {
  const found = fieldOf(value, name);
  if (typeof found !== 'string') throw new Error(`no text "${name}" in ${JSON.stringify(value)}`);
  return found;
};

/** A list within a JSON object. */
export const listOf = (value: unknown, name: string): readonly unknown[] => {
  const found = fieldOf(value, name);
  return Array.isArray(found) ? found : [];
};
