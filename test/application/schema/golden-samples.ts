import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject } from '../../../src/application/schema/json-object.js';
import type { JsonObject } from '../../../src/domain/index.js';

const folder = join(__dirname, 'golden');

/** An event as some version wrote it, with its personal values by the part their owner plays. */
export interface GoldenSample {
  readonly file: string;
  readonly type: string;
  readonly version: number;
  readonly data: JsonObject;
  readonly personal?: Readonly<Record<string, JsonObject>>;
}

const isSample = (value: unknown): value is Omit<GoldenSample, 'file'> =>
  isJsonObject(value) &&
  typeof value['type'] === 'string' &&
  typeof value['version'] === 'number' &&
  isJsonObject(value['data']);

const sampleIn = (file: string): GoldenSample => {
  const sample: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  if (!isSample(sample)) throw new Error(`${file} is no sample of an event.`);
  return { file, ...sample };
};

/** A sample of every version of every event. They are never edited: that is what a stored event looks like. */
export const goldenSamples: readonly GoldenSample[] = readdirSync(folder).sort().map(sampleIn);

/** The places in a value, `compensation.bonus.amount`; the items of a list share theirs. */
export const placesIn = (value: unknown, path = ''): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => placesIn(item, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .flatMap(([key, each]) => placesIn(each, path === '' ? key : `${path}.${key}`));
};
