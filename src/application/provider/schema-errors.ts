import { field, itemsAt } from './json-reader.js';

/** What is wrong with a value at one place of it: the keyword of the schema that it breaks, and with what. */
export interface SchemaError {
  readonly keyword: string;
  /** JSON Pointer to the place in the value. */
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** In English, as validators of JSON Schema say it. */
  readonly message: string;
}

/** What a keyword is asked about: the value, where it is, and the schema that the keyword stands in. */
interface Looked {
  readonly value: unknown;
  readonly path: string;
  readonly schema: unknown;
  /** The errors of a part of the value under a part of the schema. */
  readonly inside: (schema: unknown, value: unknown, path: string) => readonly SchemaError[];
}

type Keyword = (wanted: unknown, looked: Looked) => readonly SchemaError[];
type Keywords = Readonly<Record<string, Keyword>>;

const none: readonly SchemaError[] = [];

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

const typesOf = (value: unknown): readonly string[] => {
  if (value === null) return ['null'];
  if (Array.isArray(value)) return ['array'];
  if (typeof value !== 'number') return [typeof value];
  if (!Number.isFinite(value)) return [];
  return Number.isInteger(value) ? ['integer', 'number'] : ['number'];
};

const pointer = (path: string, name: string): string =>
  `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

const error = (
  keyword: string,
  { path }: Looked,
  params: SchemaError['params'],
  message: string,
): readonly SchemaError[] => [{ keyword, instancePath: path, params, message }];

/** Characters as a schema counts them: code points, and no more of them than it takes to know. */
const charactersIn = (text: string, most: number): number =>
  text.length > most * 2 ? text.length : Array.from(text).length;

const isOver = (wanted: unknown, count: number): boolean => typeof wanted === 'number' && count > wanted;
const isUnder = (wanted: unknown, count: number): boolean => typeof wanted === 'number' && count < wanted;

/** A text that is longer than this has no form that we ask for: no expression is tried on it. */
const longestForm = 100_000;

const hasForm = (pattern: string, text: string): boolean =>
  text.length <= longestForm && new RegExp(pattern, 'u').test(text);

const ofNumbers: Keywords = {
  maximum: (limit, looked) =>
    isOver(limit, Number(looked.value))
      ? error('maximum', looked, { comparison: '<=', limit }, `must be <= ${String(limit)}`)
      : none,
  minimum: (limit, looked) =>
    isUnder(limit, Number(looked.value))
      ? error('minimum', looked, { comparison: '>=', limit }, `must be >= ${String(limit)}`)
      : none,
};

const ofTexts: Keywords = {
  maxLength: (limit, looked) =>
    isOver(limit, charactersIn(String(looked.value), Number(limit)))
      ? error('maxLength', looked, { limit }, `must NOT have more than ${String(limit)} characters`)
      : none,
  minLength: (limit, looked) =>
    isUnder(limit, charactersIn(String(looked.value), Number(limit)))
      ? error('minLength', looked, { limit }, `must NOT have fewer than ${String(limit)} characters`)
      : none,
  pattern: (pattern, looked) =>
    hasForm(String(pattern), String(looked.value))
      ? none
      : error('pattern', looked, { pattern }, `must match pattern "${String(pattern)}"`),
};

const ofAnything: Keywords = {
  anyOf: (schemas, looked) => {
    const { value, path, inside } = looked;
    const found = listed(schemas).map((each) => inside(each, value, path));
    return found.some(({ length }) => length === 0)
      ? none
      : [...found.flat(), ...error('anyOf', looked, {}, 'must match a schema in anyOf')];
  },
  if: (condition, looked) => {
    const { value, path, inside, schema } = looked;
    const which = inside(condition, value, path).length === 0 ? 'then' : 'else';
    const wanted = field(schema, which);
    const found = wanted === undefined ? none : inside(wanted, value, path);
    return found.length === 0
      ? none
      : [...found, ...error('if', looked, { failingKeyword: which }, `must match "${which}" schema`)];
  },
  const: (allowedValue, looked) =>
    looked.value === allowedValue
      ? none
      : error('const', looked, { allowedValue }, 'must be equal to constant'),
  enum: (allowedValues, looked) =>
    listed(allowedValues).includes(looked.value)
      ? none
      : error('enum', looked, { allowedValues }, 'must be equal to one of the allowed values'),
};

/** The last item of a list that stands in it before too, and where; items are words. */
const repeatedIn = (list: readonly unknown[]): { readonly i: number; readonly j: number } | undefined => {
  const seen = new Map<unknown, number>();
  let last: { readonly i: number; readonly j: number } | undefined;
  list.forEach((item, i) => {
    const j = seen.get(item);
    if (j !== undefined) last = { i, j };
    seen.set(item, i);
  });
  return last;
};

const ofLists: Keywords = {
  items: (schema, { value, path, inside }) =>
    itemsAt(value, path).flatMap(({ item, path: at }) => inside(schema, item, at)),
  maxItems: (limit, looked) =>
    isOver(limit, listed(looked.value).length)
      ? error('maxItems', looked, { limit }, `must NOT have more than ${String(limit)} items`)
      : none,
  minItems: (limit, looked) =>
    isUnder(limit, listed(looked.value).length)
      ? error('minItems', looked, { limit }, `must NOT have fewer than ${String(limit)} items`)
      : none,
  uniqueItems: (_wanted, looked) => {
    const twice = repeatedIn(listed(looked.value));
    if (twice === undefined) return none;
    const which = `items ## ${String(twice.j)} and ${String(twice.i)}`;
    return error('uniqueItems', looked, twice, `must NOT have duplicate items (${which} are identical)`);
  },
};

