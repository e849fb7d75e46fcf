import { field, itemsAt } from './json-reader.js';

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
};

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

type Fits = (schema: unknown, value: unknown) => boolean;

/** Each keyword of a schema by itself; one that is absent asks for nothing. */
const keywords: Readonly<
  Record<string, (wanted: unknown, value: unknown, fits: Fits, schema: unknown) => boolean>
> = {
  type: (types, value) => listed(types).includes(typeOf(value)),
  enum: (words, value) => listed(words).includes(value),
  pattern: (form, value) => typeof value !== 'string' || new RegExp(String(form), 'u').test(value),
  required: (names, value) => listed(names).every((name) => field(value, String(name)) !== undefined),
  items: (items, value, fits) => itemsAt(value, '').every(({ item }) => fits(items, item)),
  properties: (properties, value, fits, schema) =>
    entriesOf(value).every(([name, part]) => {
      const wanted = field(properties, name);
      if (wanted === undefined) return field(schema, 'additionalProperties') !== false;
      return part === undefined || fits(wanted, part);
    }),
};

/**
 * Whether a value has the fields, types, words and forms that a JSON Schema of ours asks for. Lengths and conditions are
 * not looked at: compiling the schema takes a hundred times as long, and is kept for values that do not pass.
 */
export const hasShape = (schema: unknown, value: unknown, root: unknown = schema): boolean => {
  const reference = field(schema, '$ref');
  if (typeof reference === 'string')
    return hasShape(field(field(root, '$defs'), reference.split('/').at(-1) ?? ''), value, root);
  const fits: Fits = (part, of) => hasShape(part, of, root);
  return Object.entries(keywords).every(([keyword, holds]) => {
    const wanted = field(schema, keyword);
    return wanted === undefined || holds(wanted, value, fits, schema);
  });
};
