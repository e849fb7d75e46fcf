const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;

const isText = (value: unknown): boolean => typeof value === 'string';
const areTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

const isTable = (value: unknown): boolean => {
  const [columns, indexes] = [partOf(value, 'columns'), partOf(value, 'indexes')];
  return (
    isText(partOf(value, 'name')) &&
    typeof columns === 'object' &&
    columns !== null &&
    areTexts(partOf(value, 'key')) &&
    Array.isArray(indexes) &&
    indexes.every(areTexts)
  );
};

/** Whether a value has the shape of a read model; throws where it cannot be looked at. */
export const isProjection = (value: unknown): boolean =>
  typeof partOf(value, 'changes') === 'function' &&
  isText(partOf(value, 'name')) &&
  isTable(partOf(value, 'table'));
