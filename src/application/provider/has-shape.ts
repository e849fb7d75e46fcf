import { field, itemsAt } from './json-reader.js';

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
};

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

/**
 * Whether a value has the fields, types, words and forms that a JSON Schema of ours asks for. Lengths and conditions are
 * not looked at: compiling the schema takes a hundred times as long, and is kept for values that do not pass.
 */
export const hasShape = (schema: unknown, value: unknown, root: unknown = schema): boolean => {
  const reference = field(schema, '$ref');
  if (typeof reference === 'string')
    return hasShape(field(field(root, '$defs'), reference.split('/').at(-1) ?? ''), value, root);
  const [type, words, required] = [field(schema, 'type'), field(schema, 'enum'), field(schema, 'required')];
  const pattern = field(schema, 'pattern');
  if (type !== undefined && !listed(type).includes(typeOf(value))) return false;
  if (typeof pattern === 'string' && typeof value === 'string' && !new RegExp(pattern, 'u').test(value))
    return false;
  if (words !== undefined && !listed(words).includes(value)) return false;
  if (required !== undefined && listed(required).some((name) => field(value, String(name)) === undefined))
    return false;
  const properties = field(schema, 'properties');
  const isClosed = field(schema, 'additionalProperties') === false;
  const [items, parts] = [field(schema, 'items'), entriesOf(value)];
  return (
    itemsAt(value, '').every(({ item }) => items === undefined || hasShape(items, item, root)) &&
    (properties === undefined ||
      parts.every(([name, part]) => {
        const wanted = field(properties, name);
        return wanted === undefined ? !isClosed : part === undefined || hasShape(wanted, part, root);
      }))
  );
};
