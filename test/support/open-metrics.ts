/** A sample of an exposition, as it was read. */
export interface ReadSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A metric of an exposition. */
export interface ReadFamily {
  readonly name: string;
  readonly type: string;
  readonly unit: string | undefined;
  readonly help: string | undefined;
  readonly samples: readonly ReadSample[];
}

const metricName = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/u;
const metadata = /^# (TYPE|UNIT|HELP) (\S+) (.*)$/u;
const sampleLine = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/u;
const labelPair = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(,|$)/uy;
const number = /^(?:[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?|\+Inf)$/u;

const suffixes: Readonly<Record<string, readonly string[]>> = {
  gauge: [''],
  counter: ['_total'],
  histogram: ['_bucket', '_count', '_sum'],
};

const fail = (reason: string, line: string): never => {
  throw new Error(`${reason}: ${line}`);
};

const labelsIn = (text: string, line: string): Readonly<Record<string, string>> => {
  const found: Record<string, string> = {};
  labelPair.lastIndex = 0;
  while (labelPair.lastIndex < text.length) {
    const [, name, value] = labelPair.exec(text) ?? fail('labels that cannot be read', line);
    if (name === undefined || value === undefined) return fail('labels that cannot be read', line);
    if (Object.hasOwn(found, name)) fail('a label twice', line);
    found[name] = value.replaceAll('\\n', '\n').replaceAll('\\"', '"').replaceAll('\\\\', '\\');
  }
  return found;
};

const valueIn = (text: string, line: string): number => {
  if (!number.test(text)) fail('no number', line);
  return text === '+Inf' ? Infinity : Number(text);
};

const checkHistogram = ({ name, samples }: ReadFamily): void => {
  const buckets = samples.filter((each) => each.name === `${name}_bucket`);
  const count = samples.find((each) => each.name === `${name}_count`)?.value;
  let [bound, before] = [-Infinity, 0];
  for (const { labels, value } of buckets) {
    const le = labels['le'] ?? '';
    if (!/^(?:\d+\.\d+|\+Inf)$/u.test(le)) fail('a bound that is not written as a float', `${name} ${le}`);
    const next = le === '+Inf' ? Infinity : Number(le);
    if (next <= bound || value < before) fail('buckets that do not grow', name);
    [bound, before] = [next, value];
  }
  if (bound !== Infinity || before !== count) fail('no bucket for everything', name);
};

const checkFamily = (family: ReadFamily): void => {
  const { name, type, unit, help, samples } = family;
  if (!metricName.test(name) || suffixes[type] === undefined) fail('no name, or no type', `${name} ${type}`);
  if (unit !== undefined && !name.endsWith(`_${unit}`)) fail('a name without its unit', name);
  if (help === undefined || help === '') fail('no help', name);
  const seen = new Set<string>();
  for (const sample of samples) {
    if (!suffixes[type]?.some((suffix) => sample.name === `${name}${suffix}`))
      fail('a stray sample', sample.name);
    const series = JSON.stringify([sample.name, Object.entries(sample.labels).sort()]);
    if (seen.has(series)) fail('a series twice', series);
    seen.add(series);
    if (type !== 'gauge' && sample.value < 0) fail('a count below zero', series);
  }
  if (type === 'histogram') checkHistogram(family);
};

/** Reads OpenMetrics text as strictly as its specification allows. Throws for what is not well formed. */
export const readOpenMetrics = (text: string): readonly ReadFamily[] => {
  if (!text.endsWith('\n# EOF\n')) throw new Error('no end');
  const lines = text.slice(0, -'# EOF\n'.length).split('\n').slice(0, -1);
  const families: { name: string; type: string; unit?: string; help?: string; samples: ReadSample[] }[] = [];
  for (const line of lines) {
    const [, kind, name = '', said = ''] = metadata.exec(line) ?? [];
    const current = families.at(-1);
    if (kind === 'TYPE') {
      if (families.some((each) => each.name === name)) fail('a metric twice', line);
      families.push({ name, type: said, samples: [] });
    } else if (kind === 'UNIT' || kind === 'HELP') {
      const part = kind === 'UNIT' ? 'unit' : 'help';
      if (current === undefined || current.name !== name || current.samples.length > 0)
        fail('a stray line', line);
      else if (current[part] !== undefined) fail('a line twice', line);
      else current[part] = said;
    } else {
      const [, sample = '', labels = '', value = ''] = sampleLine.exec(line) ?? fail('no sample', line);
      if (current === undefined) return fail('a sample of nothing', line);
      current.samples.push({ name: sample, labels: labelsIn(labels, line), value: valueIn(value, line) });
    }
  }
  const read = families.map(({ unit, help, ...rest }) => ({ ...rest, unit, help }));
  read.forEach(checkFamily);
  return read;
};