const ofObjects: Keywords = {
  propertyNames: (schema, looked) =>
    entriesOf(looked.value).flatMap(([propertyName]) => {
      const found = looked.inside(schema, propertyName, looked.path);
      return found.length === 0
        ? none
        : [...found, ...error('propertyNames', looked, { propertyName }, 'property name must be valid')];
    }),
  additionalProperties: (schema, looked) => {
    const known = field(looked.schema, 'properties');
    return entriesOf(looked.value)
      .filter(([name]) => field(known, name) === undefined)
      .flatMap(([additionalProperty, part]) =>
        schema === false
          ? error(
              'additionalProperties',
              looked,
              { additionalProperty },
              'must NOT have additional properties',
            )
          : looked.inside(schema, part, pointer(looked.path, additionalProperty)),
      );
  },
  properties: (schemas, { value, path, inside }) =>
    entriesOf(schemas).flatMap(([name, schema]) => {
      const part = field(value, name);
      return part === undefined ? none : inside(schema, part, pointer(path, name));
    }),
  maxProperties: (limit, looked) =>
    isOver(limit, entriesOf(looked.value).length)
      ? error('maxProperties', looked, { limit }, `must NOT have more than ${String(limit)} properties`)
      : none,
  required: (names, looked) =>
    listed(names).flatMap((name) => {
      const missingProperty = String(name);
      return field(looked.value, missingProperty) === undefined
        ? error('required', looked, { missingProperty }, `must have required property '${missingProperty}'`)
        : none;
    }),
};

/** The keywords that our schemas have, by the type of value that they are about. */
const byType: Readonly<Record<string, Keywords>> = {
  number: ofNumbers,
  string: ofTexts,
  array: ofLists,
  object: ofObjects,
};

/** Words of a schema that say nothing about what a value must be, and those that are looked at with another one. */
const others: ReadonlySet<string> = new Set([
  ...[
    '$id',
    '$schema',
    '$defs',
    '$ref',
    'title',
    'description',
    'type',
    'then',
    'else',
    'default',
    'examples',
  ],
]);

/** Every keyword that is understood: a schema of ours has no other. */
export const schemaKeywords: ReadonlySet<string> = new Set([
  ...others,
  ...[ofAnything, ...Object.values(byType)].flatMap((keywords) => Object.keys(keywords)),
]);

/**
 * Everything about a value that a JSON Schema of ours (2020-12) does not allow, each with its place. The schema is walked
 * beside the value: none is compiled, so that the library runs where code may not be made from text (ADR 0417). `root`
 * holds the definitions.
 */
export const schemaErrors = (
  schema: unknown,
  value: unknown,
  path = '',
  root: unknown = schema,
): readonly SchemaError[] => {
  const reference = field(schema, '$ref');
  const meant =
    typeof reference === 'string' ? field(field(root, '$defs'), reference.split('/').at(-1) ?? '') : schema;
  const inside: Looked['inside'] = (part, of, at) => schemaErrors(part, of, at, root);
  const looked: Looked = { value, path, schema: meant, inside };
  const of = (keywords: Keywords): readonly SchemaError[] =>
    Object.entries(keywords).flatMap(([name, finds]) => {
      const wanted = field(meant, name);
      return wanted === undefined ? none : finds(wanted, looked);
    });
  const own = typesOf(value);
  const type = field(meant, 'type');
  const isOfType = type === undefined || listed(type).some((each) => own.includes(String(each)));
  return [
    ...(isOfType ? none : error('type', looked, { type }, `must be ${listed(type).join(',')}`)),
    ...of(ofAnything),
    ...own.flatMap((each) => (byType[each] === undefined ? none : of(byType[each]))),
  ];
};
