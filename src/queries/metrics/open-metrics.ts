/** What a metric counts by; a value is one of a closed list, or of the provider's own configuration. */
export type MetricLabels = Readonly<Record<string, string>>;

/** A number, and whose it is. */
export interface MetricSample {
  readonly labels?: MetricLabels;
  readonly value: number;
}

/** How often something took how long. */
export interface MetricHistogram {
  /** Upper bounds in ascending order, each with how many were not above it. */
  readonly buckets: readonly (readonly [most: number, count: number])[];
  readonly count: number;
  readonly sum: number;
}

/** A metric with everything that is known of it. */
export type MetricFamily = {
  /** Without the suffixes of its samples; it ends with its unit where it has one. */
  readonly name: string;
  readonly help: string;
  readonly unit?: 'seconds' | 'bytes';
} & (
  | { readonly type: 'gauge' | 'counter'; readonly samples: readonly MetricSample[] }
  | { readonly type: 'histogram'; readonly histogram: MetricHistogram; readonly labels?: MetricLabels }
);

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"');

const labelsText = (labels: MetricLabels): string => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
};

/** A bound as OpenMetrics writes it: with a point, also where it is whole. */
const boundText = (bound: number): string => (Number.isInteger(bound) ? `${String(bound)}.0` : String(bound));

const line = (name: string, labels: MetricLabels, value: number): string =>
  `${name}${labelsText(labels)} ${String(value)}`;

const samplesOf = (family: MetricFamily, common: MetricLabels): readonly string[] => {
  const { name } = family;
  if (family.type !== 'histogram') {
    const sample = family.type === 'counter' ? `${name}_total` : name;
    return family.samples.map(({ labels, value }) => line(sample, { ...common, ...labels }, value));
  }
  const { buckets, count, sum } = family.histogram;
  const labels = { ...common, ...family.labels };
  return [
    ...buckets.map(([most, found]) => line(`${name}_bucket`, { ...labels, le: boundText(most) }, found)),
    line(`${name}_bucket`, { ...labels, le: '+Inf' }, count),
    line(`${name}_count`, labels, count),
    line(`${name}_sum`, labels, sum),
  ];
};

const familyText = (family: MetricFamily, common: MetricLabels): readonly string[] => {
  const { name, type, unit, help } = family;
  return [
    `# TYPE ${name} ${type}`,
    ...(unit === undefined ? [] : [`# UNIT ${name} ${unit}`]),
    `# HELP ${name} ${escaped(help)}`,
    ...samplesOf(family, common),
  ];
};

/** Metrics as OpenMetrics 1.0 text; every sample carries the common labels. */
export const openMetricsText = (families: readonly MetricFamily[], common: MetricLabels): string =>
  `${[...families.flatMap((family) => familyText(family, common)), '# EOF'].join('\n')}\n`;
