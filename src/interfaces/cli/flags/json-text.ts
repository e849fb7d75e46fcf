import type { JsonValue } from '../../../domain/kernel/json.js';

const isJson = (value: unknown): value is JsonValue => value !== undefined;

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/g;

/** The first key that stands twice in one object of a JSON text: of two, JSON keeps the last without a word. */
export const repeatedKeyIn = (text: string): string | undefined => {
  const open: (Set<string> | undefined)[] = [];
  let last = '';
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const [keys, key] = [open.at(-1), parseJson(last)];
      if (keys === undefined || typeof key !== 'string') continue;
      if (keys.has(key)) return key;
      keys.add(key);
    } else last = token;
  }
  return undefined;
};

/** The value of a JSON text; `undefined` where it is none. */
export const parseJson = (text: string): JsonValue | undefined => {
  try {
    const read: unknown = JSON.parse(text);
    return isJson(read) ? read : undefined;
  } catch {
    return undefined;
  }
};
